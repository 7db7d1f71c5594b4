using Aggregator.Store;

namespace Aggregator.Subscriptions;

/// <summary>Wakes all subscriptions when a silo starts, so that what a stop or a crash left untold is told.</summary>
internal sealed class SubscriptionResumption(IStore store, IGrainFactory grains) : IStartupTask
{
    private const int PageCount = 500;

    public async Task Execute(CancellationToken cancellationToken)
    {
        SubscriptionId? after = null;
        for (var page = await ReadAsync(after); page.Count > 0; page = await ReadAsync(after))
        {
            foreach (var subscription in page) await grains.GetGrain<ISubscriptionGrain>(subscription.Definition.Id.Value).WakeAsync();
            after = page[^1].Definition.Id;
        }

        Task<IReadOnlyList<StoredSubscription>> ReadAsync(SubscriptionId? last) => store.ReadSubscriptionsAsync(last, PageCount, cancellationToken);
    }
}
