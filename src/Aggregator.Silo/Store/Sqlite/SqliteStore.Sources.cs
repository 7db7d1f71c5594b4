using System.Text;
using Aggregator.Intake;

namespace Aggregator.Store.Sqlite;

/// <content>Sources.</content>
internal sealed partial class SqliteStore
{
    private const int PollingBytesMax = 64 * 1024;

    public Task<IReadOnlyList<StoredSource>> ReadSourcesAsync(SourceId? after, int countMax, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countMax, 1);
        return Readers.ReadAsync<IReadOnlyList<StoredSource>>(
            session => session.ReadAll(
                "SELECT definition, health, polling, version FROM sources WHERE id > $1 ORDER BY id LIMIT $2", StoredRows.Source, after?.Value ?? "", countMax),
            cancellation);
    }

    public Task<StoredSource?> ReadSourceAsync(SourceId id, CancellationToken cancellation) => Readers.ReadAsync(
        session => session.ReadOne("SELECT definition, health, polling, version FROM sources WHERE id = $1", StoredRows.Source, id.Value), cancellation);

    public Task<bool> PutSourceAsync(StoredSource source, CancellationToken cancellation)
    {
        if (Encoding.UTF8.GetByteCount(source.Polling) > PollingBytesMax)
            throw new ArgumentException($"What polling remembers of source '{source.Definition.Id}' is larger than {PollingBytesMax} bytes.", nameof(source));
        var id = source.Definition.Id.Value;
        var definition = Columns.Payload(source.Definition, StoreJson.Default.SourceDefinition);
        var health = Columns.Payload(source.Health, StoreJson.Default.SourceHealth);
        var statement = source.Version == 1
            ? "INSERT OR IGNORE INTO sources (id, version, definition, health, polling) VALUES ($1, $2, $3, $4, $5)"
            : "UPDATE sources SET version = $2, definition = $3, health = $4, polling = $5 WHERE id = $1 AND version = $2 - 1";
        return Writer.WriteAsync(session => session.Run(statement, id, source.Version, definition, health, source.Polling) == 1, cancellation);
    }

    public Task<bool> DeleteSourceAsync(SourceId id, CancellationToken cancellation) =>
        Writer.WriteAsync(session => session.Run("DELETE FROM sources WHERE id = $1", id.Value) == 1, cancellation);
}
