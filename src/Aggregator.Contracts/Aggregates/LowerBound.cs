using System.Collections.Immutable;
using Aggregator.Extraction;

namespace Aggregator.Aggregates;

/// <summary>
/// The least that all figures of one measure together amount to, if each claimant's current figure holds. Its parts can't overlap: no
/// person is counted in two of them.
/// </summary>
[GenerateSerializer, Immutable, Alias("lower-bound")]
public sealed record LowerBound
{
    /// <summary>What is counted.</summary>
    [Id(0)] public required CasualtyMeasure Measure { get; init; }

    /// <summary>The sum over all parts.</summary>
    [Id(1)] public required long Count { get; init; }

    /// <summary>How many parts it is the sum of.</summary>
    [Id(2)] public required int PartCount { get; init; }

    /// <summary>The parts, greatest first; at most 100.</summary>
    [Id(3)] public required ImmutableArray<LowerBoundPart> Parts { get; init; }
}
