namespace Aggregator.Topics;

/// <summary>Between which two positions of a topic something changed.</summary>
[GenerateSerializer, Immutable, Alias("change-query")]
public sealed record ChangeQuery
{
    /// <summary>The earlier position.</summary>
    [Id(0)] public required long From { get; init; }

    /// <summary>The later position.</summary>
    [Id(1)] public required long To { get; init; }

    /// <summary>1 to 500 changes, the latest.</summary>
    [Id(2)] public int CountMax { get; init; } = 100;
}
