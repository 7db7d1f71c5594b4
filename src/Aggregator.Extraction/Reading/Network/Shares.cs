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

    /// <summary>Works out the shares of all words of an encoded sentence.</summary>
    internal static void Write(PackedMatrix matrix, NetworkRoom room, int count, Span<short> shares)
    {
        matrix.Multiply(room.Normed.AsSpan(NetworkShape.Width), NetworkShape.Width, count, room.Sums);
        ref var from = ref MemoryMarshal.GetArrayDataReference(room.Sums);
        ref var to = ref MemoryMarshal.GetReference(shares[..(count * matrix.Columns)]);
        var shift = Normalizer.Bits + matrix.Bits - Bits;
        for (nuint at = 0; at < (nuint)(count * matrix.Columns); at += (nuint)Vector512<short>.Count)
            Vector512.Narrow(Clamped(ref from, at, shift), Clamped(ref from, at + (nuint)Vector512<int>.Count, shift)).StoreUnsafe(ref to, at);
    }

    /// <summary>Adds a row of shares to a sum; a sum beyond 16 bits stays at the bound.</summary>
    internal static void Add(ReadOnlySpan<short> share, Span<short> sum)
    {
        ref var from = ref MemoryMarshal.GetReference(share[..sum.Length]);
        ref var to = ref MemoryMarshal.GetReference(sum);
        for (nuint at = 0; at < (nuint)sum.Length; at += (nuint)Vector512<short>.Count)
            Vector512.AddSaturate(Vector512.LoadUnsafe(ref to, at), Vector512.LoadUnsafe(ref from, at)).StoreUnsafe(ref to, at);
    }

    /// <summary>Sets what is below zero to zero.</summary>
    internal static void Rectify(Span<short> sum)
    {
        ref var to = ref MemoryMarshal.GetReference(sum);
        for (nuint at = 0; at < (nuint)sum.Length; at += (nuint)Vector512<short>.Count)
            Vector512.Max(Vector512.LoadUnsafe(ref to, at), Vector512<short>.Zero).StoreUnsafe(ref to, at);
    }

    private static Vector512<int> Clamped(ref int from, nuint at, int shift) =>
        Vector512.Min(Vector512.Max(Vector512.LoadUnsafe(ref from, at) >> shift, Vector512.Create(-Largest)), Vector512.Create(Largest));
}
