namespace Aggregator.Intake;

/// <summary>What became of one submission; durable when it is returned.</summary>
/// <param name="Id">The article.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Revision">The article's revision that now stands, from 1; 0 when there is none.</param>
[GenerateSerializer, Immutable, Alias("submit-outcome")]
public sealed record SubmitOutcome([property: Id(0)] ArticleId Id, [property: Id(1)] SubmitResult Result, [property: Id(2)] int Revision);
