namespace Aggregator.Subscriptions;

/// <summary>A WebSub request that its callback has yet to confirm.</summary>
/// <param name="Subscribes">True to subscribe or renew, false to unsubscribe.</param>
/// <param name="LeaseSeconds">The lease that is granted.</param>
/// <param name="Secret">The secret to sign with from then on, or null.</param>
/// <param name="NextAt">When the callback is asked, UTC.</param>
/// <param name="FailureCount">How often that failed.</param>
/// <param name="Asker">Who asked; null in what an older version wrote.</param>
/// <param name="FeedUrl">The feed's address as this request wrote it; null in what an older version wrote.</param>
/// <param name="From">The topic's position when it was asked: what comes after it is told; null in what an older version wrote.</param>
internal sealed record PendingRequest(bool Subscribes, long LeaseSeconds, string? Secret, DateTimeOffset NextAt, int FailureCount, HubAsker? Asker = null, string? FeedUrl = null, long? From = null);
