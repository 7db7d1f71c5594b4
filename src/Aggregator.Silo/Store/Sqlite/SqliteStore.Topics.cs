using Aggregator.Access;
using Aggregator.Topics;

namespace Aggregator.Store.Sqlite;

/// <content>Topics' definitions.</content>
internal sealed partial class SqliteStore
{
    public Task<long> ReadDefinitionsVersionAsync(CancellationToken cancellation) => Readers.ReadAsync(DefinitionsVersion, cancellation);

    public Task<(long Version, IReadOnlyList<TopicDefinition> Topics)> ReadDefinitionsAsync(CancellationToken cancellation) =>
        Readers.ReadAsync<(long, IReadOnlyList<TopicDefinition>)>(
            session => (DefinitionsVersion(session), session.ReadAll("SELECT payload FROM topics ORDER BY id", row => row.Payload<TopicDefinition>(0))),
            cancellation);

    public Task<IReadOnlyList<TopicDefinition>> ReadTopicsAsync(TopicId? after, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return Readers.ReadAsync<IReadOnlyList<TopicDefinition>>(
            session => session.ReadAll(
                "SELECT payload FROM topics WHERE id > $1 ORDER BY id LIMIT $2", row => row.Payload<TopicDefinition>(0), after?.Value ?? "", countMax),
            cancellation);
    }

    public Task<StoredTopic?> ReadTopicAsync(TopicId id, CancellationToken cancellation) => Readers.ReadAsync(
        session => session.ReadOne($"SELECT {StoredRows.TopicColumns} FROM topics WHERE id = $1", StoredRows.Topic, id.Value), cancellation);

    public Task<IReadOnlyList<TopicId>> ReadBackfillingAsync(CancellationToken cancellation) => Readers.ReadAsync<IReadOnlyList<TopicId>>(
        session => session.ReadAll("SELECT id FROM topics WHERE backfill_cursor IS NOT NULL ORDER BY id", row => row.Id<TopicId>(0)), cancellation);

    public Task<bool> PutTopicAsync(TopicDefinition definition, bool backfill, CancellationToken cancellation)
    {
        var payload = Columns.Payload(definition, StoreJson.Default.TopicDefinition);
        var statement = definition.Version == 1
            ? """
              INSERT OR IGNORE INTO topics (id, version, payload, backfill_cursor, position, origin)
              SELECT $1, $2, $3, CASE WHEN $4 THEN 0 END, e.position, e.position
              FROM (SELECT COALESCE((SELECT position FROM topic_ends WHERE topic = $1), 0) AS position) e
              """
            : "UPDATE topics SET version = $2, payload = $3, backfill_cursor = CASE WHEN $4 THEN 0 ELSE backfill_cursor END WHERE id = $1 AND version = $2 - 1";
        return Writer.WriteAsync(
            session =>
            {
                var written = session.Run(statement, definition.Id.Value, definition.Version, payload, backfill ? 1 : 0) == 1;
                if (written) CountDefinition(session);
                return written;
            },
            cancellation);
    }

    public Task<bool> PutCapabilityAsync(TopicDefinition definition, TopicCapability? capability, CancellationToken cancellation)
    {
        var payload = Columns.Payload(definition, StoreJson.Default.TopicDefinition);
        var secrets = capability is null ? null : Columns.Payload(capability, StoreJson.Default.TopicCapability);
        return Writer.WriteAsync(
            session => session.Run(
                "UPDATE topics SET version = $2, payload = $3, capability = $4 WHERE id = $1 AND version = $2 - 1", definition.Id.Value, definition.Version, payload, secrets) == 1,
            cancellation);
    }

    public Task<bool> DeleteTopicAsync(TopicId id, CancellationToken cancellation) => Writer.WriteAsync(
        session =>
        {
            session.Run("INSERT OR REPLACE INTO topic_ends SELECT id, position FROM topics WHERE id = $1", id.Value);
            if (session.Run("DELETE FROM topics WHERE id = $1", id.Value) == 0) return false;
            session.Run("DELETE FROM topic_entries WHERE topic = $1", id.Value);
            session.Run("DELETE FROM topic_members WHERE topic = $1", id.Value);
            CountDefinition(session);
            return true;
        },
        cancellation);

    private static long DefinitionsVersion(SqliteSession session) =>
        session.ReadOne("SELECT value FROM meta WHERE name = 'definitions_version'", row => row.GetInt64(0));

    private static void CountDefinition(SqliteSession session) => session.Run("UPDATE meta SET value = value + 1 WHERE name = 'definitions_version'");
}
