using System.Collections.Immutable;
using Aggregator.Topics;

namespace Aggregator.Subscriptions;

/// <summary>Who is told what, where and how.</summary>
[GenerateSerializer, Immutable, Alias("subscription-definition")]
public sealed record SubscriptionDefinition
{
    /// <summary>The subscription.</summary>
    [Id(0)] public required SubscriptionId Id { get; init; }

    /// <summary>How the subscriber is told.</summary>
    [Id(1)] public required SubscriptionProtocol Protocol { get; init; }

    /// <summary>The topics, 1 to 20; of WebSub exactly one.</summary>
    [Id(2)] public required ImmutableArray<TopicId> Topics { get; init; }

    /// <summary>Where the subscriber is told, absolute http or https.</summary>
    [Id(3)] public required string Url { get; init; }

    /// <summary>How CloudEvents travel to a webhook.</summary>
    [Id(4)] public CloudEventMode Mode { get; init; }

    /// <summary>The changes it is told of; empty for all.</summary>
    [Id(5)] public ImmutableArray<EntryChange> Changes { get; init; } = [];

    /// <summary>Seconds for which changes are gathered into one request, 1 to 86,400; null for one request a change.</summary>
    [Id(6)] public int? BatchSeconds { get; init; }

    /// <summary>What it is for, for people; up to 500 characters.</summary>
    [Id(7)] public string Description { get; init; } = "";

    /// <summary>Of WebSub, the feed's address that was subscribed to; else null.</summary>
    [Id(8)] public string? FeedUrl { get; init; }

    /// <summary>When it was made, UTC.</summary>
    [Id(9)] public DateTimeOffset CreatedAt { get; init; }
}
