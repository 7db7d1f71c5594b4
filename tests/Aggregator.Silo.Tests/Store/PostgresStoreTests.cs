using Aggregator.Store.Postgres;
using Npgsql;

namespace Aggregator.Store;

/// <summary>The PostgreSQL store passes the suite.</summary>
public sealed class PostgresStoreTests(SharedPostgres shared) : StoreConformance
{
    private string? _database;

    protected override IStore Create() => PostgresStores.At(_database ??= Task.Run(shared.CreateDatabaseAsync).GetAwaiter().GetResult());

    protected override void Clear()
    {
        if (_database is null) return;
        using var source = NpgsqlDataSource.Create(_database + ";Pooling=false");
        using var command = source.CreateCommand("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        command.ExecuteNonQuery();
    }
}
