using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Headers;
using Aggregator.Feeds;
using Aggregator.Topics;

namespace Aggregator.Subscriptions;

/// <summary>Makes the messages that a webhook is sent: CloudEvents, signed as Standard Webhooks say.</summary>
internal static class WebhookMessages
{
    private const string StructuredType = "application/cloudevents+json";
    private const string BatchType = "application/cloudevents-batch+json";
    private const string DataType = "application/json";

    /// <summary>One change, or several in one request where the subscription gathers them.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="topic">The topic they are of.</param>
    /// <param name="after">The position that was told last.</param>
    /// <param name="entries">The changes, one or more.</param>
    /// <param name="secrets">What signs at a moment.</param>
    /// <param name="clock">Tells the moment of an attempt.</param>
    internal static OutboundMessage Changes(
        SubscriptionDefinition subscription, TopicDefinition topic, long after, ImmutableArray<FeedEntry> entries, Func<DateTimeOffset, IEnumerable<string>> secrets, TimeProvider clock)
    {
        var (first, last) = (entries[0], entries[^1]);
        var gathers = subscription.BatchSeconds is not null;
        var id = gathers ? string.Create(CultureInfo.InvariantCulture, $"{FeedIds.NameOf(topic)}:{first.Position}-{last.Position}") : CloudEventWriter.IdOf(topic, first);
        return new OutboundMessage
        {
            Purpose = DeliveryPurpose.Changes, Id = id, Topic = first.Topic, After = after, First = first.Position, Last = last.Position, ChangeCount = entries.Length,
            Make = () =>
            {
                if (gathers) return Signed(subscription, id, CloudEventWriter.Batch(topic, entries), BatchType, [], secrets, clock);
                return subscription.Mode == CloudEventMode.Structured
                    ? Signed(subscription, id, CloudEventWriter.Structured(topic, first), StructuredType, [], secrets, clock)
                    : Signed(subscription, id, CloudEventWriter.Data(first), DataType, CloudEventWriter.AttributesOf(topic, first), secrets, clock);
            },
        };
    }

    /// <summary>A test, made like a change.</summary>
    internal static OutboundMessage Ping(SubscriptionDefinition subscription, Func<DateTimeOffset, IEnumerable<string>> secrets, TimeProvider clock)
    {
        var id = $"ping:{Guid.NewGuid():N}";
        return new OutboundMessage { Purpose = DeliveryPurpose.Ping, Id = id, Make = () => Notice(subscription, CloudEventNotice.Ping(subscription.Id, id, clock.GetUtcNow()), secrets, clock) };
    }

    /// <summary>That a topic was deleted.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="position">The position that was told last: what came after it is lost.</param>
    /// <param name="secrets">What signs at a moment.</param>
    /// <param name="clock">Tells the moment of an attempt.</param>
    internal static OutboundMessage Deletion(
        SubscriptionDefinition subscription, TopicId topic, long position, Func<DateTimeOffset, IEnumerable<string>> secrets, TimeProvider clock)
    {
        // The same on every attempt, so without a time: when the topic was deleted is not kept.
        var notice = CloudEventNotice.Deletion(subscription.Id, topic, position);
        return new OutboundMessage
        {
            Purpose = DeliveryPurpose.Deletion, Id = notice.Id, Topic = topic, After = position, First = position, Last = position, Make = () => Notice(subscription, notice, secrets, clock),
        };
    }

    private static HttpRequestMessage Notice(SubscriptionDefinition subscription, CloudEventNotice notice, Func<DateTimeOffset, IEnumerable<string>> secrets, TimeProvider clock) =>
        subscription.BatchSeconds is not null ? Signed(subscription, notice.Id, CloudEventWriter.Batch(notice), BatchType, [], secrets, clock)
        : subscription.Mode == CloudEventMode.Structured ? Signed(subscription, notice.Id, CloudEventWriter.Structured(notice), StructuredType, [], secrets, clock)
        : Signed(subscription, notice.Id, CloudEventWriter.Data(notice), DataType, notice.Attributes, secrets, clock);

    private static HttpRequestMessage Signed(
        SubscriptionDefinition subscription, string id, byte[] body, string type, IEnumerable<(string Name, string Value)> attributes,
        Func<DateTimeOffset, IEnumerable<string>> secrets, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var seconds = now.ToUnixTimeSeconds();
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(type, "utf-8");
        var request = new HttpRequestMessage(HttpMethod.Post, subscription.Url) { Content = content };
        foreach (var (name, value) in attributes) request.Headers.TryAddWithoutValidation($"ce-{name}", value);
        request.Headers.TryAddWithoutValidation("webhook-id", id);
        request.Headers.TryAddWithoutValidation("webhook-timestamp", seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", WebhookSignature.Of(secrets(now), id, seconds, body));
        return request;
    }
}
