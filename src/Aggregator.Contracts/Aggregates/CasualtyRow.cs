using System.Collections.Immutable;
using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Aggregates;

/// <summary>The claims of one thing counted in one event: who stands where.</summary>
[GenerateSerializer, Immutable, Alias("casualty-row")]
public sealed record CasualtyRow
{
    /// <summary>The event.</summary>
    [Id(0)] public required EventId Event { get; init; }

    /// <summary>The event's headline.</summary>
    [Id(1)] public required string Headline { get; init; }

    /// <summary>When the event happened, or null.</summary>
    [Id(2)] public OccurredOn? OccurredOn { get; init; }

    /// <summary>What is counted.</summary>
    [Id(3)] public required CasualtyMeasure Measure { get; init; }

    /// <summary>Who is counted, or null.</summary>
    [Id(4)] public CountedGroup? Who { get; init; }

    /// <summary>Of what country or body those counted are, or null.</summary>
    [Id(5)] public PartyCode? Nationality { get; init; }

    /// <summary>True for totals, over a period or so far; false for the incident's own figures.</summary>
    [Id(6)] public bool Cumulative { get; init; }

    /// <summary>The widest range over every claimant's current figure.</summary>
    [Id(7)] public required CountRange Range { get; init; }

    /// <summary>The claims, by claimant, then by first publication.</summary>
    [Id(8)] public required ImmutableArray<CasualtyClaim> Claims { get; init; }

    /// <summary>Where, or null when nobody says.</summary>
    [Id(9)] public Place? Place { get; init; }

    /// <summary>The period that a total is counted over, or null.</summary>
    [Id(10)] public OccurredOn? Period { get; init; }

    /// <summary>What the figures cover.</summary>
    [Id(11)] public ClaimScope Scope { get; init; }

    /// <summary>Each claimant's figures over time, by first publication.</summary>
    [Id(12)] public ImmutableArray<ClaimantSeries> Series { get; init; } = [];

    /// <summary>Who gives the least of the current figures; null when all leave it open.</summary>
    [Id(13)] public ClaimantStand? LowEnd { get; init; }

    /// <summary>Who gives the most of the current figures; null when all leave it open.</summary>
    [Id(14)] public ClaimantStand? HighEnd { get; init; }

    /// <summary>What stated changes imply of earlier figures; often empty.</summary>
    [Id(15)] public ImmutableArray<ImpliedBaseline> Baselines { get; init; } = [];
}
