namespace Aggregator.Topics;

/// <summary>How far a topic was at a moment.</summary>
/// <param name="Position">The last position recorded by then.</param>
/// <param name="CreatedAt">When the topic was created, UTC: its history begins there.</param>
[GenerateSerializer, Immutable, Alias("topic-moment")]
public sealed record TopicMoment([property: Id(0)] long Position, [property: Id(1)] DateTimeOffset CreatedAt);
