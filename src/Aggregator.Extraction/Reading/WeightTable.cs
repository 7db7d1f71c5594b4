using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aggregator.Extraction.Reading;

/// <summary>
/// A trained model's weights in 16 bits each. A feature's upper bits choose a bucket of eight keys, which are compared at once with its
/// lower bits; together they are the whole feature. The few keys that a bucket has no room for go to a dictionary. Many features of a
/// decision are unknown, and a look into one cache line tells it. Immutable.
/// </summary>
internal sealed class WeightTable : IWeights
{
    private const int BucketKeys = 8;
    private const int KeysPerBucket = 3;
    private const int Lanes = 16;
    private const int BucketBitsMin = 16;

    private readonly uint[] _features;
    private readonly ushort[] _keys;
    private readonly int[] _firstRows;
    private readonly Dictionary<uint, int> _beyond = [];
    private readonly short[] _rows;
    private readonly int _shift;
    private readonly int _stride;

    /// <param name="classes">Weights a row.</param>
    /// <param name="keys">The features, in rising order, none of them zero.</param>
    /// <param name="rows">Their rows, one after the other.</param>
    internal WeightTable(int classes, ReadOnlySpan<uint> keys, ReadOnlySpan<short> rows)
    {
        if (rows.Length != keys.Length * classes) throw new ArgumentException("Every feature needs one row.", nameof(rows));
        Classes = classes;
        Count = keys.Length;
        _stride = (classes + Lanes - 1) / Lanes * Lanes;
        var bits = Math.Max(BitOperations.Log2((uint)(Count / KeysPerBucket) + 1) + 1, BucketBitsMin);
        _shift = 32 - bits;
        _features = keys.ToArray();
        _keys = new ushort[(1 << bits) * BucketKeys];
        _firstRows = new int[1 << bits];
        _rows = new short[Count * _stride];
        Fill(keys, rows);
    }

    /// <inheritdoc/>
    public int Classes { get; }

    /// <summary>How many features it knows.</summary>
    internal int Count { get; }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        Span<int> found = stackalloc int[features.Length];
        found = found[..Find(features, found)];
        Span<int> sums = stackalloc int[Lanes];
        ref var rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        for (var first = 0; first < Classes; first += Lanes)
        {
            var (low, high) = (Vector256<int>.Zero, Vector256<int>.Zero);
            foreach (var row in found)
            {
                var (one, other) = Vector256.Widen(Vector256.LoadUnsafe(ref rows, (nuint)(row + first)));
                low += one;
                high += other;
            }
            low.CopyTo(sums);
            high.CopyTo(sums[(Lanes / 2)..]);
            for (var i = 0; i < Math.Min(Lanes, Classes - first); i++) scores[first + i] = sums[i];
        }
    }

    /// <summary>Hands each feature with its row to a visitor, in rising order of the features.</summary>
    internal void Visit(Action<uint, ReadOnlyMemory<short>> visit)
    {
        for (var row = 0; row < Count; row++) visit(_features[row], _rows.AsMemory(row * _stride, Classes));
    }

    /// <summary>Places the keys; as they rise, so do their buckets, and each bucket's rows lie together.</summary>
    private void Fill(ReadOnlySpan<uint> keys, ReadOnlySpan<short> rows)
    {
        int bucket = -1, inBucket = 0;
        for (var row = 0; row < keys.Length; row++)
        {
            rows.Slice(row * Classes, Classes).CopyTo(_rows.AsSpan(row * _stride));
            var home = (int)(keys[row] >> _shift);
            inBucket = home == bucket ? inBucket + 1 : 0;
            bucket = home;
            if (inBucket == 0) _firstRows[bucket] = row * _stride;
            if (inBucket < BucketKeys) _keys[(bucket * BucketKeys) + inBucket] = (ushort)keys[row];
            else _beyond[keys[row]] = row * _stride;
        }
    }

    /// <summary>Writes where the rows of the known features begin.</summary>
    /// <returns>How many are known.</returns>
    private int Find(ReadOnlySpan<uint> features, Span<int> found)
    {
        ref var keys = ref MemoryMarshal.GetArrayDataReference(_keys);
        ref var firstRows = ref MemoryMarshal.GetArrayDataReference(_firstRows);
        foreach (var feature in features) Prefetch(ref Unsafe.Add(ref keys, (feature >> _shift) * BucketKeys));
        var count = 0;
        foreach (var feature in features)
        {
            var bucket = feature >> _shift;
            var slots = Vector128.LoadUnsafe(ref keys, bucket * BucketKeys);
            var hits = Vector128.Equals(slots, Vector128.Create((ushort)feature)).ExtractMostSignificantBits();
            found[count] = Unsafe.Add(ref firstRows, bucket) + (BitOperations.TrailingZeroCount(hits | (1 << BucketKeys)) * _stride);
            if (hits == 0 && slots[BucketKeys - 1] != 0 && _beyond.TryGetValue(feature, out var row)) (found[count], hits) = (row, 1);
            count += hits != 0 ? 1 : 0; // no branch: which features are known cannot be foretold
        }
        foreach (var row in found[..count]) Prefetch(ref _rows[row]);
        return count;
    }

    private static unsafe void Prefetch<T>(ref T at)
        where T : unmanaged
    {
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref at));
    }
}
