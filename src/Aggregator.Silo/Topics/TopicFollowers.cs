using System.Collections.Immutable;
using Aggregator.Telemetry;
using Orleans.Concurrency;

namespace Aggregator.Topics;

/// <summary>Who follows a topic: observers of API nodes, each with the connections behind it, dropped when not renewed in time.</summary>
internal sealed class TopicFollowers(TimeSpan patience, StageMetrics metrics, TimeProvider clock)
{
    private const int ObserverCountMax = 1_000;

    private readonly Dictionary<ITopicObserver, (int ConnectionCount, DateTimeOffset RenewedAt)> _observers = [];

    internal int ConnectionCount => _observers.Values.Sum(follower => follower.ConnectionCount);

    internal void Renew(ITopicObserver observer, int connectionCount)
    {
        Expire();
        if (!_observers.ContainsKey(observer) && _observers.Count >= ObserverCountMax) throw new InvalidOperationException($"A topic has {ObserverCountMax} observers at most.");
        metrics.Following(connectionCount - _observers.GetValueOrDefault(observer).ConnectionCount);
        _observers[observer] = (connectionCount, clock.GetUtcNow());
    }

    internal void Remove(ITopicObserver observer)
    {
        if (_observers.Remove(observer, out var follower)) metrics.Following(-follower.ConnectionCount);
    }

    internal async Task TellAsync(ImmutableArray<FeedEntry> entries)
    {
        Expire();
        foreach (var observer in _observers.Keys.ToList()) await observer.OnRecordedAsync(entries.AsImmutable());
    }

    internal async Task TellDeletedAsync()
    {
        foreach (var observer in _observers.Keys.ToList())
        {
            await observer.OnDeletedAsync();
            Remove(observer);
        }
    }

    /// <summary>Lets all go, and tells them so: the grain ends, and its next activation knows none of them.</summary>
    internal async Task TellMovedAsync()
    {
        foreach (var observer in _observers.Keys.ToList())
        {
            await observer.OnMovedAsync();
            Remove(observer);
        }
    }

    private void Expire()
    {
        var since = clock.GetUtcNow() - patience;
        foreach (var (observer, _) in _observers.Where(follower => follower.Value.RenewedAt < since).ToList()) Remove(observer);
    }
}
