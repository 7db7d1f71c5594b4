using System.Collections.Immutable;

namespace Aggregator.Aggregates;

/// <summary>
/// How many of a topic's events happened, by step and group. An event counts on the first day it may have happened, else on
/// the day it was first published; one with several actors counts in each actor's group.
/// </summary>
[GenerateSerializer, Immutable, Alias("counts")]
public sealed record Counts
{
    /// <summary>The query, with its period filled in.</summary>
    [Id(0)] public required CountQuery Query { get; init; }

    /// <summary>The cells that are not zero, by day, then group.</summary>
    [Id(1)] public required ImmutableArray<CountCell> Cells { get; init; }

    /// <summary>Events counted, each once.</summary>
    [Id(2)] public required int EventCount { get; init; }

    /// <summary>The topic's position that these counts are as of.</summary>
    [Id(3)] public required long Position { get; init; }
}
