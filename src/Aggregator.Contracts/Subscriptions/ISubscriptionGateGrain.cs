namespace Aggregator.Subscriptions;

/// <summary>Keeps the number of subscriptions within bounds: webhooks and WebSub subscribers each within their own. Key 0.</summary>
[Alias("aggregator.subscription-gate")]
public interface ISubscriptionGateGrain : IGrainWithIntegerKey
{
    /// <summary>Takes a place for a subscription that is about to be written; null where there is one, else why not.</summary>
    /// <param name="id">The subscription; a place that it has already is not counted.</param>
    /// <param name="protocol">How it is told.</param>
    /// <param name="host">The host that is called.</param>
    [Alias("take")]
    Task<SubscriptionRefusal?> TakeAsync(SubscriptionId id, SubscriptionProtocol protocol, string host);
}
