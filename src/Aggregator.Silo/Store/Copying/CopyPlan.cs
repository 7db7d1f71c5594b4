using Aggregator.Store.Postgres;
using Aggregator.Store.Sqlite;

namespace Aggregator.Store.Copying;

/// <summary>
/// What a copy takes over, read off both schemas, so that a table or column that is added to both is copied without anyone remembering it. What only one
/// of them has must be named here, or there is no plan.
/// </summary>
internal static class CopyPlan
{
    /// <summary>The target's tables that hold nothing of the source's: the schema's number, the copy's own progress, and what Orleans keeps.</summary>
    private static readonly string[] Own = ["schema_version", CopyProgress.Table, "orleansquery", "orleansmembershipversiontable", "orleansmembershiptable", "orleansreminderstable"];

    /// <summary>The target's tables that the source keeps in one with another.</summary>
    private static readonly Dictionary<string, string> Joined = new(StringComparer.Ordinal) { ["cursors"] = "partitions" };

    /// <summary>The source's columns that say again what others do, to be found faster there: keys of rows, and where an article's revisions are.</summary>
    private static readonly HashSet<(string Table, string Column)> Spare =
    [
        ("article_revisions", "key"), ("article_revisions", "previous"), ("articles", "standing"), ("reports", "key"), ("event_versions", "key"), ("deliveries", "key"),
    ];

    /// <summary>The tables in an order in which none comes before one that its rows refer to.</summary>
    /// <exception cref="InvalidOperationException">One of the schemas has what the other lacks and no list here names.</exception>
    internal static async Task<IReadOnlyList<CopiedTable>> OfAsync(SqliteSession source, PostgresSession target)
    {
        var sources = ReadSource(source);
        var columns = await target.ReadAllAsync(
            row => (Table: row.GetString(0), Column: new CopiedColumn(row.GetString(1), row.GetString(2), row.GetBoolean(3))),
            """
            SELECT c.relname, a.attname, t.typname, a.attidentity <> '' FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped JOIN pg_type t ON t.oid = a.atttypid
            WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace ORDER BY c.relname, a.attnum
            """).ConfigureAwait(false);
        var tables = columns.Where(item => !Own.Contains(item.Table)).GroupBy(item => item.Table, item => item.Column).Select(table => Match(table.Key, [.. table], sources)).ToList();
        var copied = tables.SelectMany(table => table.Columns.Select(column => (table.Source, column.Name))).ToHashSet();
        foreach (var (name, table) in sources)
            if (table.Columns.FirstOrDefault(column => !copied.Contains((name, column)) && !Spare.Contains((name, column))) is { } lost)
                throw new InvalidOperationException($"No table of PostgreSQL's takes SQLite's {name}.{lost}.");
        return await InOrderAsync(tables, target).ConfigureAwait(false);
    }

    private static CopiedTable Match(string name, IReadOnlyList<CopiedColumn> columns, Dictionary<string, (IReadOnlyList<string> Columns, IReadOnlyList<string> Order)> sources)
    {
        var from = Joined.GetValueOrDefault(name, name);
        if (!sources.TryGetValue(from, out var source)) throw new InvalidOperationException($"SQLite has no table {from}.");
        if (columns.FirstOrDefault(column => !source.Columns.Contains(column.Name)) is { } lost)
            throw new InvalidOperationException($"SQLite's {from} has no column {lost.Name}.");
        return new CopiedTable(name, from, columns, source.Order);
    }

    private static Dictionary<string, (IReadOnlyList<string> Columns, IReadOnlyList<string> Order)> ReadSource(SqliteSession source)
    {
        var sources = new Dictionary<string, (IReadOnlyList<string>, IReadOnlyList<string>)>(StringComparer.Ordinal);
        var tables = source.ReadAll(
            "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'schema_version'",
            row => (Name: row.GetString(0), WithoutRowId: row.GetBoolean(1)));
        foreach (var (name, withoutRowId) in tables)
        {
            var columns = source.ReadAll("SELECT name, pk FROM pragma_table_info($1) ORDER BY pk, cid", row => (Name: row.GetString(0), Key: row.GetInt32(1)), name);
            sources[name] = ([.. columns.Select(column => column.Name)], withoutRowId ? [.. columns.Where(column => column.Key > 0).Select(column => column.Name)] : ["rowid"]);
        }
        return sources;
    }

    private static async Task<IReadOnlyList<CopiedTable>> InOrderAsync(List<CopiedTable> tables, PostgresSession target)
    {
        var references = await target.ReadAllAsync(
            row => (From: row.GetString(0), To: row.GetString(1)),
            """
            SELECT f.relname, t.relname FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
            WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace AND f.oid <> t.oid
            """).ConfigureAwait(false);
        var ordered = new List<CopiedTable>();
        while (tables.Count > 0)
        {
            var free = tables.Where(table => !references.Any(reference => reference.From == table.Name && tables.Any(other => other.Name == reference.To))).ToList();
            if (free.Count == 0) throw new InvalidOperationException("PostgreSQL's tables refer to one another in a circle.");
            ordered.AddRange(free);
            tables.RemoveAll(free.Contains);
        }
        return ordered;
    }
}
