using Aggregator.Resolution;
using Aggregator.Topics;
using Aggregator.Wire;

namespace Aggregator.Store.Postgres;

/// <summary>What an append to a topic writes once the topic is locked: one round trip.</summary>
internal sealed class TopicWrite
{
    private readonly TopicAppend _append;
    private readonly List<(NewsEvent Event, bool Answers)> _heard;

    /// <summary>An append.</summary>
    internal TopicWrite(TopicAppend append)
    {
        _append = append;
        // Of an event heard twice the last counts; one statement may not write a row twice.
        _heard =
        [
            .. append.Entries.Select(entry => (entry.Event, Answers: entry.Change is not (EntryChange.Merged or EntryChange.Retracted)))
                .Concat(append.Heard.Select(member => (member.Event, member.Answers))).GroupBy(item => item.Event.Id).Select(same => same.Last()),
        ];
    }

    /// <summary>Writes it.</summary>
    /// <exception cref="InvalidOperationException">An entry's or a member's event is not stored in that revision.</exception>
    internal async Task RunAsync(PostgresSession session)
    {
        if (_heard.Count == 0) return;
        var counts = await session.RunAsync(Enter(), Remember()).ConfigureAwait(false);
        if (counts[0] != _append.Entries.Count || counts[1] != _heard.Count)
            throw new InvalidOperationException($"An entry of topic '{_append.Topic}' names a revision of an event that the store does not have.");
    }

    private PostgresStatement Enter() => new(
        """
        INSERT INTO topic_entries (topic, position, change, event, revision, recorded_at, reason)
        SELECT $1, n.position, n.change, n.event, n.revision, n.recorded_at, n.reason
        FROM unnest($2::bigint[], $3::text[], $4::text[], $5::integer[], $6::bigint[], $7::text[]) n (position, change, event, revision, recorded_at, reason)
        JOIN event_versions v ON v.event = n.event AND v.revision = n.revision
        """,
        _append.Topic.Value, Column(_append.Entries, entry => entry.Position), Column(_append.Entries, entry => WireName.From(entry.Change)),
        Column(_append.Entries, entry => entry.Event.Id.Value), Column(_append.Entries, entry => entry.Event.Revision),
        Column(_append.Entries, entry => entry.RecordedAt.UtcTicks), Column(_append.Entries, entry => entry.Reason));

    private PostgresStatement Remember() => new(
        """
        INSERT INTO topic_members (topic, event, revision, answers)
        SELECT $1, n.event, n.revision, n.answers FROM unnest($2::text[], $3::integer[], $4::boolean[]) n (event, revision, answers)
        JOIN event_versions v ON v.event = n.event AND v.revision = n.revision
        ON CONFLICT (topic, event) DO UPDATE SET revision = excluded.revision, answers = excluded.answers
        """,
        _append.Topic.Value, Column(_heard, item => item.Event.Id.Value), Column(_heard, item => item.Event.Revision), Column(_heard, item => item.Answers));

    private static T[] Column<TItem, T>(IEnumerable<TItem> items, Func<TItem, T> read) => [.. items.Select(read)];
}
