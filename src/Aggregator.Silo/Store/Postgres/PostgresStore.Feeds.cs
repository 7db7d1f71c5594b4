using Aggregator.Resolution;
using Aggregator.Topics;

namespace Aggregator.Store.Postgres;

/// <content>Topics' entries and events.</content>
internal sealed partial class PostgresStore
{
    public Task<bool> AppendEntriesAsync(TopicAppend append, CancellationToken cancellation)
    {
        for (var index = 0; index < append.Entries.Count; index++)
            if (append.Entries[index] is var entry && (entry.Topic != append.Topic || entry.Position != append.ExpectedPosition + index + 1))
                throw new ArgumentException($"Entry {entry.Position} of topic '{entry.Topic}' does not follow position {append.ExpectedPosition + index} of '{append.Topic}'.", nameof(append));
        return WriteAsync(
            async session =>
            {
                if (!await MoveTopicAsync(session, append).ConfigureAwait(false)) return false;
                await new TopicWrite(append).RunAsync(session).ConfigureAwait(false);
                return true;
            },
            cancellation);
    }

    public Task<IReadOnlyList<FeedEntry>> ReadEntriesAfterAsync(TopicId id, long after, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return ReadAsync<IReadOnlyList<FeedEntry>>(
            async session => await session.ReadAllAsync(
                StoredRows.Entry, $"{StoredRows.Entries} WHERE t.topic = $1 AND t.position > $2 ORDER BY t.position LIMIT $3", id.Value, after, countMax).ConfigureAwait(false),
            cancellation);
    }

    public Task<IReadOnlyList<FeedEntry>> ReadEntriesBeforeAsync(TopicId id, long before, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return ReadAsync<IReadOnlyList<FeedEntry>>(
            async session =>
            {
                var entries = await session.ReadAllAsync(
                    StoredRows.Entry, $"{StoredRows.Entries} WHERE t.topic = $1 AND t.position < $2 ORDER BY t.position DESC LIMIT $3", id.Value, before, countMax).ConfigureAwait(false);
                entries.Reverse();
                return entries;
            },
            cancellation);
    }

    public Task<IReadOnlyList<EntryPlace>> ReadPlacesAsync(TopicId id, IReadOnlyCollection<EventId> events, long before, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return ReadAsync<IReadOnlyList<EntryPlace>>(
            async session => await session.ReadAllAsync(
                StoredRows.Place,
                """
                SELECT event, position FROM topic_entries WHERE topic = $1 AND event = ANY($2) AND position < $3 AND change NOT IN ('merged', 'retracted')
                ORDER BY position DESC LIMIT $4
                """,
                id.Value, events.Select(one => one.Value).Distinct().ToArray(), before, countMax).ConfigureAwait(false),
            cancellation);
    }

    public Task<long> ReadPositionAsOfAsync(TopicId id, DateTimeOffset moment, CancellationToken cancellation) =>
        ReadAsync(session => session.ReadOneAsync(row => row.GetInt64(0), StoredRows.PositionAsOf, id.Value, moment.UtcTicks), cancellation);

    public Task<IReadOnlyList<FeedEntry>> ReadLastEntriesAsync(TopicId id, long after, long through, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return ReadAsync<IReadOnlyList<FeedEntry>>(
            async session => await session.ReadAllAsync(StoredRows.Entry, StoredRows.LastEntries, id.Value, after, through, countMax).ConfigureAwait(false), cancellation);
    }

    public Task<IReadOnlyList<FeedEntry>> ReadEarlierEntriesAsync(TopicId id, long position, long through, CancellationToken cancellation) => ReadAsync<IReadOnlyList<FeedEntry>>(
        async session => await session.ReadAllAsync(StoredRows.Entry, StoredRows.EarlierEntries, id.Value, position, through).ConfigureAwait(false), cancellation);

    public Task<IReadOnlyList<TopicMember>> ReadMembersAsync(TopicId id, EventId? after, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return ReadAsync<IReadOnlyList<TopicMember>>(
            async session => await session.ReadAllAsync(
                row => new TopicMember(row.Payload<NewsEvent>(0), row.GetBoolean(1)),
                """
                SELECT v.payload, m.answers FROM topic_members m JOIN event_versions v ON v.event = m.event AND v.revision = m.revision
                WHERE m.topic = $1 AND m.event > $2 ORDER BY m.event LIMIT $3
                """,
                id.Value, after?.Value ?? "", countMax).ConfigureAwait(false),
            cancellation);
    }

    public Task<IReadOnlyDictionary<EventId, IReadOnlyList<TopicId>>> ReadTopicsOfEventsAsync(
        IReadOnlyCollection<EventId> events, CancellationToken cancellation) => ReadAsync<IReadOnlyDictionary<EventId, IReadOnlyList<TopicId>>>(
        async session => (await session.ReadAllAsync(
            row => (Event: row.Id<EventId>(0), Topic: row.Id<TopicId>(1)),
            "SELECT event, topic FROM topic_members WHERE event = ANY($1) AND answers ORDER BY topic",
            [events.Select(id => id.Value).Distinct().ToArray()]).ConfigureAwait(false))
            .GroupBy(row => row.Event, row => row.Topic).ToDictionary(group => group.Key, IReadOnlyList<TopicId> (group) => [.. group]),
        cancellation);

    private static async Task<bool> MoveTopicAsync(PostgresSession session, TopicAppend append)
    {
        var last = append.Entries.Count == 0 ? null : append.Entries[^1];
        return await session.RunAsync(
            """
            UPDATE topics SET position = $4, last_entry_at = COALESCE($5::bigint, last_entry_at),
              backfill_cursor = CASE WHEN $6 THEN $7::bigint ELSE backfill_cursor END
            WHERE id = $1 AND version = $2 AND position = $3
            """,
            append.Topic.Value, append.DefinitionVersion, append.ExpectedPosition, last?.Position ?? append.ExpectedPosition, last?.RecordedAt.UtcTicks,
            append.Backfill is not null, append.Backfill?.Cursor).ConfigureAwait(false) == 1;
    }
}
