using System.Collections.Immutable;

namespace Aggregator.Aggregates;

/// <summary>What is claimed of casualties in a topic, event by event. Nothing is added up across events or claimants.</summary>
[GenerateSerializer, Immutable, Alias("casualty-ledger")]
public sealed record CasualtyLedger
{
    /// <summary>One row an event, measure, group counted, nationality and scope; latest happening first.</summary>
    [Id(0)] public required ImmutableArray<CasualtyRow> Rows { get; init; }

    /// <summary>Rows that answer the query in all.</summary>
    [Id(1)] public required int TotalCount { get; init; }

    /// <summary>The topic's position that the ledger is as of.</summary>
    [Id(2)] public required long Position { get; init; }
}
