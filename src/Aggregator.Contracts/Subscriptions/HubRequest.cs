using Aggregator.Topics;

namespace Aggregator.Subscriptions;

/// <summary>A WebSub subscriber's request, once its form was read.</summary>
[GenerateSerializer, Immutable, Alias("hub-request")]
public sealed record HubRequest
{
    /// <summary>True to subscribe or renew, false to unsubscribe.</summary>
    [Id(0)] public required bool Subscribes { get; init; }

    /// <summary>The topic whose feed is subscribed to.</summary>
    [Id(1)] public required TopicId Topic { get; init; }

    /// <summary>The feed's address, as the subscriber wrote it.</summary>
    [Id(2)] public required string FeedUrl { get; init; }

    /// <summary>The callback, as the subscriber wrote it.</summary>
    [Id(3)] public required string Callback { get; init; }

    /// <summary>The lease it asks for, or null.</summary>
    [Id(4)] public long? LeaseSeconds { get; init; }

    /// <summary>The secret to sign with, under 200 bytes, or null.</summary>
    [Id(5)] public string? Secret { get; init; }

    /// <summary>By what the subscriber may read the topic; null from a node of an older version.</summary>
    [Id(7)] public HubAsker? Asker { get; init; }

    /// <summary>When what let it in ends by itself, UTC, and the lease with it; or null.</summary>
    [Id(8)] public DateTimeOffset? EndsAt { get; init; }
}
