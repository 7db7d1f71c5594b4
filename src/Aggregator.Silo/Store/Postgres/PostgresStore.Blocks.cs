using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Store.Postgres;

/// <content>What blocks append, and what they need to go on.</content>
internal sealed partial class PostgresStore
{
    public Task<StoredBlock> ReadBlockAsync(BlockKey block, DateTimeOffset since, CancellationToken cancellation) => ReadMomentAsync(
        async session =>
        {
            var (versions, events) = await session.ReadBothAsync(
                new PostgresStatement("SELECT version FROM blocks WHERE block = $1", block.Value), row => row.GetInt64(0),
                new PostgresStatement(
                    """
                    SELECT v.payload FROM events e JOIN event_versions v ON v.event = e.id AND v.revision = e.revision
                    WHERE e.block = $1 AND e.last_published_at >= $2 ORDER BY e.last_published_at, e.sequence
                    """,
                    block.Value, since.UtcTicks),
                row => row.Payload<NewsEvent>(0)).ConfigureAwait(false);
            return new StoredBlock(versions.Count == 0 ? 0 : versions[0], await WithDeliveriesAsync(session, events).ConfigureAwait(false));
        },
        cancellation);

    public Task<IReadOnlyList<StoredEvent>> ReadEventsOfReportsAsync(
        BlockKey block, IReadOnlyCollection<ReportId> reports, CancellationToken cancellation) => ReadMomentAsync<IReadOnlyList<StoredEvent>>(
        async session => await WithDeliveriesAsync(
            session,
            await session.ReadAllAsync(
                row => row.Payload<NewsEvent>(0),
                """
                SELECT v.payload FROM events e JOIN event_versions v ON v.event = e.id AND v.revision = e.revision
                WHERE e.id IN (SELECT d.event FROM deliveries d WHERE d.report = ANY($2) AND d.block = $1) ORDER BY e.sequence
                """,
                block.Value, reports.Select(report => report.Value).ToArray()).ConfigureAwait(false)).ConfigureAwait(false),
        cancellation);

    public Task<bool> AppendBlockAsync(BlockAppend append, CancellationToken cancellation)
    {
        if (append.Events.FirstOrDefault(newsEvent => newsEvent.Block != append.Block) is { } stray)
            throw new ArgumentException($"Event '{stray.Id}' is of block '{stray.Block}', not of '{append.Block}'.", nameof(append));
        var write = new BlockWrite(append);
        return WriteAsync(
            async session =>
            {
                if (!await MoveBlockAsync(session, append.Block, append.ExpectedVersion).ConfigureAwait(false)) return false;
                await write.RunAsync(session).ConfigureAwait(false);
                return true;
            },
            cancellation);
    }

    private static async Task<bool> MoveBlockAsync(PostgresSession session, BlockKey block, long expected) => 1 == await (expected == 0
        ? session.RunAsync("INSERT INTO blocks VALUES ($1, 1) ON CONFLICT DO NOTHING", block.Value)
        : session.RunAsync("UPDATE blocks SET version = version + 1 WHERE block = $1 AND version = $2", block.Value, expected)).ConfigureAwait(false);

    private static async Task<List<StoredEvent>> WithDeliveriesAsync(PostgresSession session, List<NewsEvent> events)
    {
        if (events.Count == 0) return [];
        var deliveries = (await session.ReadAllAsync(
            row => (Event: row.GetString(0), Delivery: row.Payload<ReportDelivery>(1)),
            "SELECT event, payload FROM deliveries WHERE event = ANY($1) ORDER BY event, published_at, report",
            [events.Select(newsEvent => newsEvent.Id.Value).ToArray()]).ConfigureAwait(false)).ToLookup(row => row.Event, row => row.Delivery);
        return events.ConvertAll(newsEvent => new StoredEvent(newsEvent, [.. deliveries[newsEvent.Id.Value]]));
    }
}
