using Aggregator.Subscriptions;

namespace Aggregator.Store;

/// <summary>Subscriptions, how far each was told, and a log of the attempts.</summary>
public interface ISubscriptionStore
{
    /// <summary>Subscriptions by id, ascending.</summary>
    /// <param name="after">Only ids above it; null for the first.</param>
    /// <param name="countMax">1 or more.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<IReadOnlyList<StoredSubscription>> ReadSubscriptionsAsync(SubscriptionId? after, int countMax, CancellationToken cancellation);

    /// <summary>One subscription, or null.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<StoredSubscription?> ReadSubscriptionAsync(SubscriptionId id, CancellationToken cancellation);

    /// <summary>
    /// Writes a subscription, and what an attempt came to with it, in one transaction; false, and nothing written, when its version is not one
    /// above the one that stands. The log keeps the last <see cref="StoredSubscription.AttemptCountMax"/> attempts.
    /// </summary>
    /// <param name="subscription">The subscription; version 1 creates it.</param>
    /// <param name="attempt">The attempt, or null.</param>
    /// <param name="cancellation">Cancels the wait for a place in the queue, not a commit that has begun.</param>
    Task<bool> PutSubscriptionAsync(StoredSubscription subscription, DeliveryAttempt? attempt, CancellationToken cancellation);

    /// <summary>Deletes a subscription with its log; false when there is none.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="cancellation">Cancels the wait for a place in the queue, not a commit that has begun.</param>
    Task<bool> DeleteSubscriptionAsync(SubscriptionId id, CancellationToken cancellation);

    /// <summary>A subscription's attempts, the newest first.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="before">Only attempts below this number; <see cref="long.MaxValue"/> for the newest.</param>
    /// <param name="countMax">1 or more.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    Task<IReadOnlyList<DeliveryAttempt>> ReadAttemptsAsync(SubscriptionId id, long before, int countMax, CancellationToken cancellation);
}
