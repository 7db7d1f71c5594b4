using System.Collections.Immutable;
using Aggregator.Extraction;

namespace Aggregator.Aggregates;

/// <summary>Who stands at one end of a range.</summary>
[GenerateSerializer, Immutable, Alias("claimant-stand")]
public sealed record ClaimantStand
{
    /// <summary>Who says so, or null where the outlet does in its own voice.</summary>
    [Id(0)] public string? Claimant { get; init; }

    /// <summary>For a figure without a claimant: the outlet, or null when it has no name.</summary>
    [Id(1)] public string? Outlet { get; init; }

    /// <summary>The claimant's current figure.</summary>
    [Id(2)] public required CountRange Count { get; init; }

    /// <summary>The reports that carry it, by publication, at most 20.</summary>
    [Id(3)] public required ImmutableArray<ReportId> Reports { get; init; }
}
