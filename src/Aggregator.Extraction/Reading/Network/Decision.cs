using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Aggregator.Extraction.Reading.Network;

/// <summary>The last step of every decision: from a sum of shares to a score for each choice.</summary>
internal sealed class Decision(PackedMatrix matrix, int[] bias)
{
    internal PackedMatrix Matrix => matrix;

    internal int[] Bias => bias;

    /// <summary>Scores the choices.</summary>
    /// <param name="rows">Rows of numbers, one behind the other.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="scores">Room for the scores of every row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Score(ReadOnlySpan<short> rows, int count, Span<int> scores)
    {
        matrix.Multiply(rows, matrix.Inner, count, scores);
        ref var sum = ref MemoryMarshal.GetReference(scores);
        ref var own = ref MemoryMarshal.GetArrayDataReference(bias);
        for (nuint at = 0; at < (nuint)(count * matrix.Columns);)
            for (nuint column = 0; column < (nuint)matrix.Columns; column += (nuint)Vector512<int>.Count, at += (nuint)Vector512<int>.Count)
                (Vector512.LoadUnsafe(ref sum, at) + Vector512.LoadUnsafe(ref own, column)).StoreUnsafe(ref sum, at);
    }

    /// <summary>The best of the first few choices; of equals the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int Best(ReadOnlySpan<int> scores)
    {
        if (scores.Length < Vector512<int>.Count) return scores.IndexOf(Largest(scores));
        var last = Vector512.Create(scores[^Vector512<int>.Count..]);
        var most = last;
        for (var rest = scores; rest.Length >= Vector512<int>.Count; rest = rest[Vector512<int>.Count..]) most = Vector512.Max(most, Vector512.Create(rest));
        most = Vector512.Create(Largest(most));
        for (var at = 0; at <= scores.Length - Vector512<int>.Count; at += Vector512<int>.Count)
            if (Vector512.Equals(Vector512.Create(scores[at..]), most).ExtractMostSignificantBits() is var found and not 0) return at + BitOperations.TrailingZeroCount(found);
        return scores.Length - Vector512<int>.Count + BitOperations.TrailingZeroCount(Vector512.Equals(last, most).ExtractMostSignificantBits());
    }

    /// <summary>The best of 32 choices whose bits are set; of equals the first.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="may">Which choices there are, at least one.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int Best(ReadOnlySpan<int> scores, uint may)
    {
        var (low, high) = (Only(scores, may), Only(scores[Vector512<int>.Count..], may >> Vector512<int>.Count));
        var most = Vector512.Create(Largest(Vector512.Max(low, high)));
        var found = Vector512.Equals(low, most).ExtractMostSignificantBits() | (Vector512.Equals(high, most).ExtractMostSignificantBits() << Vector512<int>.Count);
        return BitOperations.TrailingZeroCount((uint)found & may);
    }

    /// <summary>The first 16 scores, where a bit is set; the least there is elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Only(ReadOnlySpan<int> scores, uint may)
    {
        var bits = Vector512.Create(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
        return Vector512.ConditionalSelect(Vector512.Equals(Vector512.Create((int)may) & bits, bits), Vector512.Create(scores), Vector512.Create(int.MinValue));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Largest(Vector512<int> scores)
    {
        var half = Vector256.Max(scores.GetLower(), scores.GetUpper());
        var quarter = Vector128.Max(half.GetLower(), half.GetUpper());
        quarter = Vector128.Max(quarter, Vector128.Shuffle(quarter, Vector128.Create(2, 3, 0, 1)));
        return Vector128.Max(quarter, Vector128.Shuffle(quarter, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    private static int Largest(ReadOnlySpan<int> scores)
    {
        var largest = scores[0];
        foreach (var score in scores) largest = Math.Max(largest, score);
        return largest;
    }
}
