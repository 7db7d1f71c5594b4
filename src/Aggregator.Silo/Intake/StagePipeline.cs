using System.Collections.Immutable;
using Aggregator.Extraction;
using Aggregator.Resolution;
using Aggregator.Store;
using Aggregator.Topics;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Aggregator.Intake;

/// <summary>Drives inbox rows through extraction, resolution and the topics. Repeating it changes nothing.</summary>
internal sealed class StagePipeline(IStore store, ArticleReading reading, TopicRouter router, IGrainFactory grains, IOptions<IntakeOptions> options) : IDisposable
{
    private readonly BlockTurns _turns = new(options.Value.BlockCallCountMax);

    /// <summary>Drives a batch; when it returns, all that follows from it is durable.</summary>
    /// <param name="rows">Rows of one partition.</param>
    /// <param name="cancellation">Stops between stages.</param>
    internal async Task DriveAsync(IReadOnlyList<InboxRow> rows, CancellationToken cancellation)
    {
        // A row whose article was changed again since is passed over: the later row waits behind it.
        var standing = rows.Where(row => row.Revision == row.Article.Revision).ToList();
        var deliveries = await reading.ReadAsync(standing, cancellation);
        var touched = await ResolveAsync(deliveries, cancellation);
        if (standing.Exists(row => row.Article.Withdrawn)) touched = await EraseAsync(standing.Where(row => row.Article.Withdrawn), touched, cancellation);
        await router.RouteAsync(touched, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    /// <summary>Takes withdrawn articles' words out of the store before any topic hears of it; the events as they then are.</summary>
    private async Task<IReadOnlyCollection<EventDelivery>> EraseAsync(IEnumerable<InboxRow> withdrawn, IReadOnlyCollection<EventDelivery> touched, CancellationToken cancellation)
    {
        foreach (var row in withdrawn) await store.EraseAsync(row.Article.Id, row.Revision, cancellation);
        var erased = new List<EventDelivery>();
        foreach (var delivery in touched)
            erased.Add(delivery with { Event = await store.ReadEventAsync(delivery.Event.Id, asOf: null, cancellation) ?? delivery.Event });
        return erased;
    }

    private async Task<IReadOnlyCollection<EventDelivery>> ResolveAsync(
        IReadOnlyList<(BlockKey Block, ReportDelivery Delivery)> deliveries, CancellationToken cancellation)
    {
        var latest = new Dictionary<EventId, EventDelivery>();
        var byBlock = deliveries.GroupBy(delivery => delivery.Block, delivery => delivery.Delivery);
        await Parallel.ForEachAsync(byBlock, Bounded(cancellation), async (block, _) =>
        {
            var batch = block.ToImmutableArray();
            foreach (var slice in batch.Chunk(1_000))
            {
                var resolver = grains.GetGrain<IResolverGrain>(block.Key.Value);
                var touched = await _turns.TakeAsync(block.Key, () => resolver.ResolveAsync(slice.ToImmutableArray().AsImmutable()), cancellation);
                lock (latest) Keep(latest, touched);
            }
        });
        return latest.Values;
    }

    private static void Keep(Dictionary<EventId, EventDelivery> latest, ImmutableArray<EventDelivery> touched)
    {
        foreach (var delivery in touched)
            if (!latest.TryGetValue(delivery.Event.Id, out var known) || known.Event.Revision < delivery.Event.Revision)
                latest[delivery.Event.Id] = delivery;
    }

    private ParallelOptions Bounded(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = options.Value.CallCountMax, CancellationToken = cancellation, TaskScheduler = TaskScheduler.Current };
}
