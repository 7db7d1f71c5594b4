using System.Globalization;
using Aggregator.Topics;

namespace Aggregator.Subscriptions;

/// <summary>What a webhook is told beside the changes of its topics, as a CloudEvent whose source is the subscription.</summary>
internal sealed record CloudEventNotice
{
    /// <summary>The event's id: the idempotency key.</summary>
    internal required string Id { get; init; }

    /// <summary>What it tells, as in <c>aggregator.topic.deleted</c>.</summary>
    internal required string Type { get; init; }

    /// <summary>When it came to be.</summary>
    internal DateTimeOffset? Time { get; init; }

    /// <summary>Who is told.</summary>
    internal required SubscriptionId Subscription { get; init; }

    /// <summary>The topic it is about, or null.</summary>
    internal TopicId? Topic { get; init; }

    /// <summary>The position of it that was told last, or null.</summary>
    internal long? Position { get; init; }

    /// <summary>A test.</summary>
    internal static CloudEventNotice Ping(SubscriptionId subscription, string id, DateTimeOffset now) => new() { Id = id, Type = "aggregator.ping", Time = now, Subscription = subscription };

    /// <summary>That a topic was deleted.</summary>
    internal static CloudEventNotice Deletion(SubscriptionId subscription, TopicId topic, long position) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"deleted:{subscription}:{topic}:{position}"), Type = "aggregator.topic.deleted", Subscription = subscription, Topic = topic, Position = position,
    };

    /// <summary>Its attributes, in the order they are written.</summary>
    internal IEnumerable<(string Name, string Value)> Attributes =>
    [
        ("specversion", "1.0"), ("id", Id), ("source", $"urn:aggregator:subscription:{Subscription}"), ("type", Type), .. Topic is { } topic ? [("subject", topic.Value)] : Array.Empty<(string, string)>(),
        .. Time is { } time ? [("time", CloudEventWriter.Moment(time))] : Array.Empty<(string, string)>(),
    ];
}
