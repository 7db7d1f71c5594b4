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
        var most = Vector512.Create(scores[^Vector512<int>.Count..]);
        for (var rest = scores; rest.Length >= Vector512<int>.Count; rest = rest[Vector512<int>.Count..]) most = Vector512.Max(most, Vector512.Create(rest));
        var half = Vector256.Max(most.GetLower(), most.GetUpper());
        var quarter = Vector128.Max(half.GetLower(), half.GetUpper());
        quarter = Vector128.Max(quarter, Vector128.Shuffle(quarter, Vector128.Create(2, 3, 0, 1)));
        quarter = Vector128.Max(quarter, Vector128.Shuffle(quarter, Vector128.Create(1, 0, 3, 2)));
        return scores.IndexOf(quarter.ToScalar());
    }

    private static int Largest(ReadOnlySpan<int> scores)
    {
        var largest = scores[0];
        foreach (var score in scores) largest = Math.Max(largest, score);
        return largest;
    }
}
