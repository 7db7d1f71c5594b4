using System.Collections.Immutable;
using Aggregator.Store;

namespace Aggregator.Subscriptions;

/// <summary>What its owner's changes make of a webhook.</summary>
internal static class SubscriptionChanges
{
    /// <summary>Whether changes would make it gather in the binary mode, which has one change a request.</summary>
    /// <param name="before">The subscription before.</param>
    /// <param name="change">The changes.</param>
    internal static bool GathersBinary(SubscriptionDefinition before, WebhookChange change) =>
        (change.Mode ?? before.Mode) == CloudEventMode.Binary && (change.BatchSeconds ?? before.BatchSeconds ?? 0) > 0;

    /// <summary>The subscription after them.</summary>
    /// <param name="current">The subscription before.</param>
    /// <param name="change">The changes.</param>
    /// <param name="starts">Where its topics begin, for other topics; or null.</param>
    internal static StoredSubscription Apply(StoredSubscription current, WebhookChange change, ImmutableArray<TopicPosition>? starts)
    {
        var before = current.Definition;
        var definition = before with
        {
            Topics = change.Topics ?? before.Topics,
            Url = change.Url ?? before.Url,
            Mode = change.Mode ?? before.Mode,
            Changes = change.Changes ?? before.Changes,
            BatchSeconds = change.BatchSeconds is { } seconds ? seconds == 0 ? null : seconds : before.BatchSeconds,
            Description = change.Description ?? before.Description,
        };
        var health = starts is { } positions ? SubscriptionFold.Of(current.Health, positions) : current.Health;
        health = change.Paused switch
        {
            true when health.Standing == SubscriptionStanding.Active => SubscriptionFold.Stopped(health, SubscriptionStanding.Paused, SubscriptionReason.Asked),
            false => SubscriptionFold.Resumed(health),
            // A mended callback is tried at once.
            _ when change.Url is not null => health with { NextAttemptAt = null },
            _ => health,
        };
        return current with { Definition = definition, Health = health };
    }
}
