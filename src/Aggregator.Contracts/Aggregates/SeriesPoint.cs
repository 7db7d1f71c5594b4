using System.Collections.Immutable;
using Aggregator.Extraction;

namespace Aggregator.Aggregates;

/// <summary>One figure of a claimant, for as long as the claimant told no other.</summary>
[GenerateSerializer, Immutable, Alias("series-point")]
public sealed record SeriesPoint
{
    /// <summary>The figure; the widest of those that were published at one moment.</summary>
    [Id(0)] public required CountRange Count { get; init; }

    /// <summary>How it stands to the figure before.</summary>
    [Id(1)] public required SeriesMove Move { get; init; }

    /// <summary>When the first article with it was published, UTC.</summary>
    [Id(2)] public required DateTimeOffset FirstPublishedAt { get; init; }

    /// <summary>When the last one was, before the claimant told another.</summary>
    [Id(3)] public required DateTimeOffset LastPublishedAt { get; init; }

    /// <summary>True for the claimant's latest figure: no later one superseded it.</summary>
    [Id(4)] public required bool Current { get; init; }

    /// <summary>The reports that carry it, by publication, at most 20; their sentences are in the row's claims.</summary>
    [Id(5)] public required ImmutableArray<ReportId> Reports { get; init; }

    /// <summary>What the claimant warns of, in the article's words, or null.</summary>
    [Id(6)] public string? Caveat { get; init; }
}
