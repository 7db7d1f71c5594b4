using System.Collections.Immutable;

namespace Aggregator.Aggregates;

/// <summary>What one claimant said of one thing counted, over time. A figure that nobody is named for is its outlet's own.</summary>
[GenerateSerializer, Immutable, Alias("claimant-series")]
public sealed record ClaimantSeries
{
    /// <summary>Who says so, or null where the outlet does in its own voice.</summary>
    [Id(0)] public string? Claimant { get; init; }

    /// <summary>For a figure without a claimant: the outlet that told it first, or null when it has no name. Else null.</summary>
    [Id(1)] public string? Outlet { get; init; }

    /// <summary>The figures, by publication; at least one, and the last is current.</summary>
    [Id(2)] public required ImmutableArray<SeriesPoint> Points { get; init; }
}
