using System.Collections.Immutable;

namespace Aggregator.Aggregates;

/// <summary>
/// What is claimed of casualties in a topic or of one event, row by row. Claims are not added up; only the lower bounds add figures, and
/// those only that can't overlap.
/// </summary>
[GenerateSerializer, Immutable, Alias("casualty-ledger")]
public sealed record CasualtyLedger
{
    /// <summary>One row an event, measure, group counted, nationality, place, period and scope; latest happening first.</summary>
    [Id(0)] public required ImmutableArray<CasualtyRow> Rows { get; init; }

    /// <summary>Rows that answer the query in all.</summary>
    [Id(1)] public required int TotalCount { get; init; }

    /// <summary>The topic's position that the ledger is as of; for one event its revision.</summary>
    [Id(2)] public required long Position { get; init; }

    /// <summary>The non-overlapping lower bound of each measure that has one; over every row that answers the query, shown or not.</summary>
    [Id(3)] public ImmutableArray<LowerBound> LowerBounds { get; init; } = [];
}
