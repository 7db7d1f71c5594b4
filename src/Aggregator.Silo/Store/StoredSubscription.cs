using Aggregator.Subscriptions;

namespace Aggregator.Store;

/// <summary>A subscription as the store has it.</summary>
/// <param name="Definition">The subscription.</param>
/// <param name="Health">How it fares.</param>
/// <param name="Memory">What delivering remembers (secrets, a request that is not confirmed yet), as JSON of its own; at most 16 KiB.</param>
/// <param name="Version">Counts writes, from 1.</param>
public sealed record StoredSubscription(SubscriptionDefinition Definition, SubscriptionHealth Health, string Memory, long Version)
{
    /// <summary>Largest <see cref="Memory"/>, in bytes of UTF-8.</summary>
    public const int MemoryBytesMax = 16 * 1024;

    /// <summary>Attempts that a subscription's log keeps; older ones go.</summary>
    public const int AttemptCountMax = 200;
}
