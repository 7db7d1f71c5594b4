using System.Numerics;
using System.Runtime.InteropServices;

namespace Aggregator.Extraction.Reading;

/// <summary>A trained model's weights in 16 bits each, in an open hash table that is never more than half full. Immutable.</summary>
internal sealed class WeightTable : IWeights
{
    private readonly uint[] _keys;
    private readonly int[] _at;
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
        _stride = (classes + Vector<short>.Count - 1) / Vector<short>.Count * Vector<short>.Count;
        var bits = Math.Max(BitOperations.Log2((uint)Math.Max(keys.Length, 1)) + 2, 4);
        _shift = 32 - bits;
        _keys = new uint[(1 << bits) + keys.Length];
        _rows = new short[keys.Length * _stride];
        _at = new int[_keys.Length];
        for (var row = 0; row < keys.Length; row++)
        {
            var slot = keys[row] >> _shift;
            while (_keys[slot] != 0) slot++;
            _keys[slot] = keys[row];
            _at[slot] = row;
            rows.Slice(row * classes, classes).CopyTo(_rows.AsSpan(row * _stride));
        }
    }

    /// <inheritdoc/>
    public int Classes { get; }

    /// <summary>How many features it knows.</summary>
    internal int Count { get; }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        Span<int> sums = stackalloc int[_stride];
        sums.Clear();
        var lanes = MemoryMarshal.Cast<int, Vector<int>>(sums);
        foreach (var feature in features)
        {
            var row = Find(feature);
            if (row < 0) continue;
            var weights = MemoryMarshal.Cast<short, Vector<short>>(_rows.AsSpan(row * _stride, _stride));
            for (var i = 0; i < weights.Length; i++)
            {
                Vector.Widen(weights[i], out var low, out var high);
                lanes[2 * i] += low;
                lanes[(2 * i) + 1] += high;
            }
        }
        for (var i = 0; i < scores.Length; i++) scores[i] = sums[i];
    }

    /// <summary>Hands each feature with its row to a visitor, in rising order of the features.</summary>
    internal void Visit(Action<uint, ReadOnlyMemory<short>> visit)
    {
        foreach (var (feature, row) in _keys.Zip(_at).Where(pair => pair.First != 0).OrderBy(pair => pair.First))
            visit(feature, _rows.AsMemory(row * _stride, Classes));
    }

    private int Find(uint feature)
    {
        for (var slot = feature >> _shift; ; slot++)
        {
            var key = _keys[slot];
            if (key == feature) return _at[slot];
            if (key == 0) return -1;
        }
    }
}
