using System.Collections.Immutable;
using Aggregator.Topics;

namespace Aggregator.Subscriptions;

/// <summary>A subscription as it stands. Its secret is told when it is made, and never again.</summary>
internal sealed record SubscriptionView
{
    /// <summary>The subscription.</summary>
    public required SubscriptionId Id { get; init; }

    /// <summary>How the subscriber is told.</summary>
    public required SubscriptionProtocol Protocol { get; init; }

    /// <summary>The topics it is told of.</summary>
    public required ImmutableArray<TopicId> Topics { get; init; }

    /// <summary>Where it is told.</summary>
    public required string Url { get; init; }

    /// <summary>How CloudEvents travel, of a webhook; else null.</summary>
    public CloudEventMode? Mode { get; init; }

    /// <summary>The changes it is told of; empty for all.</summary>
    public ImmutableArray<EntryChange> Changes { get; init; }

    /// <summary>Seconds for which changes are gathered, or null.</summary>
    public int? BatchSeconds { get; init; }

    /// <summary>What it is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>The feed's address that was subscribed to, of WebSub, its capability masked; else null.</summary>
    public string? FeedUrl { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>How it fares, and how far it was told.</summary>
    public required SubscriptionHealth Health { get; init; }

    internal static SubscriptionView Of(SubscriptionStatus status)
    {
        var definition = status.Definition;
        return new SubscriptionView
        {
            Id = definition.Id, Protocol = definition.Protocol, Topics = definition.Topics, Url = definition.Url,
            Mode = definition.Protocol == SubscriptionProtocol.Webhook ? definition.Mode : null, Changes = definition.Changes, BatchSeconds = definition.BatchSeconds,
            Description = definition.Description, FeedUrl = definition.FeedUrl is { } feed ? FeedAddress.Masked(feed) : null, CreatedAt = definition.CreatedAt, Health = status.Health,
        };
    }
}
