using System.Collections.Immutable;
using Aggregator.Extraction;
using Aggregator.Store;
using Aggregator.Telemetry;
using Aggregator.Topics;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Placement;

namespace Aggregator.Resolution;

/// <summary>Keeps the open events of one block in memory, and appends what each batch or decision did to them before it takes it in.</summary>
[HashBasedPlacement]
internal sealed class ResolverGrain(
    IStore store, TopicRouter router, IOptions<ResolutionOptions> options, StageMetrics metrics, TimeProvider clock) : Grain, IResolverGrain
{
    private const int ExplainedCountMax = 500;
    private const int OpenPeriodsMax = 3;

    private readonly TimeSpan _openFor = TimeSpan.FromDays(options.Value.OpenDays);
    private Block? _block;
    private long _version;
    private DateTimeOffset _openSince = DateTimeOffset.MaxValue;
    private ImmutableArray<NewsEvent> _unrouted = [];

    private BlockKey Key => BlockKey.Parse(this.GetPrimaryKeyString());

    public Task<ImmutableArray<EventDelivery>> ResolveAsync(Immutable<ImmutableArray<ReportDelivery>> batch) => GuardedAsync(async () =>
    {
        var deliveries = batch.Value;
        var block = await LoadAsync(deliveries.Min(delivery => delivery.PublishedAt));
        block = block.With(await ReadUnknownAsync(block, deliveries));
        var change = Resolver.Resolve(block, deliveries, clock.GetUtcNow());
        if (change.Heard.Length > 0) await AppendAsync(change);
        _block = change.Block;
        var unrouted = _unrouted.Where(ruled => change.Touched.All(touched => touched.Id != ruled.Id)).Select(ruled => new EventDelivery(ruled, null));
        _unrouted = [];
        return ImmutableArray.CreateRange(change.Touched.Select(newsEvent => DeliveryOf(newsEvent, change, deliveries)).Concat(unrouted));
    });

    public Task<RulingReply> RuleAsync(RulingRequest request) => GuardedAsync(async () =>
    {
        var block = await LoadAsync(clock.GetUtcNow());
        foreach (var id in new[] { request.Event, request.Into ?? request.Event })
        {
            if (await OpenAsync(block, id) is not { } open) continue;
            if (open.Event.Block != Key) return new RulingReply { Refusal = RulingRefusal.OtherFamily };
            block = WithOpen(block, open);
        }
        for (var part = SplitRule.PartOf(request); await OpenAsync(block, part) is { } open; part = SplitRule.PartOf(request, part))
        {
            block = WithOpen(block, open);
            if (open.Event.State != EventState.Merged) break;
        }
        var (reply, change) = RulingRule.Rule(block, request, clock.GetUtcNow());
        if (change is not null)
        {
            await AppendAsync(change);
            _block = change.Block;
        }
        // Also where nothing changed: said again, it may not have reached the topics the first time.
        if (reply.Refusal is null)
            await router.RouteAsync([.. new[] { reply.Event, reply.Other }.OfType<NewsEvent>().Select(newsEvent => new EventDelivery(newsEvent, null))], CancellationToken.None);
        return reply;
    });

    public Task<Explanation?> ExplainAsync(EventId id, EventId? other) => GuardedAsync(async () =>
    {
        var block = await LoadAsync(clock.GetUtcNow());
        if (await OpenAsync(block, id) is not { } open) return null;
        var asked = other is { } asking && asking != id && await OpenAsync(block, asking) is { } against ? (asking, block.Weigh(open, against)) : ((EventId, Likeness)?)null;
        return ExplanationRule.Of(open.Event, await store.ReadDeliveriesAsync(id, 0, ExplainedCountMax, CancellationToken.None), asked);
    });

    public Task<Explanation?> ExplainAsync(EventId id, EventId? other, DateTimeOffset asOf) => GuardedAsync(async () =>
    {
        var block = await LoadAsync(clock.GetUtcNow());
        if (await ReadAsOfAsync(id, asOf) is not { } open) return null;
        var asked = other is { } asking && asking != id && await ReadAsOfAsync(asking, asOf) is { } against ? (asking, block.Weigh(open, against)) : ((EventId, Likeness)?)null;
        return ExplanationRule.Of(open.Event, [.. open.Standing.OrderBy(delivery => delivery.PublishedAt).ThenBy(delivery => delivery.Report.Id.Value, StringComparer.Ordinal)], asked);
    });

    private async Task<T> GuardedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch
        {
            // Whether an append happened is unknown, or another wrote: only the store knows.
            _block = null;
            throw;
        }
    }

    private async Task AppendAsync(BlockChange change)
    {
        var heard = change.Heard.Select(item => new AssignedDelivery(item.Delivery, item.Event)).ToList();
        if (!await store.AppendBlockAsync(new BlockAppend(change.Block.Key, _version, change.Changed, heard), CancellationToken.None))
        {
            DeactivateOnIdle();
            throw new StaleActivationException($"Another activation resolved for block '{change.Block.Key}'.");
        }
        _version++;
        foreach (var newsEvent in change.Changed) metrics.Resolved(newsEvent);
    }

    // What an older version took in may be of any year.
    private static DateTimeOffset Before(DateTimeOffset moment, TimeSpan span) => moment.UtcTicks > span.Ticks ? moment - span : DateTimeOffset.MinValue;

    /// <summary>The block with the events that are open for what is published at a moment.</summary>
    private async Task<Block> LoadAsync(DateTimeOffset publishedAt)
    {
        var since = Before(publishedAt, _openFor);
        if (_block is null || since < _openSince)
        {
            // An archive comes in any order: who reached back once will again, and what is read for that is read a period further at once.
            if (_block is not null) since = Before(since, _openFor);
            var stored = await store.ReadBlockAsync(Key, since, CancellationToken.None);
            var empty = Block.Empty(Key);
            _block = empty.With(stored.Events.Select(item => Open(item, empty)));
            (_version, _openSince) = (stored.Version, since);
            // A decision whose silo died before it had told the topics is told with the next batch.
            _unrouted = [.. stored.Events.Select(item => item.Event).Where(newsEvent => newsEvent.Rulings is [.., var last] && last.Revision == newsEvent.Revision)];
        }
        else if (since > _openSince + (OpenPeriodsMax * _openFor))
        {
            _block = _block.Since(since);
            _openSince = since;
        }
        return _block;
    }

    /// <summary>The old events that a delivery belongs to.</summary>
    private async Task<IEnumerable<OpenEvent>> ReadUnknownAsync(Block block, ImmutableArray<ReportDelivery> deliveries)
    {
        var unknown = deliveries.Select(delivery => delivery.Report.Id).Where(id => !block.ByReport.ContainsKey(id)).ToHashSet();
        return _version == 0 || unknown.Count == 0 ? [] : (await store.ReadEventsOfReportsAsync(Key, unknown, CancellationToken.None)).Select(item => Open(item, block));
    }

    private async Task<OpenEvent?> OpenAsync(Block block, EventId id) => block.Events.GetValueOrDefault(id) ?? await ReadOpenAsync(id, block);

    private static Block WithOpen(Block block, OpenEvent open) => block.Events.ContainsKey(open.Event.Id) ? block : block.With([open]);

    private async Task<OpenEvent?> ReadOpenAsync(EventId id, Block block)
    {
        if (await store.ReadEventAsync(id, asOf: null, CancellationToken.None) is not { } newsEvent) return null;
        if (newsEvent.Reports.IsEmpty) return new OpenEvent(newsEvent, ImmutableDictionary<ReportId, ReportDelivery>.Empty);
        var holders = await store.ReadEventsOfReportsAsync(newsEvent.Block, [newsEvent.Reports[0].Id], CancellationToken.None);
        return holders.Where(stored => stored.Event.Id == id).Select(item => Open(item, block)).FirstOrDefault();
    }

    /// <summary>An event as it stood at a moment, with what its revision of then shows of its reports; null when nothing was known of it.</summary>
    private async Task<OpenEvent?> ReadAsOfAsync(EventId id, DateTimeOffset asOf)
    {
        if (await store.ReadEventAsync(id, asOf, CancellationToken.None) is not { } then) return null;
        var holders = await store.ReadEventsOfReportsAsync(then.Block, [.. then.Reports.Select(report => report.Id)], CancellationToken.None);
        return PastRule.Of(then, holders.SelectMany(holder => holder.Deliveries));
    }

    private static OpenEvent Open(StoredEvent stored, Block block) =>
        new(stored.Event, stored.Deliveries.ToImmutableDictionary(delivery => delivery.Report.Id, delivery => block.Shared(delivery) with { Basis = null }));

    private static EventDelivery DeliveryOf(NewsEvent newsEvent, BlockChange change, ImmutableArray<ReportDelivery> batch)
    {
        var reports = change.Block.Events[newsEvent.Id].Deliveries;
        var carrier = batch.LastOrDefault(delivery => reports.ContainsKey(delivery.Report.Id));
        using var activity = Trace.Begin("resolve", carrier?.TraceParent);
        return new EventDelivery(newsEvent, Trace.Next(activity, carrier?.TraceParent));
    }
}
