using Aggregator.Access;

namespace Aggregator.Store.Sqlite;

/// <content>Access keys.</content>
internal sealed partial class SqliteStore
{
    public Task<long> ReadKeysVersionAsync(CancellationToken cancellation) => Readers.ReadAsync(KeysVersion, cancellation);

    public Task<KeyList> ReadKeysAsync(CancellationToken cancellation) => Readers.ReadAsync(
        session => new KeyList(KeysVersion(session), [.. session.ReadAll("SELECT payload, last_used_at FROM access_keys ORDER BY id", StoredRows.Key)]), cancellation);

    public Task<AccessKey?> ReadKeyAsync(KeyId id, CancellationToken cancellation) =>
        Readers.ReadAsync(session => session.ReadOne("SELECT payload, last_used_at FROM access_keys WHERE id = $1", StoredRows.Key, id.Value), cancellation);

    public Task<bool> PutKeyAsync(AccessKey key, CancellationToken cancellation)
    {
        var payload = Columns.Payload(key, StoreJson.Default.AccessKey);
        var statement = key.Version == 1
            ? "INSERT OR IGNORE INTO access_keys (id, version, payload) VALUES ($1, $2, $3)"
            : "UPDATE access_keys SET version = $2, payload = $3 WHERE id = $1 AND version = $2 - 1";
        return Writer.WriteAsync(
            session =>
            {
                if (session.Run(statement, key.Id.Value, key.Version, payload) == 0) return false;
                session.Run("UPDATE meta SET value = value + 1 WHERE name = 'keys_version'");
                return true;
            },
            cancellation);
    }

    public Task<bool> NoteKeyUsedAsync(KeyId id, DateTimeOffset usedAt, CancellationToken cancellation) => Writer.WriteAsync(
        session => session.Run("UPDATE access_keys SET last_used_at = MAX(COALESCE(last_used_at, 0), $2) WHERE id = $1", id.Value, usedAt.UtcTicks) == 1, cancellation);

    private static long KeysVersion(SqliteSession session) => session.ReadOne("SELECT value FROM meta WHERE name = 'keys_version'", row => row.GetInt64(0));
}
