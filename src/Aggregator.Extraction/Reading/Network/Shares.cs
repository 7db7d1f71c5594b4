using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Aggregator.Extraction.Reading.Network;

/// <summary>
/// The words' shares in a decision, worked out once a sentence, so that a decision only adds up the rows of the words it looks at. A share is a whole
/// number of 256ths between -8 and 8.
/// </summary>
internal static class Shares
{
    /// <summary>The scale: 1 is 1 &lt;&lt; Bits.</summary>
    internal const int Bits = 8;

    /// <summary>The largest share; sixteen of them fit 16 bits.</summary>
    internal const int Largest = (8 << Bits) - 1;

    /// <summary>Works out the shares of some words of an encoded sentence.</summary>
    /// <param name="matrix">From a word's numbers to its shares.</param>
    /// <param name="words">The words' normed numbers.</param>
    /// <param name="count">How many words.</param>
    /// <param name="sums">Room to work in.</param>
    /// <param name="shares">Takes a row of shares for each word.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Write(PackedMatrix matrix, ReadOnlySpan<short> words, int count, Span<int> sums, Span<short> shares)
    {
        matrix.Multiply(words, NetworkShape.Width, count, sums);
        ref var from = ref MemoryMarshal.GetReference(sums);
        ref var to = ref MemoryMarshal.GetReference(shares[..(count * matrix.Columns)]);
        var shift = Normalizer.Bits + matrix.Bits - Bits;
        for (nuint at = 0; at < (nuint)(count * matrix.Columns); at += (nuint)Vector512<short>.Count)
            Vector512.Narrow(Clamped(ref from, at, shift), Clamped(ref from, at + (nuint)Vector512<int>.Count, shift)).StoreUnsafe(ref to, at);
    }

    /// <summary>Adds a row of 64 shares to a sum of two halves; a sum beyond 16 bits stays at the bound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Add(ref short share, ref Vector512<short> low, ref Vector512<short> high)
    {
        low = Vector512.AddSaturate(low, Vector512.LoadUnsafe(ref share));
        high = Vector512.AddSaturate(high, Vector512.LoadUnsafe(ref share, (nuint)Vector512<short>.Count));
    }

    /// <summary>Writes a sum's halves, with what is below zero set to zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Rectify(Vector512<short> low, Vector512<short> high, Span<short> sum)
    {
        Vector512.Max(low, Vector512<short>.Zero).CopyTo(sum);
        Vector512.Max(high, Vector512<short>.Zero).CopyTo(sum[Vector512<short>.Count..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Clamped(ref int from, nuint at, int shift) =>
        Vector512.Min(Vector512.Max(Vector512.LoadUnsafe(ref from, at) >> shift, Vector512.Create(-Largest)), Vector512.Create(Largest));
}
