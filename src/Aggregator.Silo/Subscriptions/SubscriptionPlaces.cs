using Aggregator.Store;

namespace Aggregator.Subscriptions;

/// <summary>The places that subscriptions take up. One that ended takes none, but is kept for a while to be looked at.</summary>
internal sealed class SubscriptionPlaces
{
    private readonly Dictionary<SubscriptionId, Place> _places = [];
    private readonly List<(SubscriptionId Id, DateTimeOffset EndedAt)> _ended = [];

    /// <summary>Takes in a subscription as the store has it.</summary>
    internal void Add(StoredSubscription subscription)
    {
        var (definition, health) = (subscription.Definition, subscription.Health);
        var hasEnded = health.Standing == SubscriptionStanding.Ended;
        // Who asks anew takes a place again.
        if (hasEnded && SubscriptionMemory.Of(subscription).Request is null) _ended.Add((definition.Id, health.EndedAt ?? definition.CreatedAt));
        else _places[definition.Id] = new Place(definition.Protocol, HostOf(definition.Url), hasEnded || health.Standing == SubscriptionStanding.Pending, default);
    }

    /// <summary>Keeps places of others that were taken after a moment and may not be written yet.</summary>
    internal void Keep(SubscriptionPlaces others, DateTimeOffset after)
    {
        foreach (var (id, place) in others._places)
            if (place.TakenAt > after) _places.TryAdd(id, place);
    }

    /// <summary>Takes a place; null where there is one, else why not.</summary>
    internal SubscriptionRefusal? Take(SubscriptionId id, SubscriptionProtocol protocol, string host, SubscriptionOptions bounds, DateTimeOffset now)
    {
        var others = _places.Where(place => place.Key != id && place.Value.Protocol == protocol).Select(place => place.Value).ToList();
        SubscriptionRefusal? refusal = protocol == SubscriptionProtocol.Webhook
            ? others.Count >= bounds.CountMax ? SubscriptionRefusal.TooMany : null
            : others.Count >= bounds.HubCountMax ? SubscriptionRefusal.HubFull
            : others.Count(place => place.Host == host) >= bounds.HubCallbackHostCountMax ? SubscriptionRefusal.HubHostFull
            : others.Count(place => place.IsPending) >= bounds.HubPendingCountMax ? SubscriptionRefusal.HubBusy
            : null;
        if (refusal is null) _places[id] = new Place(protocol, host, protocol == SubscriptionProtocol.Websub, now);
        return refusal;
    }

    /// <summary>Those that ended beyond as many as are kept, the oldest first.</summary>
    internal IReadOnlyList<SubscriptionId> EndedBeyond(int countMax) =>
        [.. _ended.OrderBy(ended => ended.EndedAt).Take(Math.Max(0, _ended.Count - countMax)).Select(ended => ended.Id)];

    /// <summary>The host that a subscription counts for.</summary>
    internal static string HostOf(string url) => new Uri(url).IdnHost;

    private readonly record struct Place(SubscriptionProtocol Protocol, string Host, bool IsPending, DateTimeOffset TakenAt);
}
