using System.Collections.Immutable;
using Aggregator.Resolution;

namespace Aggregator.Aggregates;

/// <summary>A page of the events that answer a topic's question.</summary>
/// <param name="Events">The events, latest happening first.</param>
/// <param name="TotalCount">How many there are in all.</param>
/// <param name="Position">The topic's position that this is as of.</param>
/// <param name="Next">Where the next page is, or null when this is the last.</param>
internal sealed record TopicEvents(ImmutableArray<NewsEvent> Events, int TotalCount, long Position, string? Next);
