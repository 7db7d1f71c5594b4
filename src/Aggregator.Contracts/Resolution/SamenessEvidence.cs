namespace Aggregator.Resolution;

/// <summary>One piece of evidence for two accounts being of one happening, or against it.</summary>
/// <param name="Of">What was compared: <c>kind</c>, <c>date</c>, <c>published</c>, <c>place</c>, <c>parties</c>, <c>names</c>, <c>figures</c>, <c>words</c>, <c>title</c>, <c>sentence</c>, <c>article</c>, <c>outlet</c>, …</param>
/// <param name="Weight">Above zero speaks for, below zero against.</param>
/// <param name="Words">What was found, for people.</param>
[GenerateSerializer, Immutable, Alias("sameness-evidence")]
public sealed record SamenessEvidence([property: Id(0)] string Of, [property: Id(1)] double Weight, [property: Id(2)] string Words);
