using Aggregator.Access;
using Aggregator.Store;

namespace Aggregator.Subscriptions;

/// <summary>Whether a WebSub subscriber may still read what it is told: as a request of whoever asked would be checked now.</summary>
internal sealed class HubAccess(IAccessStore keys, ServerDoor door, TimeProvider clock)
{
    /// <summary>True while one of what the subscriber came in by lets it read the topic.</summary>
    /// <param name="asker">Who asked.</param>
    /// <param name="feedUrl">The feed's address, with a capability or without one.</param>
    /// <param name="topic">Who may read the topic.</param>
    internal async Task<bool> MayReadAsync(HubAsker asker, string? feedUrl, TopicAccess topic)
    {
        var now = clock.GetUtcNow();
        if (!topic.Private && (door.OpenToAll || (asker.Local && door.OpenToMachine))) return true;
        if (asker.TokenEndsAt > now) return true;
        if (FeedAddress.Read(feedUrl)?.Token is { } token && AccessToken.IsSecret(token) && KeyRule.Find(topic.Capability.Secrets, token, now) is not null) return true;
        if (asker is not { Key: { } id, KeyHash: { } hash }) return false;
        var key = door.First?.Id == id ? door.First : await keys.ReadKeyAsync(id, CancellationToken.None);
        return key is not null && KeyRule.MayRead(key, hash, now);
    }
}
