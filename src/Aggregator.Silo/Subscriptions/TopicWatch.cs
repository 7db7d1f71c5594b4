using System.Collections.Immutable;
using Aggregator.Topics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Aggregator.Subscriptions;

/// <summary>
/// Follows topics for all subscriptions of this silo at once: one observer a topic, renewed before it is dropped. What it hears is a hint to look; each renewal tells
/// the position, so that a hint which was lost is made up for.
/// </summary>
internal sealed partial class TopicWatch(IGrainFactory grains, IOptions<SubscriptionOptions> options, TimeProvider clock, ILogger<TopicWatch> logger) : BackgroundService
{
    private const int RenewalCountMax = 16;
    private readonly Dictionary<TopicId, WatchedTopic> _topics = [];

    /// <summary>Wakes a subscription when there may be news in a topic, until it is left.</summary>
    internal void Join(TopicId topic, SubscriptionId subscription)
    {
        lock (_topics)
        {
            if (_topics.TryGetValue(topic, out var watched))
            {
                watched.Join(subscription);
                return;
            }
            watched = new WatchedTopic(topic, grains, logger);
            watched.Join(subscription);
            _topics.Add(topic, watched);
            // From outside the grain that asks: references to observers are made there.
            _ = Task.Run(watched.RenewAsync);
        }
    }

    /// <summary>Wakes a subscription no more for a topic.</summary>
    internal void Leave(TopicId topic, SubscriptionId subscription)
    {
        lock (_topics)
        {
            if (!_topics.TryGetValue(topic, out var watched) || watched.Leave(subscription) > 0) return;
            _topics.Remove(topic);
            _ = Task.Run(watched.ReleaseAsync);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.RenewSeconds), clock);
        try
        {
            while (await pause.WaitForNextTickAsync(stoppingToken))
            {
                List<WatchedTopic> topics;
                lock (_topics) topics = [.. _topics.Values];
                // Several at once: a topic whose server does not answer holds up a few, not all.
                await Parallel.ForEachAsync(topics, new ParallelOptions { MaxDegreeOfParallelism = RenewalCountMax, CancellationToken = stoppingToken }, async (topic, _) => await topic.RenewAsync());
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The silo stops.
        }
    }

    /// <summary>A topic and who is to be woken.</summary>
    private sealed partial class WatchedTopic(TopicId id, IGrainFactory grains, ILogger logger) : ITopicObserver
    {
        private readonly HashSet<SubscriptionId> _subscriptions = [];
        private readonly ITopicGrain _topic = grains.GetGrain<ITopicGrain>(id.Value);
        private readonly Lock _turns = new();
        private Task _asking = Task.CompletedTask;
        private ITopicObserver? _reference;
        private bool _isLeft;
        private long _position = -1;

        internal void Join(SubscriptionId subscription)
        {
            lock (_subscriptions) _subscriptions.Add(subscription);
        }

        internal int Leave(SubscriptionId subscription)
        {
            lock (_subscriptions)
            {
                _subscriptions.Remove(subscription);
                return _subscriptions.Count;
            }
        }

        public async Task OnRecordedAsync(Immutable<ImmutableArray<FeedEntry>> entries)
        {
            if (entries.Value is [.., { Position: var last }]) Volatile.Write(ref _position, last);
            await WakeAsync();
        }

        // Also one that became private says so, and has let all go: who may be told goes on at once.
        public async Task OnDeletedAsync()
        {
            _ = Task.Run(RenewAsync);
            await WakeAsync();
        }

        // The topic lives elsewhere from now on: followed there at once, not with the next renewal.
        public Task OnMovedAsync()
        {
            _ = Task.Run(RenewAsync);
            return Task.CompletedTask;
        }

        internal Task RenewAsync() => InTurnAsync(FollowAsync);

        internal Task ReleaseAsync() => InTurnAsync(UnfollowAsync);

        // One after the other: one that is left while it still asks to follow would else be told for good.
        private Task InTurnAsync(Func<Task> ask)
        {
            lock (_turns) return _asking = AskAsync(_asking);

            async Task AskAsync(Task before)
            {
                await before;
                await ask();
            }
        }

        private async Task FollowAsync()
        {
            if (_isLeft) return;
            try
            {
                _reference ??= grains.CreateObjectReference<ITopicObserver>(this);
                int count;
                lock (_subscriptions) count = _subscriptions.Count;
                var position = await _topic.FollowAsync(_reference, count) ?? 0;
                if (Interlocked.Exchange(ref _position, position) != position) await WakeAsync();
            }
            catch (Exception fault)
            {
                LogNotRenewed(logger, id.Value, fault);
            }
        }

        private async Task UnfollowAsync()
        {
            _isLeft = true;
            if (_reference is not { } reference) return;
            try
            {
                await _topic.UnfollowAsync(reference);
                grains.DeleteObjectReference<ITopicObserver>(reference);
            }
            catch (Exception fault)
            {
                // The topic drops who does not renew.
                LogNotReleased(logger, id.Value, fault);
            }
        }

        private async Task WakeAsync()
        {
            List<SubscriptionId> subscriptions;
            lock (_subscriptions) subscriptions = [.. _subscriptions];
            foreach (var subscription in subscriptions) await grains.GetGrain<ISubscriptionGrain>(subscription.Value).WakeAsync();
        }

        [LoggerMessage(LogLevel.Warning, "Following topic {Topic} for its subscriptions was not renewed; the next renewal is due as usual.")]
        private static partial void LogNotRenewed(ILogger logger, string topic, Exception fault);

        [LoggerMessage(LogLevel.Debug, "Topic {Topic} could not be told that no subscription here follows it any more.")]
        private static partial void LogNotReleased(ILogger logger, string topic, Exception fault);
    }
}
