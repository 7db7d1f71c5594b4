using Aggregator.Extraction;

namespace Aggregator.Topics;

/// <summary>A claimant's current figure at two moments.</summary>
[GenerateSerializer, Immutable, Alias("figure-move")]
public sealed record FigureMove
{
    /// <summary>What is counted.</summary>
    [Id(0)] public required CasualtyMeasure Measure { get; init; }

    /// <summary>Who says so, or null where an outlet does in its own voice.</summary>
    [Id(1)] public string? Claimant { get; init; }

    /// <summary>The figure at the earlier moment, or null when there was none.</summary>
    [Id(2)] public CountRange? Before { get; init; }

    /// <summary>The figure at the later moment, or null when it was taken back.</summary>
    [Id(3)] public CountRange? After { get; init; }

    /// <summary>The first report of the later figure, or of the one taken back.</summary>
    [Id(4)] public required ReportId Report { get; init; }

    /// <summary>For a figure without a claimant: the outlet that told it first, or null when it has no name. Else null.</summary>
    [Id(5)] public string? Outlet { get; init; }

    /// <summary>Who is counted, or null.</summary>
    [Id(6)] public CountedGroup? Who { get; init; }
}
