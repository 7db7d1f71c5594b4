using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Aggregator.Extraction.Reading.Network;

/// <summary>Brings each word's numbers to a mean square of one, as whole numbers for the matrices.</summary>
internal static class Normalizer
{
    /// <summary>The scale: 1 is 1 &lt;&lt; Bits. The largest number there can be is the square root of the width, which fits 16 bits.</summary>
    internal const int Bits = 10;

    /// <summary>Keeps a word of which nothing is known from a division by zero.</summary>
    internal const float Least = 1e-3f;

    private const int Width = NetworkShape.Width;

    /// <summary>Writes the words' normed numbers behind a row of zeros, and a row of zeros behind them.</summary>
    internal static void Write(ReadOnlySpan<float> stream, int count, Span<short> normed)
    {
        normed[..Width].Clear();
        normed.Slice((count + 1) * Width, Width).Clear();
        for (var word = 0; word < count; word++)
            Write(ref Unsafe.Add(ref MemoryMarshal.GetReference(stream), word * Width), ref Unsafe.Add(ref MemoryMarshal.GetReference(normed), (word + 1) * Width));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Write(ref float from, ref short to)
    {
        var squares = Vector256<float>.Zero;
        for (var at = 0; at < Width; at += Vector256<float>.Count)
        {
            var part = Vector256.LoadUnsafe(ref from, (nuint)at);
            squares += part * part;
        }
        // Lane by lane, since the order of a sum decides its last bit.
        var sum = squares[0] + squares[1] + squares[2] + squares[3] + squares[4] + squares[5] + squares[6] + squares[7];
        var scale = Vector512.Create((1 << Bits) / MathF.Sqrt((sum / Width) + Least));
        for (var at = 0; at < Width; at += Vector512<short>.Count)
        {
            var low = Vector512.ConvertToInt32Native(Vector512.LoadUnsafe(ref from, (nuint)at) * scale);
            var high = Vector512.ConvertToInt32Native(Vector512.LoadUnsafe(ref from, (nuint)(at + Vector512<float>.Count)) * scale);
            Vector512.Narrow(low, high).StoreUnsafe(ref to, (nuint)at);
        }
    }
}
