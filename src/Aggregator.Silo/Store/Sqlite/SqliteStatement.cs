using Microsoft.Data.Sqlite;

namespace Aggregator.Store.Sqlite;

/// <summary>A prepared statement whose parameters are $1, $2 and so on. Not for two threads at once.</summary>
internal sealed class SqliteStatement(SqliteConnection connection, string sql) : IDisposable
{
    private readonly SqliteCommand _command = new(sql, connection);

    /// <summary>Runs it.</summary>
    /// <param name="values">Values of the parameters in their order; null is NULL.</param>
    /// <returns>Rows changed.</returns>
    internal int Run(ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>The first row it gives, or the type's default when it gives none.</summary>
    internal T? ReadOne<T>(Func<SqliteDataReader, T> read, ReadOnlySpan<object?> values)
    {
        Bind(values);
        using var rows = _command.ExecuteReader();
        return rows.Read() ? read(rows) : default;
    }

    /// <summary>All rows it gives.</summary>
    internal List<T> ReadAll<T>(Func<SqliteDataReader, T> read, ReadOnlySpan<object?> values)
    {
        Bind(values);
        using var rows = _command.ExecuteReader();
        var all = new List<T>();
        while (rows.Read()) all.Add(read(rows));
        return all;
    }

    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        var parameters = _command.Parameters;
        while (parameters.Count < values.Length) parameters.Add(new SqliteParameter($"${parameters.Count + 1}", DBNull.Value));
        for (var index = 0; index < values.Length; index++) parameters[index].Value = values[index] ?? DBNull.Value;
    }
}
