namespace Aggregator.Extraction.Reading.Training;

/// <summary>One step of the Adam method.</summary>
/// <param name="Rate">How far a value moves.</param>
/// <param name="Scale">What the gradients are multiplied by: one part of the batch, less where they are too long.</param>
/// <param name="MeanShare">How much of the mean's weight has come together.</param>
/// <param name="SquareShare">The same of the squares'.</param>
internal readonly record struct AdamStep(float Rate, float Scale, float MeanShare, float SquareShare)
{
    internal const float MeanDecay = 0.9f;
    internal const float SquareDecay = 0.99f;
    internal const float Least = 1e-6f;
    private const int WarmSteps = 100;
    private const float RateShareLeft = 0.03f;
    private const double LengthMax = 5;

    /// <summary>The step at a point of the training: slowly at first, then ever more slowly to its end.</summary>
    internal static AdamStep At(int step, int steps, TrainingOptions options, double square)
    {
        var rate = options.LearningRate * Math.Min(1, (float)step / WarmSteps) * Math.Max(RateShareLeft, 1 - ((1 - RateShareLeft) * step / steps));
        var scale = Math.Min(1.0 / options.BatchSentences, LengthMax / Math.Sqrt(square + 1e-9));
        return new AdamStep((float)rate, (float)scale, 1 - MathF.Pow(MeanDecay, step), 1 - MathF.Pow(SquareDecay, step));
    }
}
