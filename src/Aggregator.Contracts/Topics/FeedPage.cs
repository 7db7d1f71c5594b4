using System.Collections.Immutable;

namespace Aggregator.Topics;

/// <summary>A stretch of a topic's feed.</summary>
[GenerateSerializer, Immutable, Alias("feed-page")]
public sealed record FeedPage
{
    /// <summary>The topic's definition.</summary>
    [Id(0)] public required TopicDefinition Topic { get; init; }

    /// <summary>The entries, ascending by position.</summary>
    [Id(1)] public required ImmutableArray<FeedEntry> Entries { get; init; }

    /// <summary>The topic's last position when the page was read.</summary>
    [Id(2)] public required long LastPosition { get; init; }

    /// <summary>The position before the topic's first entry: 0, or the last one of a deleted topic that had its id.</summary>
    [Id(3)] public long Origin { get; init; }
}
