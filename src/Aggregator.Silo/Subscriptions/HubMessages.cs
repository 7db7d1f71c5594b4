using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Headers;
using Aggregator.Feeds;

namespace Aggregator.Subscriptions;

/// <summary>Makes the messages of a WebSub hub (W3C Recommendation, sections 5 to 7).</summary>
internal static class HubMessages
{
    /// <summary>The feed with the entries after a position, in the form of the address that was subscribed to, signed where there is a secret.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="feed">The address that was subscribed to.</param>
    /// <param name="after">The position that was told last.</param>
    /// <param name="entries">The feed with the entries.</param>
    /// <param name="secret">What signs it, or null.</param>
    /// <param name="algorithm">How it is signed.</param>
    internal static OutboundMessage Content(SubscriptionDefinition subscription, FeedAddress feed, long after, TopicDocument entries, string? secret, HubAlgorithm algorithm)
    {
        var page = entries.Page;
        var (first, last) = (page.Entries[0].Position, page.Entries[^1].Position);
        var document = entries.Make();
        // Who came in by a capability follows the feed's own links by it.
        if (feed.Token is { } token) document = document.WithAddresses($"{feed.Server}/v1/topics/{feed.Topic}/", address => FeedAddress.Carrying(address, token));
        var body = FeedWriter.Write(document, feed.Form);
        return new OutboundMessage
        {
            Purpose = DeliveryPurpose.Changes, Id = string.Create(CultureInfo.InvariantCulture, $"{feed.Topic}:{first}-{last}"), Topic = feed.Topic, After = after, First = first, Last = last,
            ChangeCount = page.Entries.Length,
            Make = () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, subscription.Url) { Content = new ByteArrayContent(body) };
                request.Content.Headers.ContentType = new MediaTypeHeaderValue(FeedForms.MediaType(feed.Form), "utf-8");
                request.Headers.TryAddWithoutValidation("Link", $"<{FeedAddress.HubOf(feed.Server)}>; rel=\"hub\", <{subscription.FeedUrl}>; rel=\"self\"");
                if (secret is not null) request.Headers.TryAddWithoutValidation("X-Hub-Signature", HubSignature.Of(algorithm, secret, body));
                return request;
            },
        };
    }

    /// <summary>Asks a callback whether it asked; it answers with the challenge.</summary>
    internal static OutboundMessage Verification(SubscriptionDefinition subscription, PendingRequest request, string challenge) => Question(
        subscription, DeliveryPurpose.Verification, $"verify:{challenge[..16]}",
        [
            ("hub.mode", request.Subscribes ? "subscribe" : "unsubscribe"), ("hub.topic", request.FeedUrl ?? subscription.FeedUrl!), ("hub.challenge", challenge),
            .. request.Subscribes ? (ImmutableArray<(string, string)>)[("hub.lease_seconds", request.LeaseSeconds.ToString(CultureInfo.InvariantCulture))] : [],
        ]);

    /// <summary>Tells a callback that nothing more comes.</summary>
    internal static OutboundMessage Denial(SubscriptionDefinition subscription, string reason) => Question(
        subscription, DeliveryPurpose.Denial, $"deny:{subscription.Id}", [("hub.mode", "denied"), ("hub.topic", subscription.FeedUrl!), ("hub.reason", reason)]);

    private static OutboundMessage Question(SubscriptionDefinition subscription, DeliveryPurpose purpose, string id, IEnumerable<(string Name, string Value)> parameters)
    {
        // The callback's own parameters stay as they are.
        var separator = subscription.Url.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var address = subscription.Url + separator + string.Join('&', parameters.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
        return new OutboundMessage { Purpose = purpose, Id = id, Make = () => new HttpRequestMessage(HttpMethod.Get, address) };
    }
}
