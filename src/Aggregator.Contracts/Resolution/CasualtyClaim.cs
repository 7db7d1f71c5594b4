using System.Collections.Immutable;
using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>
/// A figure, who is counted, where and over which period, who says so, and the reports that carry it. Claims are kept side
/// by side; none is averaged with another.
/// </summary>
[GenerateSerializer, Immutable, Alias("casualty-claim")]
public sealed record CasualtyClaim
{
    /// <summary>The figure as first told.</summary>
    [Id(0)] public required CasualtyFigure Figure { get; init; }

    /// <summary>When the first article that carries it was published, UTC.</summary>
    [Id(1)] public required DateTimeOffset FirstPublishedAt { get; init; }

    /// <summary>When the last one was.</summary>
    [Id(2)] public required DateTimeOffset LastPublishedAt { get; init; }

    /// <summary>The reports that carry it, by publication; at most 20, the first and the latest.</summary>
    [Id(3)] public required ImmutableArray<ReportRef> Reports { get; init; }

    /// <summary>How many reports carry it.</summary>
    [Id(4)] public required int ReportCount { get; init; }
}
