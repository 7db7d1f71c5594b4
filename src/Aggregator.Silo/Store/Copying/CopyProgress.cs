using System.Text.Json;
using Aggregator.Store.Postgres;

namespace Aggregator.Store.Copying;

/// <summary>
/// How far a copy has come, kept in the target until it is whole and checked: each page's rows and its cursor are one transaction. While this table is there
/// no server opens the store.
/// </summary>
internal static class CopyProgress
{
    /// <summary>The table's name.</summary>
    internal const string Table = "store_copy";

    /// <summary>What set-up puts into an empty store; the source's takes its place.</summary>
    private static readonly string[] Seeded = ["cursors", "partitions", "meta"];

    internal static async Task<bool> IsBegunAsync(PostgresSession session) =>
        await session.ReadOneAsync(row => row.GetBoolean(0), $"SELECT to_regclass('{Table}') IS NOT NULL").ConfigureAwait(false);

    /// <summary>The store whose copy was begun.</summary>
    internal static Task<long> ReadIdentityAsync(PostgresSession session) => session.ReadOneAsync(row => row.GetInt64(0), $"SELECT store FROM {Table} LIMIT 1");

    /// <summary>Begins a copy into a store that was just set up; the caller's transaction.</summary>
    /// <exception cref="StoreUnavailableException">The store holds something.</exception>
    internal static async Task BeginAsync(PostgresSession session, IReadOnlyList<CopiedTable> tables, long identity, string name)
    {
        foreach (var table in tables)
            if (!Seeded.Contains(table.Name) && await session.ReadOneAsync(row => row.GetBoolean(0), $"SELECT EXISTS (SELECT FROM \"{table.Name}\")").ConfigureAwait(false))
                throw new StoreUnavailableException($"'{name}' holds a store already ({table.Name}). A copy goes into an empty database: choose another.");
        await session.RunAsync($"CREATE TABLE {Table} (name text PRIMARY KEY, store bigint NOT NULL, cursor text, row_count bigint NOT NULL DEFAULT 0)").ConfigureAwait(false);
        await session.RunAsync($"INSERT INTO {Table} (name, store) SELECT name, $2 FROM unnest($1::text[]) n (name)", tables.Select(table => table.Name).ToArray(), identity).ConfigureAwait(false);
        foreach (var table in Seeded) await session.RunAsync($"DELETE FROM {table}").ConfigureAwait(false);
    }

    /// <summary>Where a table's copy goes on, and how many rows are there already.</summary>
    internal static async Task<(string[]? Cursor, long RowCount)> ReadAsync(PostgresSession session, string table) => await session.ReadOneAsync(
        row => (row.IsDBNull(0) ? null : JsonSerializer.Deserialize(row.GetString(0), StoreJson.Default.StringArray), row.GetInt64(1)),
        $"SELECT cursor, row_count FROM {Table} WHERE name = $1", table).ConfigureAwait(false);

    internal static Task MoveAsync(PostgresSession session, string table, string[] cursor, int rowCount) => session.RunAsync(
        $"UPDATE {Table} SET cursor = $2, row_count = row_count + $3 WHERE name = $1", table, JsonSerializer.Serialize(cursor, StoreJson.Default.StringArray), rowCount);

    /// <summary>Lets the store be opened: numbers go on behind those that were copied.</summary>
    internal static async Task EndAsync(PostgresSession session, IReadOnlyList<CopiedTable> tables)
    {
        foreach (var (table, column) in tables.SelectMany(table => table.Columns.Where(column => column.IsIdentity).Select(column => (table.Name, column.Name))))
            await session.ReadOneAsync(
                row => row.GetInt64(0), $"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), COALESCE(MAX({column}), 0) + 1, false) FROM \"{table}\"").ConfigureAwait(false);
        await session.RunAsync($"DROP TABLE {Table}").ConfigureAwait(false);
    }
}
