using Aggregator.Topics;

namespace Aggregator.Subscriptions;

/// <summary>How far a subscriber was told of a topic.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Position">The last position that it has, or that its filter left out.</param>
[GenerateSerializer, Immutable, Alias("topic-position")]
public sealed record TopicPosition([property: Id(0)] TopicId Topic, [property: Id(1)] long Position)
{
    /// <summary>True where the topic was deleted: nothing comes of it, until there is one of its name again.</summary>
    [Id(2)] public bool Deleted { get; init; }
}
