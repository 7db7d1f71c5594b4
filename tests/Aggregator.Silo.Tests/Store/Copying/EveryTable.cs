using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Aggregator.Store.Copying;

/// <summary>Writes to an embedded store past the store's own code, so that also a table that was added yesterday holds something.</summary>
internal static class EveryTable
{
    /// <summary>Puts rows into every table, each value made from the row's number and its column's type, so that references between tables hold.</summary>
    internal static void Fill(string path, int rowCount)
    {
        using var connection = Open(path);
        var tables = Read(connection, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN ('schema_version', 'meta')");
        foreach (var table in tables)
        {
            var types = Read(connection, $"SELECT type FROM pragma_table_info('{table}')");
            for (var row = 1; row <= rowCount; row++)
            {
                using var command = connection.CreateCommand();
                command.CommandText = $"INSERT OR REPLACE INTO \"{table}\" VALUES ({string.Join(", ", types.Select((_, at) => $"$v{at}"))})";
                for (var at = 0; at < types.Count; at++) command.Parameters.AddWithValue($"$v{at}", Value(types[at], row));
                command.ExecuteNonQuery();
            }
        }
    }

    internal static void Run(string path, string sql)
    {
        using var connection = Open(path);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = false }.ToString());
        connection.Open();
        return connection;
    }

    private static object Value(string type, int row) => type switch
    {
        "TEXT" => string.Create(CultureInfo.InvariantCulture, $"text {row} \0 \ud83c\udf0d"),
        "BLOB" => new[] { (byte)row, (byte)0, (byte)255 },
        _ => row,
    };

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var all = new List<string>();
        while (rows.Read()) all.Add(rows.GetString(0));
        return all;
    }
}
