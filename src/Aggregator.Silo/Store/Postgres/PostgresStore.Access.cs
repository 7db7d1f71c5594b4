using Aggregator.Access;

namespace Aggregator.Store.Postgres;

/// <content>Access keys.</content>
internal sealed partial class PostgresStore
{
    private const string KeysVersion = "SELECT value FROM meta WHERE name = 'keys_version'";

    public Task<long> ReadKeysVersionAsync(CancellationToken cancellation) => ReadAsync(session => session.ReadOneAsync(row => row.GetInt64(0), KeysVersion), cancellation);

    public Task<KeyList> ReadKeysAsync(CancellationToken cancellation) => ReadMomentAsync(
        async session =>
        {
            var (version, keys) = await session.ReadBothAsync(
                new PostgresStatement(KeysVersion), row => row.GetInt64(0),
                new PostgresStatement("SELECT payload, last_used_at FROM access_keys ORDER BY id"), StoredRows.Key).ConfigureAwait(false);
            return new KeyList(version[0], [.. keys]);
        },
        cancellation);

    public Task<AccessKey?> ReadKeyAsync(KeyId id, CancellationToken cancellation) => ReadAsync(
        session => session.ReadOneAsync(StoredRows.Key, "SELECT payload, last_used_at FROM access_keys WHERE id = $1", id.Value), cancellation);

    public Task<bool> PutKeyAsync(AccessKey key, CancellationToken cancellation)
    {
        var payload = Columns.Payload(key, StoreJson.Default.AccessKey);
        var statement = key.Version == 1
            ? "INSERT INTO access_keys (id, version, payload) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"
            : "UPDATE access_keys SET version = $2, payload = $3 WHERE id = $1 AND version = $2 - 1";
        return WriteAsync(
            async session =>
            {
                // The count is locked first, so that keys commit in its order.
                await session.RunAsync("UPDATE meta SET value = value + 1 WHERE name = 'keys_version'").ConfigureAwait(false);
                return await session.RunAsync(statement, key.Id.Value, key.Version, payload).ConfigureAwait(false) == 1;
            },
            cancellation);
    }

    public Task<bool> NoteKeyUsedAsync(KeyId id, DateTimeOffset usedAt, CancellationToken cancellation) => WriteAsync(
        async session => await session.RunAsync(
            "UPDATE access_keys SET last_used_at = GREATEST(COALESCE(last_used_at, 0), $2) WHERE id = $1", id.Value, usedAt.UtcTicks).ConfigureAwait(false) == 1,
        cancellation);
}
