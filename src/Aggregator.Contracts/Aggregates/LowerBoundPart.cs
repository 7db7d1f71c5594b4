using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Aggregates;

/// <summary>One figure that a lower bound counts.</summary>
[GenerateSerializer, Immutable, Alias("lower-bound-part")]
public sealed record LowerBoundPart
{
    /// <summary>The event that the figure was told of.</summary>
    [Id(0)] public required EventId Event { get; init; }

    /// <summary>What the figure covers.</summary>
    [Id(1)] public required ClaimScope Scope { get; init; }

    /// <summary>The period it is counted over, or null.</summary>
    [Id(2)] public OccurredOn? Period { get; init; }

    /// <summary>The least that the claimants' current figures give, 1 or more.</summary>
    [Id(3)] public required long Count { get; init; }

    /// <summary>Who gives the least, or null where an outlet does in its own voice.</summary>
    [Id(4)] public string? Claimant { get; init; }

    /// <summary>The report that says so.</summary>
    [Id(5)] public required ReportId Report { get; init; }
}
