using Aggregator.Resolution;
using Aggregator.Topics;
using Aggregator.Wire;

namespace Aggregator.Store.Sqlite;

/// <content>Topics' entries and events.</content>
internal sealed partial class SqliteStore
{
    public Task<bool> AppendEntriesAsync(TopicAppend append, CancellationToken cancellation)
    {
        for (var index = 0; index < append.Entries.Count; index++)
            if (append.Entries[index] is var entry && (entry.Topic != append.Topic || entry.Position != append.ExpectedPosition + index + 1))
                throw new ArgumentException($"Entry {entry.Position} of topic '{entry.Topic}' does not follow position {append.ExpectedPosition + index} of '{append.Topic}'.", nameof(append));
        return Writer.WriteAsync(
            session =>
            {
                if (!MoveTopic(session, append)) return false;
                foreach (var entry in append.Entries) Enter(session, entry);
                foreach (var heard in append.Heard) Remember(session, append.Topic, heard.Event, heard.Answers);
                return true;
            },
            cancellation);
    }

    public Task<IReadOnlyList<FeedEntry>> ReadEntriesAfterAsync(TopicId id, long after, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return Readers.ReadAsync<IReadOnlyList<FeedEntry>>(
            session => session.ReadAll($"{StoredRows.Entries} WHERE t.topic = $1 AND t.position > $2 ORDER BY t.position LIMIT $3", StoredRows.Entry, id.Value, after, countMax),
            cancellation);
    }

    public Task<IReadOnlyList<FeedEntry>> ReadEntriesBeforeAsync(TopicId id, long before, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return Readers.ReadAsync<IReadOnlyList<FeedEntry>>(
            session =>
            {
                var entries = session.ReadAll(
                    $"{StoredRows.Entries} WHERE t.topic = $1 AND t.position < $2 ORDER BY t.position DESC LIMIT $3", StoredRows.Entry, id.Value, before, countMax);
                entries.Reverse();
                return entries;
            },
            cancellation);
    }

    public Task<IReadOnlyList<EntryPlace>> ReadPlacesAsync(TopicId id, IReadOnlyCollection<EventId> events, long before, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        var ids = Columns.List(events.Distinct());
        return Readers.ReadAsync<IReadOnlyList<EntryPlace>>(
            session => session.ReadAll(
                """
                SELECT t.event, t.position FROM json_each($2) j CROSS JOIN topic_entries t INDEXED BY topic_entries_by_event
                  ON t.event = j.value AND t.topic = $1 AND t.position < $3
                WHERE t.change NOT IN ('merged', 'retracted') ORDER BY t.position DESC LIMIT $4
                """,
                StoredRows.Place, id.Value, ids, before, countMax),
            cancellation);
    }

    public Task<long> ReadPositionAsOfAsync(TopicId id, DateTimeOffset moment, CancellationToken cancellation) => Readers.ReadAsync(
        session => session.ReadOne(StoredRows.PositionAsOf, row => row.GetInt64(0), id.Value, moment.UtcTicks), cancellation);

    public Task<IReadOnlyList<FeedEntry>> ReadLastEntriesAsync(TopicId id, long after, long through, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return Readers.ReadAsync<IReadOnlyList<FeedEntry>>(session => session.ReadAll(StoredRows.LastEntries, StoredRows.Entry, id.Value, after, through, countMax), cancellation);
    }

    public Task<IReadOnlyList<FeedEntry>> ReadEarlierEntriesAsync(TopicId id, long position, long through, CancellationToken cancellation) =>
        Readers.ReadAsync<IReadOnlyList<FeedEntry>>(session => session.ReadAll(StoredRows.EarlierEntries, StoredRows.Entry, id.Value, position, through), cancellation);

    public Task<IReadOnlyList<TopicMember>> ReadMembersAsync(TopicId id, EventId? after, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return Readers.ReadAsync<IReadOnlyList<TopicMember>>(
            session => session.ReadAll(
                """
                SELECT v.payload, m.answers FROM topic_members m JOIN event_versions v ON v.event = m.event AND v.revision = m.revision
                WHERE m.topic = $1 AND m.event > $2 ORDER BY m.event LIMIT $3
                """,
                row => new TopicMember(row.Payload<NewsEvent>(0), row.GetBoolean(1)), id.Value, after?.Value ?? "", countMax),
            cancellation);
    }

    public Task<IReadOnlyDictionary<EventId, IReadOnlyList<TopicId>>> ReadTopicsOfEventsAsync(
        IReadOnlyCollection<EventId> events, CancellationToken cancellation)
    {
        var ids = Columns.List(events.Distinct());
        return Readers.ReadAsync<IReadOnlyDictionary<EventId, IReadOnlyList<TopicId>>>(
            session => session.ReadAll(
                "SELECT m.event, m.topic FROM json_each($1) j CROSS JOIN topic_members m ON m.event = j.value AND m.answers = 1 ORDER BY m.topic",
                row => (Event: row.Id<EventId>(0), Topic: row.Id<TopicId>(1)), ids)
                .GroupBy(row => row.Event, row => row.Topic).ToDictionary(group => group.Key, IReadOnlyList<TopicId> (group) => [.. group]),
            cancellation);
    }

    private static bool MoveTopic(SqliteSession session, TopicAppend append)
    {
        var last = append.Entries.Count == 0 ? null : append.Entries[^1];
        return session.Run(
            """
            UPDATE topics SET position = $4, last_entry_at = COALESCE($5, last_entry_at),
              backfill_cursor = CASE WHEN $6 THEN $7 ELSE backfill_cursor END
            WHERE id = $1 AND version = $2 AND position = $3
            """,
            append.Topic.Value, append.DefinitionVersion, append.ExpectedPosition, last?.Position ?? append.ExpectedPosition, last?.RecordedAt.UtcTicks,
            append.Backfill is null ? 0 : 1, append.Backfill?.Cursor) == 1;
    }

    private static void Enter(SqliteSession session, FeedEntry entry)
    {
        session.Run(
            "INSERT INTO topic_entries (topic, position, change, event, revision, recorded_at, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            entry.Topic.Value, entry.Position, WireName.From(entry.Change), entry.Event.Id.Value, entry.Event.Revision, entry.RecordedAt.UtcTicks, entry.Reason);
        Remember(session, entry.Topic, entry.Event, answers: entry.Change is not (EntryChange.Merged or EntryChange.Retracted));
    }

    private static void Remember(SqliteSession session, TopicId topic, NewsEvent newsEvent, bool answers) => session.Run(
        """
        INSERT INTO topic_members (topic, event, revision, answers) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO UPDATE SET revision = excluded.revision, answers = excluded.answers
        """,
        topic.Value, newsEvent.Id.Value, newsEvent.Revision, answers ? 1 : 0);
}
