using Aggregator.Store.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace Aggregator.Store.Copying;

/// <summary>The PostgreSQL that a store is copied into, over one connection.</summary>
internal sealed class CopyTarget : IAsyncDisposable
{
    /// <summary>The advisory lock's key, one above that of migrations: "aggregau" in ASCII.</summary>
    private const long LockKey = 0x6167677265676175;

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnection _connection;

    private CopyTarget(NpgsqlDataSource source, NpgsqlConnection connection)
    {
        (_source, _connection, Name) = (source, connection, PostgresSource.Name(source));
        Session = new PostgresSession(connection);
    }

    /// <summary>Where it is.</summary>
    internal string Name { get; }

    internal PostgresSession Session { get; }

    /// <summary>Opens it, brought to today's schema, for this copy alone.</summary>
    /// <exception cref="StoreUnavailableException">It can't be reached, nodes run on it, or another copy does.</exception>
    internal static async Task<CopyTarget> OpenAsync(PostgresStoreOptions options, DateTimeOffset now, CancellationToken cancellation)
    {
        var source = PostgresSource.Create(options);
        NpgsqlConnection? connection = null;
        try
        {
            connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            var target = new CopyTarget(source, connection);
            await target.PrepareAsync(now, cancellation).ConfigureAwait(false);
            return target;
        }
        catch (Exception fault)
        {
            if (connection is not null) await connection.DisposeAsync().ConfigureAwait(false);
            var name = PostgresSource.Name(source);
            await source.DisposeAsync().ConfigureAwait(false);
            if (PostgresFaults.IsOfStore(fault)) throw PostgresFaults.Explain(fault, name);
            throw;
        }
    }

    /// <summary>Does something in one transaction.</summary>
    internal async Task InTransactionAsync(Func<PostgresSession, Task> does, CancellationToken cancellation)
    {
        await using var transaction = await _connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await does(Session).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes rows in; the caller's transaction.</summary>
    internal async Task TakeInAsync(CopiedTable table, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        await using var importer = await _connection.BeginBinaryImportAsync(table.TakeIn, cancellation).ConfigureAwait(false);
        foreach (var row in rows)
        {
            await importer.StartRowAsync(cancellation).ConfigureAwait(false);
            for (var column = 0; column < row.Length; column++)
            {
                if (row[column] is { } value) await importer.WriteAsync(Fitted(value, table.Columns[column].Type), TypeOf(table.Columns[column].Type), cancellation).ConfigureAwait(false);
                else await importer.WriteNullAsync(cancellation).ConfigureAwait(false);
            }
        }
        await importer.CompleteAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>What a table holds.</summary>
    internal async Task<RowDigest> DigestAsync(CopiedTable table, CancellationToken cancellation)
    {
        var digest = new RowDigest();
        await using var command = new NpgsqlCommand(table.All, _connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            digest.Add(Enumerable.Range(0, table.Columns.Count).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column)));
        return digest;
    }

    /// <summary>A value of the source as the target keeps it.</summary>
    internal static object Fitted(object value, string type) => (type, value) switch
    {
        ("int4", long number) => checked((int)number),
        ("int8", long number) => number,
        ("bool", long number) => number != 0,
        ("text", string text) => PostgresText.Storable(text),
        ("bytea", byte[] bytes) => bytes,
        _ => throw new InvalidDataException($"A {value.GetType().Name} can't be copied as {type}."),
    };

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync().ConfigureAwait(false);
        await _source.DisposeAsync().ConfigureAwait(false);
    }

    private async Task PrepareAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await Session.RunAsync("SET statement_timeout = 0").ConfigureAwait(false);
        await Session.RunAsync("SET idle_in_transaction_session_timeout = 0").ConfigureAwait(false);
        if (!await Session.ReadOneAsync(row => row.GetBoolean(0), "SELECT pg_try_advisory_lock($1)", LockKey).ConfigureAwait(false))
            throw new StoreUnavailableException($"Another copy into '{Name}' is under way.");
        if (await Session.ReadOneAsync(
                row => row.GetBoolean(0),
                "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'aggregator%')").ConfigureAwait(false))
            throw new StoreUnavailableException($"Nodes run on '{Name}'. Stop them, or choose another database.");
        await PostgresMigrations.MigrateAsync(_connection, Name, now, cancellation).ConfigureAwait(false);
    }

    private static NpgsqlDbType TypeOf(string type) => type switch
    {
        "int4" => NpgsqlDbType.Integer,
        "int8" => NpgsqlDbType.Bigint,
        "bool" => NpgsqlDbType.Boolean,
        "text" => NpgsqlDbType.Text,
        "bytea" => NpgsqlDbType.Bytea,
        _ => throw new InvalidDataException($"A column of type {type} can't be copied."),
    };
}
