using System.Collections.Immutable;
using Aggregator.Resolution;

namespace Aggregator.Aggregates;

/// <summary>A stretch of a topic's events.</summary>
[GenerateSerializer, Immutable, Alias("event-page")]
public sealed record EventPage
{
    /// <summary>The events, latest happening first.</summary>
    [Id(0)] public required ImmutableArray<NewsEvent> Events { get; init; }

    /// <summary>How many answer the query in all.</summary>
    [Id(1)] public required int TotalCount { get; init; }

    /// <summary>The topic's position when it was read.</summary>
    [Id(2)] public required long Position { get; init; }
}
