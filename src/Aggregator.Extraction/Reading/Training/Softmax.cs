namespace Aggregator.Extraction.Reading.Training;

/// <summary>The loss of a choice: minus the logarithm of the share that the right choices have of all that may be made.</summary>
internal static class Softmax
{
    /// <summary>Writes how the loss changes with each score.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="isAllowed">Which choices may be made.</param>
    /// <param name="isRight">Which of them are right; at least one.</param>
    /// <param name="slopes">Where the slopes go.</param>
    /// <returns>The allowed choice with the highest score.</returns>
    internal static int Backward(ReadOnlySpan<float> scores, ReadOnlySpan<bool> isAllowed, ReadOnlySpan<bool> isRight, Span<float> slopes)
    {
        var best = -1;
        for (var i = 0; i < isAllowed.Length; i++)
            if (isAllowed[i] && (best < 0 || scores[i] > scores[best])) best = i;
        float all = 0, right = 0;
        slopes.Clear();
        for (var i = 0; i < isAllowed.Length; i++)
        {
            if (!isAllowed[i]) continue;
            slopes[i] = MathF.Exp(scores[i] - scores[best]);
            all += slopes[i];
            if (isRight[i]) right += slopes[i];
        }
        right = MathF.Max(right, 1e-9f);
        for (var i = 0; i < isAllowed.Length; i++)
            if (isAllowed[i]) slopes[i] = (slopes[i] / all) - (isRight[i] ? slopes[i] / right : 0);
        return best;
    }
}
