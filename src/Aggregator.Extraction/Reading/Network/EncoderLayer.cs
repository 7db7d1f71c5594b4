using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Aggregator.Extraction.Reading.Network;

/// <summary>
/// One layer of the encoder. It adds to what is known of each word, either from the word and its two neighbours, or, gated, from all that stands
/// before it (the first half of the numbers) and behind it (the other half).
/// </summary>
internal sealed class EncoderLayer(bool isGated, PackedMatrix matrix, float[] bias)
{
    private const int Width = NetworkShape.Width;
    private const int Half = Width / 2;
    private static readonly int[] s_none = new int[Encoder.ShareColumns];

    internal bool IsGated => isGated;

    internal PackedMatrix Matrix => matrix;

    internal float[] Bias => bias;

    /// <summary>Adds to the stream.</summary>
    /// <param name="normed">The words' numbers, normed, with a row of zeros before and behind them.</param>
    /// <param name="count">How many words.</param>
    /// <param name="sums">Room for the matrix's results.</param>
    /// <param name="stream">What is known of the words.</param>
    internal void Add(ReadOnlySpan<short> normed, int count, Span<int> sums, Span<float> stream)
    {
        matrix.Multiply(isGated ? normed[Width..] : normed, Width, count, sums);
        var unit = 1f / (1 << (Normalizer.Bits + matrix.Bits));
        ref var from = ref MemoryMarshal.GetReference(sums);
        ref var to = ref MemoryMarshal.GetReference(stream);
        ref var shift = ref MemoryMarshal.GetArrayDataReference(bias);
        if (!isGated) AddRectified(ref from, ref to, ref shift, count, unit);
        else AddGated(ref from, ref to, ref shift, count, unit);
    }

    /// <summary>Adds to the stream what each word and its two neighbours give, from the shares that are known of each word.</summary>
    /// <param name="slots">Where the words stand in the memory.</param>
    /// <param name="memory">What is known of the words by themselves.</param>
    /// <param name="stream">What is known of the words.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(ReadOnlySpan<int> slots, WordMemory memory, Span<float> stream)
    {
        var unit = 1f / (1 << (Normalizer.Bits + matrix.Bits));
        ref var to = ref MemoryMarshal.GetReference(stream);
        ref var shift = ref MemoryMarshal.GetArrayDataReference(bias);
        ref var none = ref MemoryMarshal.GetArrayDataReference(s_none);
        for (var word = 0; word < slots.Length; word++)
        {
            ref var before = ref word > 0 ? ref memory.SharesOf(slots[word - 1]) : ref none;
            ref var own = ref Unsafe.Add(ref memory.SharesOf(slots[word]), Width);
            ref var behind = ref Unsafe.Add(ref word < slots.Length - 1 ? ref memory.SharesOf(slots[word + 1]) : ref none, 2 * Width);
            for (nuint at = 0; at < Width; at += (nuint)Vector512<int>.Count)
            {
                var sum = Vector512.LoadUnsafe(ref before, at) + Vector512.LoadUnsafe(ref own, at) + Vector512.LoadUnsafe(ref behind, at);
                var value = (Vector512.ConvertToSingle(sum) * Vector512.Create(unit)) + Vector512.LoadUnsafe(ref shift, at);
                (Vector512.LoadUnsafe(ref to, at) + Vector512.Max(value, Vector512<float>.Zero)).StoreUnsafe(ref to, at);
            }
            to = ref Unsafe.Add(ref to, Width);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddRectified(ref int from, ref float to, ref float shift, int count, float unit)
    {
        for (var word = 0; word < count; word++)
        {
            for (var at = 0; at < Width; at += Vector256<float>.Count)
                (Vector256.LoadUnsafe(ref to, (nuint)at) + Vector256.Max(Value(ref from, ref shift, at, unit), Vector256<float>.Zero)).StoreUnsafe(ref to, (nuint)at);
            from = ref Unsafe.Add(ref from, Width);
            to = ref Unsafe.Add(ref to, Width);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddGated(ref int from, ref float to, ref float shift, int count, float unit)
    {
        for (var at = 0; at < Width; at += Vector256<float>.Count)
        {
            var memory = Vector256<float>.Zero;
            var isForward = at < Half;
            for (var step = 0; step < count; step++)
            {
                var word = isForward ? step : count - 1 - step;
                ref var own = ref Unsafe.Add(ref from, word * 2 * Width);
                var gate = Gate(Value(ref own, ref shift, at, unit));
                memory += gate * (Value(ref own, ref shift, Width + at, unit) - memory);
                ref var stream = ref Unsafe.Add(ref to, (word * Width) + at);
                (Vector256.LoadUnsafe(ref stream) + memory).StoreUnsafe(ref stream);
            }
        }
    }

    /// <summary>Between zero and one: how much of the new a word's memory takes in. A curve of square roots, which every processor computes alike.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Gate(Vector256<float> value)
    {
        var half = Vector256.Create(0.5f);
        return half + (half * value / Vector256.Sqrt(Vector256<float>.One + (value * value)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Value(ref int sums, ref float shift, int at, float unit) =>
        (Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref sums, (nuint)at)) * Vector256.Create(unit)) + Vector256.LoadUnsafe(ref shift, (nuint)at);
}
