using System.Collections.Immutable;
using Aggregator.Topics;
using Orleans.Concurrency;

namespace Aggregator.Subscriptions;

/// <summary>Tells one subscriber, in order and at least once. Key: the subscription's id.</summary>
[Alias("aggregator.subscription")]
public interface ISubscriptionGrain : IGrainWithStringKey
{
    /// <summary>Makes a webhook.</summary>
    /// <param name="request">The webhook.</param>
    [Alias("create")]
    Task<SubscriptionReply> CreateAsync(WebhookRequest request);

    /// <summary>Takes in a WebSub request; what it asks is confirmed with its callback before it takes effect.</summary>
    /// <param name="request">The request; the grain's key is made of its feed's address and its callback.</param>
    [Alias("hub")]
    Task<SubscriptionReply> RequestAsync(HubRequest request);

    /// <summary>The subscription as it stands, or null.</summary>
    [Alias("status"), AlwaysInterleave]
    Task<SubscriptionStatus?> ReadStatusAsync();

    /// <summary>Changes, pauses or resumes it.</summary>
    /// <param name="change">What to change.</param>
    [Alias("change")]
    Task<SubscriptionReply> ChangeAsync(WebhookChange change);

    /// <summary>Deletes it with its log; false when there is none.</summary>
    [Alias("delete")]
    Task<bool> DeleteAsync();

    /// <summary>Makes a new secret; for a while both sign.</summary>
    /// <param name="secret">The new secret, or null to have one made.</param>
    /// <param name="overlap">How long the old one signs, too; 0 or more.</param>
    [Alias("rotate")]
    Task<SubscriptionReply> RotateAsync(string? secret, TimeSpan overlap);

    /// <summary>Tells a topic's changes after a position again, or goes on behind a later one.</summary>
    /// <param name="topic">One of its topics.</param>
    /// <param name="after">The position.</param>
    [Alias("replay")]
    Task<SubscriptionReply> ReplayAsync(TopicId topic, long after);

    /// <summary>Sends a webhook a test and answers what came of it.</summary>
    [Alias("ping"), ResponseTimeout("00:06:00")]
    Task<SubscriptionReply> PingAsync();

    /// <summary>The log, newest first.</summary>
    /// <param name="before">Only attempts below this number; <see cref="long.MaxValue"/> for the newest.</param>
    /// <param name="countMax">1 to 500.</param>
    /// <returns>Null when there is no such subscription.</returns>
    [Alias("attempts"), AlwaysInterleave]
    Task<ImmutableArray<DeliveryAttempt>?> ReadAttemptsAsync(long before, int countMax);

    /// <summary>Forgets it where it has ended; else nothing.</summary>
    [Alias("forget"), OneWay]
    Task ForgetAsync();

    /// <summary>Looks whether there is something to tell; nothing to do is fine.</summary>
    [Alias("wake"), OneWay]
    Task WakeAsync();
}
