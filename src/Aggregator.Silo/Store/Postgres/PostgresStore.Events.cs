using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Store.Postgres;

/// <content>Events as others read them.</content>
internal sealed partial class PostgresStore
{
    public Task<NewsEvent?> ReadEventAsync(EventId id, DateTimeOffset? asOf, CancellationToken cancellation) => ReadAsync(
        session => session.ReadOneAsync(
            row => row.Payload<NewsEvent>(0),
            "SELECT payload FROM event_versions WHERE event = $1 AND recorded_at <= $2 ORDER BY revision DESC LIMIT 1", id.Value, asOf?.UtcTicks ?? long.MaxValue),
        cancellation);

    public Task<IReadOnlyList<NewsEvent>> ReadNewerEventsAsync(IReadOnlyDictionary<EventId, int> known, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<NewsEvent>>(
            async session => await session.ReadAllAsync(
                row => row.Payload<NewsEvent>(0),
                """
                SELECT v.payload FROM unnest($1::text[], $2::integer[]) n (id, revision)
                JOIN events e ON e.id = n.id AND e.revision > n.revision JOIN event_versions v ON v.event = e.id AND v.revision = e.revision
                """,
                known.Keys.Select(id => id.Value).ToArray(), known.Values.ToArray()).ConfigureAwait(false),
            cancellation);

    public Task<(IReadOnlyList<NewsEvent> Events, long Cursor)> ReadEventsAsync(long after, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return ReadAsync<(IReadOnlyList<NewsEvent>, long)>(
            async session =>
            {
                var rows = await session.ReadAllAsync(
                    row => (Sequence: row.GetInt64(0), Event: row.Payload<NewsEvent>(1)),
                    """
                    SELECT e.sequence, v.payload FROM events e JOIN event_versions v ON v.event = e.id AND v.revision = e.revision
                    WHERE e.sequence > $1 ORDER BY e.sequence LIMIT $2
                    """,
                    after, countMax).ConfigureAwait(false);
                return ([.. rows.Select(row => row.Event)], rows.Count == 0 ? after : rows[^1].Sequence);
            },
            cancellation);
    }

    public Task<IReadOnlyList<ReportDelivery>> ReadDeliveriesAsync(EventId id, int skip, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return ReadAsync<IReadOnlyList<ReportDelivery>>(
            async session => await session.ReadAllAsync(
                row => row.Payload<ReportDelivery>(0),
                "SELECT payload FROM deliveries WHERE event = $1 AND NOT retracted ORDER BY published_at, report LIMIT $2 OFFSET $3",
                id.Value, countMax, skip).ConfigureAwait(false),
            cancellation);
    }

    public Task<IReadOnlyDictionary<ReportId, EventId>> ReadEventIdsAsync(IReadOnlyCollection<ReportId> reports, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyDictionary<ReportId, EventId>>(
            async session =>
            {
                // A report that fell into another block later is in two; the one where it stands comes last and counts.
                var rows = await session.ReadAllAsync(
                    row => KeyValuePair.Create(row.Id<ReportId>(0), row.Id<EventId>(1)),
                    "SELECT report, event FROM deliveries WHERE report = ANY($1) ORDER BY retracted DESC, revision",
                    [reports.Select(report => report.Value).ToArray()]).ConfigureAwait(false);
                var events = new Dictionary<ReportId, EventId>();
                foreach (var (report, newsEvent) in rows) events[report] = newsEvent;
                return events;
            },
            cancellation);
}
