using System.Data;
using System.Data.Common;
using Npgsql;

namespace Aggregator.Store.Postgres;

/// <summary>One connection, inside a transaction when it writes. Each call is one round trip, however many statements it sends.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection)
{
    /// <summary>Runs statements in their order and gives the number of rows that each changed.</summary>
    internal async Task<IReadOnlyList<int>> RunAsync(params PostgresStatement[] statements)
    {
        await using var batch = Batch(statements);
        await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
        return [.. batch.BatchCommands.Cast<NpgsqlBatchCommand>().Select(command => (int)command.RecordsAffected)];
    }

    /// <summary>Runs one statement and gives the number of rows changed.</summary>
    internal async Task<int> RunAsync(string text, params object?[] values) => (await RunAsync(new PostgresStatement(text, values)).ConfigureAwait(false))[0];

    /// <summary>All rows.</summary>
    internal async Task<List<T>> ReadAllAsync<T>(Func<DbDataReader, T> read, string text, params object?[] values)
    {
        await using var batch = Batch(new PostgresStatement(text, values));
        await using var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        return await RowsAsync(reader, read).ConfigureAwait(false);
    }

    /// <summary>The first row, or the type's default.</summary>
    internal async Task<T?> ReadOneAsync<T>(Func<DbDataReader, T> read, string text, params object?[] values)
    {
        var rows = await ReadAllAsync(read, text, values).ConfigureAwait(false);
        return rows.Count == 0 ? default : rows[0];
    }

    /// <summary>The rows of two statements, the second run after the first.</summary>
    internal async Task<(List<TFirst> First, List<TSecond> Second)> ReadBothAsync<TFirst, TSecond>(
        PostgresStatement first, Func<DbDataReader, TFirst> readFirst, PostgresStatement second, Func<DbDataReader, TSecond> readSecond)
    {
        await using var batch = Batch(first, second);
        await using var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        var rows = await RowsAsync(reader, readFirst).ConfigureAwait(false);
        await reader.NextResultAsync().ConfigureAwait(false);
        return (rows, await RowsAsync(reader, readSecond).ConfigureAwait(false));
    }

    /// <summary>Begins a transaction whose statements all see one moment.</summary>
    internal async Task<IAsyncDisposable> BeginMomentAsync() => await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead).ConfigureAwait(false);

    private static async Task<List<T>> RowsAsync<T>(NpgsqlDataReader reader, Func<DbDataReader, T> read)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync().ConfigureAwait(false)) rows.Add(read(reader));
        return rows;
    }

    private NpgsqlBatch Batch(params ReadOnlySpan<PostgresStatement> statements)
    {
        var batch = connection.CreateBatch();
        foreach (var statement in statements) batch.BatchCommands.Add(statement.ToCommand());
        return batch;
    }
}
