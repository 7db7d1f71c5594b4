namespace Aggregator.Extraction.Reading;

/// <summary>
/// A linear model over hashed features: a row of one weight a class for each feature. There are two: the compact one that
/// reads (<see cref="WeightTable"/>) and the one that learns (<see cref="Training.TrainableWeights"/>).
/// </summary>
internal interface IWeights
{
    /// <summary>How many classes a row has.</summary>
    int Classes { get; }

    /// <summary>Writes each class's score: the sum of the features' rows. Unknown features count nothing.</summary>
    void Score(ReadOnlySpan<uint> features, Span<float> scores);
}
