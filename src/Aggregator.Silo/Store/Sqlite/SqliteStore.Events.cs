using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Store.Sqlite;

/// <content>Events as others read them.</content>
internal sealed partial class SqliteStore
{
    public Task<NewsEvent?> ReadEventAsync(EventId id, DateTimeOffset? asOf, CancellationToken cancellation) => Readers.ReadAsync(
        session => session.ReadOne(
            "SELECT payload FROM event_versions WHERE event = $1 AND recorded_at <= $2 ORDER BY revision DESC LIMIT 1",
            row => row.Payload<NewsEvent>(0), id.Value, asOf?.UtcTicks ?? long.MaxValue),
        cancellation);

    public Task<IReadOnlyList<NewsEvent>> ReadNewerEventsAsync(IReadOnlyDictionary<EventId, int> known, CancellationToken cancellation)
    {
        var ids = Columns.List(known.Keys);
        return Readers.ReadAsync<IReadOnlyList<NewsEvent>>(
            session =>
            {
                var standing = session.ReadAll(
                    "SELECT e.id, e.revision FROM json_each($1) j CROSS JOIN events e ON e.id = j.value",
                    row => (Id: row.Id<EventId>(0), Revision: row.GetInt32(1)), ids);
                return [.. standing.Where(item => item.Revision > known[item.Id]).Select(item => Version(session, item.Id, item.Revision))];
            },
            cancellation);
    }

    public Task<(IReadOnlyList<NewsEvent> Events, long Cursor)> ReadEventsAsync(long after, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return Readers.ReadAsync<(IReadOnlyList<NewsEvent>, long)>(
            session =>
            {
                var rows = session.ReadAll(
                    """
                    SELECT e.sequence, v.payload FROM events e JOIN event_versions v ON v.event = e.id AND v.revision = e.revision
                    WHERE e.sequence > $1 ORDER BY e.sequence LIMIT $2
                    """,
                    row => (Sequence: row.GetInt64(0), Event: row.Payload<NewsEvent>(1)), after, countMax);
                return ([.. rows.Select(row => row.Event)], rows.Count == 0 ? after : rows[^1].Sequence);
            },
            cancellation);
    }

    public Task<IReadOnlyList<ReportDelivery>> ReadDeliveriesAsync(EventId id, int skip, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return Readers.ReadAsync<IReadOnlyList<ReportDelivery>>(
            session => session.ReadAll(
                "SELECT payload FROM deliveries WHERE event = $1 AND retracted = 0 ORDER BY published_at, report LIMIT $2 OFFSET $3",
                row => row.Payload<ReportDelivery>(0), id.Value, countMax, skip),
            cancellation);
    }

    public Task<IReadOnlyDictionary<ReportId, EventId>> ReadEventIdsAsync(IReadOnlyCollection<ReportId> reports, CancellationToken cancellation)
    {
        var ids = Columns.List(reports);
        return Readers.ReadAsync<IReadOnlyDictionary<ReportId, EventId>>(
            session =>
            {
                // A report that fell into another block later is in two; the one where it stands comes last and counts.
                var rows = session.ReadAll(
                    """
                    SELECT d.report, d.event FROM json_each($1) j CROSS JOIN deliveries d ON d.report = j.value
                    ORDER BY d.retracted DESC, d.revision
                    """,
                    row => KeyValuePair.Create(row.Id<ReportId>(0), row.Id<EventId>(1)), ids);
                var events = new Dictionary<ReportId, EventId>();
                foreach (var (report, newsEvent) in rows) events[report] = newsEvent;
                return events;
            },
            cancellation);
    }

    private static NewsEvent Version(SqliteSession session, EventId id, int revision) => session.ReadOne(
        "SELECT payload FROM event_versions WHERE event = $1 AND revision = $2", row => row.Payload<NewsEvent>(0), id.Value, revision)!;
}
