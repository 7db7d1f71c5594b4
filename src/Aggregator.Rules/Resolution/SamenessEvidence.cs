namespace Aggregator.Resolution;

/// <summary>One piece of evidence for two accounts being of one happening, or against it.</summary>
/// <param name="Of">What was compared: <c>kind</c>, <c>date</c>, <c>place</c>, <c>parties</c>, <c>names</c>, <c>figures</c>, <c>keywords</c>.</param>
/// <param name="Weight">Above zero speaks for, below zero against.</param>
/// <param name="Words">What was found, for people.</param>
public sealed record SamenessEvidence(string Of, double Weight, string Words);
