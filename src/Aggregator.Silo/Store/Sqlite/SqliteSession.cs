using Microsoft.Data.Sqlite;

namespace Aggregator.Store.Sqlite;

/// <summary>One connection with the statements it has prepared. The statements' texts are constants, so they are bounded. Not for two threads at once.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteStatement> _statements = [];

    /// <summary>What it has prepared so far.</summary>
    internal IReadOnlyList<string> Statements => [.. _statements.Keys];

    /// <summary>Runs a statement and gives the number of rows changed.</summary>
    internal int Run(string sql, params ReadOnlySpan<object?> values) => Prepared(sql).Run(values);

    /// <summary>The first row, or the type's default.</summary>
    internal T? ReadOne<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values) => Prepared(sql).ReadOne(read, values);

    /// <summary>All rows.</summary>
    internal List<T> ReadAll<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values) => Prepared(sql).ReadAll(read, values);

    /// <summary>Runs a script of several statements once.</summary>
    internal void RunScript(string script)
    {
        using var command = new SqliteCommand(script, connection);
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        connection.Dispose();
    }

    private SqliteStatement Prepared(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement)) _statements[sql] = statement = new SqliteStatement(connection, sql);
        return statement;
    }
}
