namespace Aggregator.Aggregates;

/// <summary>One count.</summary>
/// <param name="Start">The step's first day.</param>
/// <param name="Group">The group, or null when not split or unknown.</param>
/// <param name="Count">Events, 1 or more.</param>
[GenerateSerializer, Immutable, Alias("count-cell")]
public sealed record CountCell([property: Id(0)] DateOnly Start, [property: Id(1)] string? Group, [property: Id(2)] int Count);
