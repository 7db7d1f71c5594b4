using Aggregator.Store;

namespace Aggregator.Subscriptions;

/// <summary>What a callback's answer to the question whether it asked makes of a WebSub subscription.</summary>
internal static class HubFold
{
    private const int FailureCountMax = 3;
    private static readonly TimeSpan RepeatAfter = TimeSpan.FromSeconds(10);

    /// <summary>The subscription after it; null when it was never confirmed and is to be forgotten.</summary>
    /// <param name="current">The subscription as it stands by now.</param>
    /// <param name="request">What was asked to be confirmed.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="position">The topic's position when the request came.</param>
    internal static StoredSubscription? Answered(StoredSubscription current, PendingRequest request, DeliveryAttempt attempt, long position)
    {
        var memory = SubscriptionMemory.Of(current);
        var health = SubscriptionFold.Tried(current.Health, attempt);
        // Asked something else meanwhile: that is yet to be confirmed.
        if (memory.Request != request) return current with { Health = health };
        if (attempt.Outcome == CallResult.Ok) return Confirmed(current, memory, request, health, attempt.At, position);
        var isNo = attempt.Status is >= 200 and < 500 and not (408 or 429);
        if (!isNo && request.FailureCount + 1 < FailureCountMax)
        {
            var again = request with { FailureCount = request.FailureCount + 1, NextAt = attempt.At + RepeatAfter * (request.FailureCount + 1) };
            return current with { Health = health, Memory = (memory with { Request = again }).ToJson() };
        }
        // A renewal that is not confirmed leaves what there is; what never was is nothing.
        return health.Standing == SubscriptionStanding.Pending ? null : current with { Health = health, Memory = (memory with { Request = null }).ToJson() };
    }

    /// <summary>Ended, for a reason.</summary>
    internal static StoredSubscription Ended(StoredSubscription current, SubscriptionHealth health, SubscriptionReason reason, DateTimeOffset now) => current with
    {
        Health = SubscriptionFold.Stopped(health, SubscriptionStanding.Ended, reason) with { EndedAt = now, LeaseUntil = null },
    };

    private static StoredSubscription Confirmed(
        StoredSubscription current, SubscriptionMemory memory, PendingRequest request, SubscriptionHealth health, DateTimeOffset now, long position)
    {
        var settled = (memory with { Request = null, Secret = request.Subscribes ? request.Secret : null, Asker = request.Asker }).ToJson();
        if (!request.Subscribes) return Ended(current, health, SubscriptionReason.Unsubscribed, now) with { Memory = settled };
        var topic = current.Definition.Topics[0];
        var isRenewal = health.Standing == SubscriptionStanding.Active;
        health = isRenewal ? health : SubscriptionFold.Resumed(health).At(topic, position);
        // From now on the feed is called what its subscriber called it last: with another capability, perhaps.
        var definition = current.Definition with { FeedUrl = request.FeedUrl ?? current.Definition.FeedUrl };
        return current with { Definition = definition, Health = health with { LeaseUntil = now.AddSeconds(request.LeaseSeconds) }, Memory = settled };
    }
}
