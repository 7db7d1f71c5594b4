using Aggregator.Store;

namespace Aggregator.Subscriptions;

/// <summary>Wakes all subscriptions when a silo starts, so that what a stop or a crash left untold is told.</summary>
internal sealed class SubscriptionResumption(IStore store, IGrainFactory grains) : IStartupTask
{
    public async Task Execute(CancellationToken cancellationToken)
    {
        await foreach (var subscription in StorePages.AllAsync<StoredSubscription, SubscriptionId>(store.ReadSubscriptionsAsync, subscription => subscription.Definition.Id, cancellationToken))
            await grains.GetGrain<ISubscriptionGrain>(subscription.Definition.Id.Value).WakeAsync();
    }
}
