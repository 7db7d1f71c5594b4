using Aggregator.Store;
using Microsoft.Extensions.Options;

namespace Aggregator.Subscriptions;

/// <summary>
/// Knows the places that are taken: what the store had some seconds ago, and what was taken since. While places are asked for, the store is read anew every ten
/// seconds, and every second while there are none.
/// </summary>
internal sealed class SubscriptionGateGrain(IStore store, IOptions<SubscriptionOptions> options, TimeProvider clock) : Grain, ISubscriptionGateGrain
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FreshWhileFull = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Unwritten = TimeSpan.FromSeconds(3);

    private SubscriptionPlaces _places = new();
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    public async Task<SubscriptionRefusal?> TakeAsync(SubscriptionId id, SubscriptionProtocol protocol, string host)
    {
        if (clock.GetUtcNow() - _readAt > Fresh) await ReadAsync();
        if (Take() is not { } refusal) return null;
        if (clock.GetUtcNow() - _readAt <= FreshWhileFull) return refusal;
        await ReadAsync();
        return Take();

        SubscriptionRefusal? Take() => _places.Take(id, protocol, host, options.Value, clock.GetUtcNow());
    }

    private async Task ReadAsync()
    {
        var (now, read) = (clock.GetUtcNow(), new SubscriptionPlaces());
        await foreach (var subscription in StorePages.AllAsync<StoredSubscription, SubscriptionId>(store.ReadSubscriptionsAsync, stored => stored.Definition.Id, CancellationToken.None))
            read.Add(subscription);
        read.Keep(_places, now - Unwritten);
        (_places, _readAt) = (read, now);
        // Whoever subscribes and leaves again and again must not fill the store either.
        foreach (var ended in read.EndedBeyond(options.Value.HubCountMax)) await GrainFactory.GetGrain<ISubscriptionGrain>(ended.Value).ForgetAsync();
    }
}
