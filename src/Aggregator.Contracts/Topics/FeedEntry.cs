using Aggregator.Resolution;

namespace Aggregator.Topics;

/// <summary>One change of a topic, at its place in the topic's order.</summary>
[GenerateSerializer, Immutable, Alias("feed-entry")]
public sealed record FeedEntry
{
    /// <summary>The topic.</summary>
    [Id(0)] public required TopicId Topic { get; init; }

    /// <summary>Its place, from 1, without gap or repeat.</summary>
    [Id(1)] public required long Position { get; init; }

    /// <summary>What changed.</summary>
    [Id(2)] public required EntryChange Change { get; init; }

    /// <summary>The event, as it stood when the entry was recorded.</summary>
    [Id(3)] public required NewsEvent Event { get; init; }

    /// <summary>When the entry was recorded, UTC.</summary>
    [Id(4)] public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Why, in a few words, or null.</summary>
    [Id(5)] public string? Reason { get; init; }
}
