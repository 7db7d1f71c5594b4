using System.Collections.Immutable;

namespace Aggregator.Resolution;

/// <summary>On what a report was put where it is, as weighed when it was.</summary>
[GenerateSerializer, Immutable, Alias("basis")]
public sealed record Basis
{
    /// <summary>How like its event it was; null where nothing was weighed: it founded the event, or is a figure that went with its happening.</summary>
    [Id(0)] public double? Score { get; init; }

    /// <summary>What was weighed, heaviest first.</summary>
    [Id(1)] public ImmutableArray<SamenessEvidence> Evidence { get; init; } = [];

    /// <summary>The likest other event, or null when none was like it.</summary>
    [Id(2)] public EventId? Rival { get; init; }

    /// <summary>How like the rival it was, or null.</summary>
    [Id(3)] public double? RivalScore { get; init; }

    /// <summary>What was weighed against the rival, heaviest first.</summary>
    [Id(4)] public ImmutableArray<SamenessEvidence> RivalEvidence { get; init; } = [];
}
