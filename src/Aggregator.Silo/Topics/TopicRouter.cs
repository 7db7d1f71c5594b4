using System.Collections.Immutable;
using Aggregator.Intake;
using Aggregator.Resolution;
using Aggregator.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Aggregator.Topics;

/// <summary>
/// Hands events to the topics whose question they answer, or did. Each silo keeps an index of all questions and compares its version with the
/// store's after the events are durable. A topic commits its definition before it backfills; so an event that the index
/// misses is one that the backfill sees.
/// </summary>
public sealed partial class TopicRouter(IStore store, IGrainFactory grains, IOptions<IntakeOptions> options, ILogger<TopicRouter> logger) : IDisposable
{
    private readonly SemaphoreSlim _refreshing = new(1);
    private QuestionIndex _index = new(0, []);

    /// <summary>Routes events; when it returns, the topics' entries are durable.</summary>
    /// <param name="events">Events as they stood when resolved.</param>
    /// <param name="cancellation">Stops between calls.</param>
    public async Task RouteAsync(IReadOnlyCollection<EventDelivery> events, CancellationToken cancellation)
    {
        while (events.Count > 0)
        {
            var byTopic = await AddressAsync(events, cancellation);
            await Parallel.ForEachAsync(byTopic, Bounded(cancellation), async (topic, _) =>
            {
                foreach (var slice in topic.Value.Chunk(1_000))
                    await grains.GetGrain<ITopicGrain>(topic.Key.Value).ApplyAsync(slice.ToImmutableArray().AsImmutable());
            });
            // An event that changed meanwhile may have been routed elsewhere before this revision reached its topics: say its last word again.
            var known = events.ToDictionary(delivery => delivery.Event.Id, delivery => delivery.Event.Revision);
            var newer = await store.ReadNewerEventsAsync(known, cancellation);
            var traces = events.ToDictionary(delivery => delivery.Event.Id, delivery => delivery.TraceParent);
            events = [.. newer.Select(newsEvent => new EventDelivery(newsEvent, traces[newsEvent.Id]))];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _refreshing.Dispose();

    private async Task<Dictionary<TopicId, List<EventDelivery>>> AddressAsync(IReadOnlyCollection<EventDelivery> events, CancellationToken cancellation)
    {
        var index = await RefreshAsync(cancellation);
        var memberships = await store.ReadTopicsOfEventsAsync([.. events.Select(delivery => delivery.Event.Id)], cancellation);
        var byTopic = new Dictionary<TopicId, List<EventDelivery>>();
        foreach (var delivery in events)
        {
            var topics = delivery.Event.State == EventState.Active ? index.Match(new EventTerms(delivery.Event)).ToHashSet() : [];
            if (memberships.TryGetValue(delivery.Event.Id, out var members)) topics.UnionWith(members);
            foreach (var topic in topics)
            {
                if (!byTopic.TryGetValue(topic, out var list)) byTopic.Add(topic, list = []);
                list.Add(delivery);
            }
        }
        return byTopic;
    }

    private async Task<QuestionIndex> RefreshAsync(CancellationToken cancellation)
    {
        var version = await store.ReadDefinitionsVersionAsync(cancellation);
        if (Volatile.Read(ref _index) is { } current && current.Version >= version) return current;
        await _refreshing.WaitAsync(cancellation);
        try
        {
            if (_index.Version >= version) return _index;
            var (read, topics) = await store.ReadDefinitionsAsync(cancellation);
            var index = new QuestionIndex(read, topics.Select(Parse).OfType<KeyValuePair<TopicId, Question>>());
            Volatile.Write(ref _index, index);
            return index;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    private KeyValuePair<TopicId, Question>? Parse(TopicDefinition topic)
    {
        if (QuestionParser.Parse(topic.Question, out var error) is { } question) return new(topic.Id, question);
        LogUnreadable(logger, topic.Id.Value, error?.Message);
        return null;
    }

    private ParallelOptions Bounded(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = options.Value.CallCountMax, CancellationToken = cancellation, TaskScheduler = TaskScheduler.Current };

    [LoggerMessage(LogLevel.Error, "Topic {Topic} gathers nothing: its stored question can't be read any more. {Error}")]
    private static partial void LogUnreadable(ILogger logger, string topic, string? error);
}
