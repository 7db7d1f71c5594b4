using System.Collections.Immutable;
using Aggregator.Store;
using Aggregator.Telemetry;
using Orleans.Concurrency;

namespace Aggregator.Resolution;

/// <summary>Keeps the open events of one block in memory, and appends what each batch did to them before it takes it in.</summary>
internal sealed class ResolverGrain(IStore store, StageMetrics metrics, TimeProvider clock) : Grain, IResolverGrain
{
    /// <summary>Events are open for reports published up to this long after their last one.</summary>
    private static readonly TimeSpan OpenFor = TimeSpan.FromDays(45);

    private Block? _block;
    private long _version;
    private DateTimeOffset _openSince = DateTimeOffset.MaxValue;

    public async Task<ImmutableArray<EventDelivery>> ResolveAsync(Immutable<ImmutableArray<ReportDelivery>> batch)
    {
        var deliveries = batch.Value;
        try
        {
            var block = await LoadAsync(deliveries);
            var change = Resolver.Resolve(block, deliveries, clock.GetUtcNow());
            if (change.Heard.Length > 0) await AppendAsync(change);
            _block = change.Block;
            return [.. change.Touched.Select(newsEvent => DeliveryOf(newsEvent, change, deliveries))];
        }
        catch
        {
            // Whether the append happened is unknown, or another wrote: only the store knows.
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

    /// <summary>The block with its open events around the batch's publication, and the old events that a delivery belongs to.</summary>
    private async Task<Block> LoadAsync(ImmutableArray<ReportDelivery> deliveries)
    {
        var since = deliveries.Min(delivery => delivery.PublishedAt) - OpenFor;
        var block = _block;
        if (block is null || since < _openSince)
        {
            var key = BlockKey.Parse(this.GetPrimaryKeyString());
            var stored = await store.ReadBlockAsync(key, since, CancellationToken.None);
            block = Block.Empty(key).With(stored.Events.Select(Open));
            (_version, _openSince) = (stored.Version, since);
        }
        else if (since > _openSince + OpenFor)
        {
            block = block.Since(since);
            _openSince = since;
        }
        var unknown = deliveries.Select(delivery => delivery.Report.Id).Where(id => !block.ByReport.ContainsKey(id)).ToHashSet();
        if (_version == 0 || unknown.Count == 0) return block;
        return block.With((await store.ReadEventsOfReportsAsync(block.Key, unknown, CancellationToken.None)).Select(Open));
    }

    private static OpenEvent Open(StoredEvent stored) =>
        new(stored.Event, stored.Deliveries.ToImmutableDictionary(delivery => delivery.Report.Id));

    private static EventDelivery DeliveryOf(NewsEvent newsEvent, BlockChange change, ImmutableArray<ReportDelivery> batch)
    {
        var reports = change.Block.Events[newsEvent.Id].Deliveries;
        var carrier = batch.LastOrDefault(delivery => reports.ContainsKey(delivery.Report.Id));
        using var activity = Trace.Begin("resolve", carrier?.TraceParent);
        return new EventDelivery(newsEvent, Trace.Next(activity, carrier?.TraceParent));
    }
}
