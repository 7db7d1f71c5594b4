using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Feeds;
using Aggregator.Store;
using Aggregator.Topics;
using Microsoft.Extensions.Logging;

namespace Aggregator.Subscriptions;

/// <content>What WebSub asks beside telling: confirmation, leases, denial.</content>
internal sealed partial class SubscriptionGrain
{
    private const int ChallengeBytes = 24;
    private static readonly HubAsker Unnamed = new() { Local = true };

    public async Task<SubscriptionReply> RequestAsync(HubRequest request)
    {
        var isNew = _stored is null or { Health.Standing: SubscriptionStanding.Ended } && _memory.Request is null;
        if (isNew && !request.Subscribes) return Refuse(SubscriptionRefusal.Unknown);
        if (AddressRefusal(request.Callback) is { } address) return Refuse(address);
        var (starts, refused) = await StartsAsync([request.Topic], after: null);
        if (refused is not null) return refused;
        if (isNew && await PlaceRefusalAsync(SubscriptionProtocol.Websub, _stored?.Definition.Url ?? request.Callback) is { } full) return Refuse(full);
        var now = clock.GetUtcNow();
        var pending = new PendingRequest(request.Subscribes, (long)options.Value.Leases.Grant(request.LeaseSeconds, request.EndsAt - now).TotalSeconds, request.Secret, now, 0, request.Asker, request.FeedUrl, starts[0].Position);
        await WriteAsync(current => (current is not null
            ? current with { Memory = (SubscriptionMemory.Of(current) with { Request = pending }).ToJson() }
            : new StoredSubscription(
                new SubscriptionDefinition { Id = Id, Protocol = SubscriptionProtocol.Websub, Topics = [request.Topic], Url = request.Callback, FeedUrl = request.FeedUrl, CreatedAt = now },
                new SubscriptionHealth { Standing = SubscriptionStanding.Pending, Positions = starts }, new SubscriptionMemory { Request = pending }.ToJson(), 1), null));
        return Answer();
    }

    /// <summary>Asks the callback whether it asked, and does what it confirms.</summary>
    private async Task VerifyAsync(StoredSubscription subscription, PendingRequest request)
    {
        var challenge = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(ChallengeBytes));
        var message = HubMessages.Verification(subscription.Definition, request, challenge);
        var result = await CallAsync(subscription, message);
        if (result.IsOk && !result.Body.Span.SequenceEqual(Encoding.ASCII.GetBytes(challenge)))
            result = result with { Outcome = "not-confirmed", Error = "The callback did not answer with the challenge." };
        var topic = subscription.Definition.Topics[0];
        // What is recorded while the callback is asked is told too.
        var position = request.From ?? (await GrainFactory.GetGrain<ITopicGrain>(topic.Value).ReadStatusAsync())?.Position ?? subscription.Health.PositionOf(topic) ?? 0;
        var isForgotten = false;
        await WriteAsync(current =>
        {
            if (current is null) return null;
            var attempt = message.Attempt(result, current.Health.AttemptCount + 1, request.FailureCount + 1);
            if (HubFold.Answered(current, request, attempt, position) is { } next) return (next, attempt);
            isForgotten = true;
            return null;
        });
        LogAnswered(logger, Id.Value, request.Subscribes ? "subscribe" : "unsubscribe", result.Outcome);
        if (isForgotten) await DeleteAsync();
    }

    /// <summary>Why a WebSub subscriber may be told no more; null while whoever asked may read the topic.</summary>
    private async Task<string?> DenialAsync(SubscriptionDefinition definition, TopicId topic)
    {
        if (await GrainFactory.GetGrain<ITopicGrain>(topic.Value).ReadAccessAsync() is not { } read) return null;
        if (await access.MayReadAsync(_memory.Asker ?? Unnamed, definition.FeedUrl, read)) return null;
        return read.Private ? "The topic is private." : "What the subscription was asked with lets nobody read the topic any more.";
    }

    /// <summary>Tells the callback, once, that it is told nothing more, and why, and ends the subscription whatever it answers.</summary>
    private async Task DenyAsync(StoredSubscription subscription, string reason)
    {
        var message = HubMessages.Denial(subscription.Definition, reason);
        var result = await CallAsync(subscription, message);
        await WriteAsync(current =>
        {
            if (current is null) return null;
            var attempt = message.Attempt(result, current.Health.AttemptCount + 1, 1);
            return (HubFold.Ended(current, SubscriptionFold.Tried(current.Health, attempt), SubscriptionReason.Denied, attempt.At), attempt);
        });
    }

    /// <summary>The feed's new entries; those of a document that failed are sent again as they were. Null when the subscriber may not be told: then it is denied.</summary>
    private async Task<OutboundMessage?> NextContentAsync(StoredSubscription subscription, TopicId topic, long position, FeedPage page)
    {
        var definition = subscription.Definition;
        if (await DenialAsync(definition, topic) is { } denial)
        {
            await DenyAsync(subscription, denial);
            return null;
        }
        var feed = FeedAddress.Read(definition.FeedUrl) ?? throw new InvalidDataException($"Subscription '{definition.Id}' is of no feed.");
        var repeated = page.Entries.Where(entry => entry.Position <= _memory.RepeatThroughOf(topic)).ToImmutableArray();
        var document = new TopicDocument(repeated.IsEmpty ? page : page with { Entries = repeated }, feed.Window, feed.Form, feed.Server) { Hub = FeedAddress.HubOf(feed.Server) };
        if (document.TakenBack is { IsEmpty: false } taken)
            document = document with { Earlier = await GrainFactory.GetGrain<ITopicGrain>(topic.Value).ReadPlacesAsync(taken, page.Entries[0].Position, TopicDocument.EarlierCountMax) ?? [] };
        return HubMessages.Content(definition, feed, position, document, _memory.Secret, options.Value.HubAlgorithm);
    }

    private Task ExpireAsync(DateTimeOffset now) => WriteAsync(current =>
        current?.Health.LeaseUntil <= now ? (HubFold.Ended(current, current.Health, SubscriptionReason.Expired, now), null) : null);

    private async Task<CallResult> CallAsync(StoredSubscription subscription, OutboundMessage message)
    {
        var result = await sender.SendAsync(message.Make, new Uri(subscription.Definition.Url).IdnHost, subscription.Health.FailureCount > 0, _ending.Token);
        metrics.Delivered(subscription.Definition.Protocol, result.Outcome);
        return result;
    }

    [LoggerMessage(LogLevel.Information, "The callback of subscription {Subscription} was asked whether it wants to {Mode}: {Outcome}.")]
    private static partial void LogAnswered(ILogger logger, string subscription, string mode, string outcome);
}
