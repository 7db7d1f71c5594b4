using Aggregator.Store;

namespace Aggregator.Subscriptions;

/// <summary>What an attempt makes of a subscription.</summary>
internal static class AttemptFold
{
    /// <summary>The subscription after it. What was changed while the request was under way stands.</summary>
    /// <param name="current">The subscription as it stands by now.</param>
    /// <param name="message">What was sent.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="chance">A random number from 0 to 1.</param>
    internal static StoredSubscription Fold(
        StoredSubscription current, OutboundMessage message, DeliveryAttempt attempt, CallResult result, SubscriptionOptions options, double chance)
    {
        var health = current.Health;
        // A test, or a message that a replay or a pause overtook: logged, and nothing else.
        var counts = message.IsOwed && health.Standing == SubscriptionStanding.Active && health.PositionOf(message.Topic!.Value) == message.After;
        if (!counts) return current with { Health = SubscriptionFold.Tried(health, attempt) };
        if (result.IsOk)
        {
            var told = SubscriptionFold.Told(health, attempt, message.ChangeCount);
            return current with { Health = message.Purpose == DeliveryPurpose.Deletion ? told.Lost(message.Topic!.Value) : told.At(message.Topic!.Value, message.Last), Memory = Repeating(current, message, null) };
        }
        var wait = RetrySchedule.After(health.FailureCount + 1, options.Waits, result.RetryAfter, chance);
        return current with { Health = Stopping(current, SubscriptionFold.Failed(health, attempt, wait)), Memory = Repeating(current, message, message.Last) };
    }

    private static string Repeating(StoredSubscription current, OutboundMessage message, long? through) =>
        SubscriptionMemory.Of(current).Repeating(message.Topic!.Value, through).ToJson();

    // A webhook waits for its owner; a WebSub subscriber may ask anew.
    private static SubscriptionHealth Stopping(StoredSubscription current, SubscriptionHealth health) =>
        health.Standing == SubscriptionStanding.Paused && current.Definition.Protocol == SubscriptionProtocol.Websub
            ? health with { Standing = SubscriptionStanding.Ended, EndedAt = health.LastAttemptAt } : health;
}
