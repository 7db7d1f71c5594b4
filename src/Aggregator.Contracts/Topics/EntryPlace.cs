using Aggregator.Resolution;

namespace Aggregator.Topics;

/// <summary>Where an event was told in a topic.</summary>
/// <param name="Event">The event.</param>
/// <param name="Position">The position of the entry that told of it.</param>
[GenerateSerializer, Immutable, Alias("entry-place")]
public sealed record EntryPlace([property: Id(0)] EventId Event, [property: Id(1)] long Position);
