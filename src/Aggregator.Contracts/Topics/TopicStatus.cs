namespace Aggregator.Topics;

/// <summary>A topic as it stands.</summary>
[GenerateSerializer, Immutable, Alias("topic-status")]
public sealed record TopicStatus
{
    /// <summary>Its definition.</summary>
    [Id(0)] public required TopicDefinition Definition { get; init; }

    /// <summary>Position of its last entry; 0 when it has none.</summary>
    [Id(1)] public required long Position { get; init; }

    /// <summary>Events that answer its question now.</summary>
    [Id(2)] public required int EventCount { get; init; }

    /// <summary>When its last entry was recorded, UTC, or null.</summary>
    [Id(3)] public DateTimeOffset? LastEntryAt { get; init; }

    /// <summary>True while stored events are still being asked its question.</summary>
    [Id(4)] public bool Backfilling { get; init; }

    /// <summary>Followers connected through all API nodes, about.</summary>
    [Id(5)] public int FollowerCount { get; init; }
}
