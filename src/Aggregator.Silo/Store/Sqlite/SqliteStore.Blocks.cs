using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Store.Sqlite;

/// <content>What blocks append, and what they need to go on.</content>
internal sealed partial class SqliteStore
{
    public Task<StoredBlock> ReadBlockAsync(BlockKey block, DateTimeOffset since, CancellationToken cancellation) => Readers.ReadAsync(
        session =>
        {
            var version = session.ReadOne("SELECT version FROM blocks WHERE block = $1", row => row.GetInt64(0), block.Value);
            var events = session.ReadAll(
                """
                SELECT v.payload FROM events e JOIN event_versions v ON v.event = e.id AND v.revision = e.revision
                WHERE e.block = $1 AND e.last_published_at >= $2 ORDER BY e.last_published_at, e.sequence
                """,
                row => row.Payload<NewsEvent>(0), block.Value, since.UtcTicks);
            return new StoredBlock(version, WithDeliveries(session, events));
        },
        cancellation);

    public Task<IReadOnlyList<StoredEvent>> ReadEventsOfReportsAsync(
        BlockKey block, IReadOnlyCollection<ReportId> reports, CancellationToken cancellation)
    {
        var ids = Columns.List(reports);
        return Readers.ReadAsync<IReadOnlyList<StoredEvent>>(
            session => WithDeliveries(
                session,
                session.ReadAll(
                    """
                    SELECT v.payload FROM events e JOIN event_versions v ON v.event = e.id AND v.revision = e.revision
                    WHERE e.id IN (SELECT d.event FROM json_each($2) j CROSS JOIN deliveries d ON d.report = j.value AND d.block = $1) ORDER BY e.sequence
                    """,
                    row => row.Payload<NewsEvent>(0), block.Value, ids)),
            cancellation);
    }

    public Task<bool> AppendBlockAsync(BlockAppend append, CancellationToken cancellation)
    {
        if (append.Events.FirstOrDefault(newsEvent => newsEvent.Block != append.Block) is { } stray)
            throw new ArgumentException($"Event '{stray.Id}' is of block '{stray.Block}', not of '{append.Block}'.", nameof(append));
        var events = append.Events.Select(newsEvent => (Event: newsEvent, Payload: Columns.Payload(newsEvent, StoreJson.Default.NewsEvent))).ToList();
        var deliveries = append.Deliveries.Select(item => (Item: item, Payload: Columns.Payload(item.Delivery, StoreJson.Default.ReportDelivery))).ToList();
        return Writer.WriteAsync(
            session =>
            {
                if (!MoveBlock(session, append.Block, append.ExpectedVersion)) return false;
                foreach (var (newsEvent, payload) in events) Revise(session, newsEvent, payload);
                foreach (var (item, payload) in deliveries) Assign(session, append.Block, item, payload);
                return true;
            },
            cancellation);
    }

    private static bool MoveBlock(SqliteSession session, BlockKey block, long expected) => expected == 0
        ? session.Run("INSERT OR IGNORE INTO blocks VALUES ($1, 1)", block.Value) == 1
        : session.Run("UPDATE blocks SET version = version + 1 WHERE block = $1 AND version = $2", block.Value, expected) == 1;

    private static void Revise(SqliteSession session, NewsEvent newsEvent, byte[] payload)
    {
        var written = newsEvent.Revision == 1
            ? session.Run(
                "INSERT OR IGNORE INTO events (id, block, revision, last_published_at) VALUES ($1, $2, 1, $3)",
                newsEvent.Id.Value, newsEvent.Block.Value, newsEvent.LastPublishedAt.UtcTicks)
            : session.Run(
                "UPDATE events SET revision = $3, last_published_at = $4 WHERE id = $1 AND block = $2 AND revision = $3 - 1",
                newsEvent.Id.Value, newsEvent.Block.Value, newsEvent.Revision, newsEvent.LastPublishedAt.UtcTicks);
        if (written != 1)
            throw new InvalidOperationException($"Revision {newsEvent.Revision} of event '{newsEvent.Id}' in block '{newsEvent.Block}' does not follow the one that stands.");
        session.Run(
            "INSERT INTO event_versions (event, revision, recorded_at, payload) VALUES ($1, $2, $3, $4)",
            newsEvent.Id.Value, newsEvent.Revision, newsEvent.RecordedAt.UtcTicks, payload);
    }

    private static void Assign(SqliteSession session, BlockKey block, AssignedDelivery item, byte[] payload) => session.Run(
        """
        INSERT INTO deliveries (report, block, event, revision, retracted, published_at, payload) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT DO UPDATE SET event = excluded.event, revision = excluded.revision, retracted = excluded.retracted,
          published_at = excluded.published_at, payload = excluded.payload
        """,
        item.Delivery.Report.Id.Value, block.Value, item.Event.Value, item.Delivery.Revision, item.Delivery.Retracted ? 1 : 0,
        item.Delivery.PublishedAt.UtcTicks, payload);

    private static List<StoredEvent> WithDeliveries(SqliteSession session, List<NewsEvent> events) => events.ConvertAll(newsEvent => new StoredEvent(
        newsEvent,
        session.ReadAll(
            "SELECT payload FROM deliveries WHERE event = $1 ORDER BY published_at, report",
            row => row.Payload<ReportDelivery>(0), newsEvent.Id.Value)));
}
