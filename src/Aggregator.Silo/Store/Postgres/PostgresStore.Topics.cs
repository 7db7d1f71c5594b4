using Aggregator.Access;
using Aggregator.Topics;

namespace Aggregator.Store.Postgres;

/// <content>Topics' definitions.</content>
internal sealed partial class PostgresStore
{
    private const string DefinitionsVersion = "SELECT value FROM meta WHERE name = 'definitions_version'";

    /// <summary>Locks the count as well, so that definitions commit in its order: who has seen a number has seen all that it counts.</summary>
    private const string CountDefinition = "UPDATE meta SET value = value + 1 WHERE name = 'definitions_version'";

    private const string KeepEnd =
        """
        WITH gone AS (DELETE FROM topics WHERE id = $1 RETURNING id, position)
        INSERT INTO topic_ends SELECT id, position FROM gone ON CONFLICT (topic) DO UPDATE SET position = excluded.position
        """;

    public Task<long> ReadDefinitionsVersionAsync(CancellationToken cancellation) =>
        ReadAsync(session => session.ReadOneAsync(row => row.GetInt64(0), DefinitionsVersion), cancellation);

    public Task<(long Version, IReadOnlyList<TopicDefinition> Topics)> ReadDefinitionsAsync(CancellationToken cancellation) =>
        ReadMomentAsync<(long, IReadOnlyList<TopicDefinition>)>(
            async session =>
            {
                var (version, topics) = await session.ReadBothAsync(
                    new PostgresStatement(DefinitionsVersion), row => row.GetInt64(0),
                    new PostgresStatement("SELECT payload FROM topics ORDER BY id"), row => row.Payload<TopicDefinition>(0)).ConfigureAwait(false);
                return (version[0], topics);
            },
            cancellation);

    public Task<IReadOnlyList<TopicDefinition>> ReadTopicsAsync(TopicId? after, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return ReadAsync<IReadOnlyList<TopicDefinition>>(
            async session => await session.ReadAllAsync(
                row => row.Payload<TopicDefinition>(0),
                "SELECT payload FROM topics WHERE id > $1 ORDER BY id LIMIT $2", after?.Value ?? "", countMax).ConfigureAwait(false),
            cancellation);
    }

    public Task<StoredTopic?> ReadTopicAsync(TopicId id, CancellationToken cancellation) => ReadAsync(
        session => session.ReadOneAsync(StoredRows.Topic, $"SELECT {StoredRows.TopicColumns} FROM topics WHERE id = $1", id.Value), cancellation);

    public Task<IReadOnlyList<TopicId>> ReadBackfillingAsync(CancellationToken cancellation) => ReadAsync<IReadOnlyList<TopicId>>(
        async session => await session.ReadAllAsync(row => row.Id<TopicId>(0), "SELECT id FROM topics WHERE backfill_cursor IS NOT NULL ORDER BY id").ConfigureAwait(false),
        cancellation);

    public Task<bool> PutTopicAsync(TopicDefinition definition, bool backfill, CancellationToken cancellation)
    {
        var payload = Columns.Payload(definition, StoreJson.Default.TopicDefinition);
        var statement = definition.Version == 1
            ? """
              INSERT INTO topics (id, version, payload, backfill_cursor, position, origin)
              SELECT $1, $2, $3, CASE WHEN $4 THEN 0 END, e.position, e.position
              FROM (SELECT COALESCE((SELECT position FROM topic_ends WHERE topic = $1), 0) AS position) e
              ON CONFLICT DO NOTHING
              """
            : "UPDATE topics SET version = $2, payload = $3, backfill_cursor = CASE WHEN $4 THEN 0 ELSE backfill_cursor END WHERE id = $1 AND version = $2 - 1";
        return WriteAsync(
            async session =>
            {
                var written = await session.RunAsync(statement, definition.Id.Value, definition.Version, payload, backfill).ConfigureAwait(false) == 1;
                if (written) await session.RunAsync(CountDefinition).ConfigureAwait(false);
                return written;
            },
            cancellation);
    }

    public Task<bool> PutCapabilityAsync(TopicDefinition definition, TopicCapability? capability, CancellationToken cancellation)
    {
        var payload = Columns.Payload(definition, StoreJson.Default.TopicDefinition);
        var secrets = capability is null ? null : Columns.Payload(capability, StoreJson.Default.TopicCapability);
        return WriteAsync(
            async session => await session.RunAsync(
                "UPDATE topics SET version = $2, payload = $3, capability = $4 WHERE id = $1 AND version = $2 - 1", definition.Id.Value, definition.Version, payload, secrets).ConfigureAwait(false) == 1,
            cancellation);
    }

    public Task<bool> DeleteTopicAsync(TopicId id, CancellationToken cancellation) => WriteAsync(
        async session =>
        {
            // The deletion itself reads the position, so that no append comes between the two.
            if (await session.RunAsync(KeepEnd, id.Value).ConfigureAwait(false) == 0) return false;
            await session.RunAsync(
                new PostgresStatement("DELETE FROM topic_entries WHERE topic = $1", id.Value), new PostgresStatement("DELETE FROM topic_members WHERE topic = $1", id.Value),
                new PostgresStatement(CountDefinition)).ConfigureAwait(false);
            return true;
        },
        cancellation);
}
