using System.Text;
using Aggregator.Intake;

namespace Aggregator.Store.Postgres;

/// <content>Sources.</content>
internal sealed partial class PostgresStore
{
    private const int PollingBytesMax = 64 * 1024;

    public Task<IReadOnlyList<StoredSource>> ReadSourcesAsync(SourceId? after, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return ReadAsync<IReadOnlyList<StoredSource>>(
            async session => await session.ReadAllAsync(
                StoredRows.Source, "SELECT definition, health, polling, version FROM sources WHERE id > $1 ORDER BY id LIMIT $2", after?.Value ?? "", countMax).ConfigureAwait(false),
            cancellation);
    }

    public Task<StoredSource?> ReadSourceAsync(SourceId id, CancellationToken cancellation) => ReadAsync(
        session => session.ReadOneAsync(StoredRows.Source, "SELECT definition, health, polling, version FROM sources WHERE id = $1", id.Value), cancellation);

    public Task<bool> PutSourceAsync(StoredSource source, CancellationToken cancellation)
    {
        if (Encoding.UTF8.GetByteCount(source.Polling) > PollingBytesMax)
            throw new ArgumentException($"What polling remembers of source '{source.Definition.Id}' is larger than {PollingBytesMax} bytes.", nameof(source));
        var definition = Columns.Payload(source.Definition, StoreJson.Default.SourceDefinition);
        var health = Columns.Payload(source.Health, StoreJson.Default.SourceHealth);
        var statement = source.Version == 1
            ? "INSERT INTO sources (id, version, definition, health, polling) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING"
            : "UPDATE sources SET version = $2, definition = $3, health = $4, polling = $5 WHERE id = $1 AND version = $2 - 1";
        return WriteAsync(
            async session => await session.RunAsync(statement, source.Definition.Id.Value, source.Version, definition, health, source.Polling).ConfigureAwait(false) == 1,
            cancellation);
    }

    public Task<bool> DeleteSourceAsync(SourceId id, CancellationToken cancellation) => WriteAsync(
        async session => await session.RunAsync("DELETE FROM sources WHERE id = $1", id.Value).ConfigureAwait(false) == 1, cancellation);
}
