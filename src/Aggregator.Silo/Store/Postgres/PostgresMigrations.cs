using Aggregator.Store.Copying;
using Npgsql;

namespace Aggregator.Store.Postgres;

/// <summary>The numbered steps from an empty database to today's schema, taken in one transaction under a lock that all nodes share.</summary>
internal static class PostgresMigrations
{
    /// <summary>The advisory lock's key: "aggregat" in ASCII.</summary>
    private const long LockKey = 0x6167677265676174;

    private static readonly MigrationScripts Scripts = new("PostgresMigrations/");

    /// <summary>The schema that this program writes.</summary>
    internal static int Newest => Scripts.Newest;

    /// <summary>Takes the steps that the database has not yet taken, and makes the partitions the first time.</summary>
    /// <returns>The schema's number before, and the number of partitions.</returns>
    /// <exception cref="StoreUnavailableException">A newer program wrote the database, or a copy into it is unfinished.</exception>
    internal static async Task<(int Before, int PartitionCount)> ApplyAsync(
        NpgsqlConnection connection, string name, int partitionCount, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        var session = new PostgresSession(connection);
        var before = await StepAsync(connection, session, name, now, cancellation).ConfigureAwait(false);
        if (await CopyProgress.IsBegunAsync(session).ConfigureAwait(false))
            throw new StoreUnavailableException($"A copy into '{name}' was begun and is not whole. Run 'aggregator copy' again to finish it.");
        var count = await PartitionAsync(session, partitionCount).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        return (before, count);
    }

    /// <summary>Takes the steps alone: a copy brings the partitions.</summary>
    /// <exception cref="StoreUnavailableException">A newer program wrote the database.</exception>
    internal static async Task MigrateAsync(NpgsqlConnection connection, string name, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await StepAsync(connection, new PostgresSession(connection), name, now, cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task<int> StepAsync(NpgsqlConnection connection, PostgresSession session, string name, DateTimeOffset now, CancellationToken cancellation)
    {
        // A large table's new index may take long, and so may the wait for the node that builds it.
        await RunAsync(connection, "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0", cancellation).ConfigureAwait(false);
        await RunAsync(connection, $"SELECT pg_advisory_xact_lock({LockKey})", cancellation).ConfigureAwait(false);
        await RunAsync(connection, "CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL, applied_at bigint NOT NULL)", cancellation).ConfigureAwait(false);
        var before = await session.ReadOneAsync(row => row.GetInt32(0), "SELECT version FROM schema_version").ConfigureAwait(false);
        if (before > Newest)
            throw new StoreUnavailableException($"'{name}' was written by a newer version (schema {before}; this one knows {Newest}). Run that version, or choose another database.");
        for (var version = before + 1; version <= Newest; version++) await RunAsync(connection, Scripts[version], cancellation).ConfigureAwait(false);
        if (before < Newest)
            await session.RunAsync(
                new PostgresStatement("DELETE FROM schema_version"), new PostgresStatement("INSERT INTO schema_version VALUES ($1, $2)", Newest, now.UtcTicks)).ConfigureAwait(false);
        return before;
    }

    private static async Task<int> PartitionAsync(PostgresSession session, int wanted)
    {
        if (await session.RunAsync("INSERT INTO meta VALUES ('partition_count', $1) ON CONFLICT DO NOTHING", (long)wanted).ConfigureAwait(false) == 1)
            await session.RunAsync(
                new PostgresStatement("INSERT INTO partitions (partition) SELECT generate_series(0, $1 - 1)", wanted),
                new PostgresStatement("INSERT INTO cursors (partition) SELECT generate_series(0, $1 - 1)", wanted)).ConfigureAwait(false);
        return (int)await session.ReadOneAsync(row => row.GetInt64(0), "SELECT value FROM meta WHERE name = 'partition_count'").ConfigureAwait(false);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string script, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(script, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }
}
