using Aggregator.Resolution;

namespace Aggregator.Store.Postgres;

/// <summary>What an append to a block writes once the block is locked: one round trip. JSON is made before, on the caller's thread.</summary>
internal sealed class BlockWrite
{
    private readonly string _block;
    private readonly IReadOnlyList<NewsEvent> _events;
    private readonly byte[][] _eventPayloads;
    private readonly List<(NewsEvent First, NewsEvent Last)> _runs;
    private readonly List<AssignedDelivery> _deliveries;
    private readonly byte[][] _deliveryPayloads;

    /// <summary>An append.</summary>
    /// <param name="append">Events of one block.</param>
    internal BlockWrite(BlockAppend append)
    {
        _block = append.Block.Value;
        _events = append.Events;
        _eventPayloads = [.. append.Events.Select(newsEvent => Columns.Payload(newsEvent, StoreJson.Default.NewsEvent))];
        _runs = [.. append.Events.GroupBy(newsEvent => newsEvent.Id).Select(run => (run.First(), run.Last()))];
        // Of a report heard twice the last stands; one statement may not write a row twice.
        _deliveries = [.. append.Deliveries.GroupBy(item => item.Delivery.Report.Id).Select(same => same.Last())];
        _deliveryPayloads = [.. _deliveries.Select(item => Columns.Payload(item.Delivery, StoreJson.Default.ReportDelivery))];
    }

    /// <summary>Writes it.</summary>
    /// <exception cref="InvalidOperationException">A revision does not follow the one that stands, or a delivery's event is not stored.</exception>
    internal async Task RunAsync(PostgresSession session)
    {
        if (_events.GroupBy(newsEvent => newsEvent.Id).Any(run => run.Zip(run.Skip(1)).Any(pair => pair.Second.Revision != pair.First.Revision + 1)))
            throw new InvalidOperationException("The revisions of an event do not follow one another.");
        var (created, revised) = (_runs.Where(run => run.First.Revision == 1).ToList(), _runs.Where(run => run.First.Revision != 1).ToList());
        var counts = await session.RunAsync(Create(created), Revise(revised), Keep(), Assign()).ConfigureAwait(false);
        if (counts[0] != created.Count || counts[1] != revised.Count)
            throw new InvalidOperationException($"A revision of an event in block '{_block}' does not follow the one that stands.");
        if (counts[3] != _deliveries.Count) throw new InvalidOperationException("A delivery names an event that the store does not have.");
    }

    private static PostgresStatement Create(List<(NewsEvent First, NewsEvent Last)> runs) => new(
        """
        INSERT INTO events (id, block, revision, last_published_at)
        SELECT n.id, n.block, n.revision, n.published FROM unnest($1::text[], $2::text[], $3::integer[], $4::bigint[]) WITH ORDINALITY n (id, block, revision, published, place)
        ORDER BY n.place ON CONFLICT DO NOTHING
        """,
        Column(runs, run => run.Last.Id.Value), Column(runs, run => run.Last.Block.Value), Column(runs, run => run.Last.Revision),
        Column(runs, run => run.Last.LastPublishedAt.UtcTicks));

    private static PostgresStatement Revise(List<(NewsEvent First, NewsEvent Last)> runs) => new(
        """
        UPDATE events e SET revision = n.last, last_published_at = n.published
        FROM unnest($1::text[], $2::text[], $3::integer[], $4::integer[], $5::bigint[]) n (id, block, first, last, published)
        WHERE e.id = n.id AND e.block = n.block AND e.revision = n.first - 1
        """,
        Column(runs, run => run.Last.Id.Value), Column(runs, run => run.Last.Block.Value), Column(runs, run => run.First.Revision),
        Column(runs, run => run.Last.Revision), Column(runs, run => run.Last.LastPublishedAt.UtcTicks));

    private PostgresStatement Keep() => new(
        "INSERT INTO event_versions (event, revision, recorded_at, payload) SELECT * FROM unnest($1::text[], $2::integer[], $3::bigint[], $4::bytea[])",
        Column(_events, newsEvent => newsEvent.Id.Value), Column(_events, newsEvent => newsEvent.Revision), Column(_events, newsEvent => newsEvent.RecordedAt.UtcTicks),
        _eventPayloads);

    private PostgresStatement Assign() => new(
        """
        INSERT INTO deliveries (report, block, event, revision, retracted, published_at, payload)
        SELECT n.report, $1, n.event, n.revision, n.retracted, n.published, n.payload
        FROM unnest($2::text[], $3::text[], $4::integer[], $5::boolean[], $6::bigint[], $7::bytea[]) n (report, event, revision, retracted, published, payload)
        JOIN events e ON e.id = n.event
        ON CONFLICT (report, block) DO UPDATE SET event = excluded.event, revision = excluded.revision, retracted = excluded.retracted,
          published_at = excluded.published_at, payload = excluded.payload
        """,
        _block, Column(_deliveries, item => item.Delivery.Report.Id.Value), Column(_deliveries, item => item.Event.Value),
        Column(_deliveries, item => item.Delivery.Revision), Column(_deliveries, item => item.Delivery.Retracted),
        Column(_deliveries, item => item.Delivery.PublishedAt.UtcTicks), _deliveryPayloads);

    private static T[] Column<TItem, T>(IEnumerable<TItem> items, Func<TItem, T> read) => [.. items.Select(read)];
}
