using System.Globalization;
using Aggregator.Store.Sqlite;

namespace Aggregator.Store.Copying;

/// <summary>The embedded store as it is copied: nobody serves it meanwhile.</summary>
internal sealed class CopySource : IDisposable
{
    private readonly FolderLock _lock;

    private CopySource(FolderLock folderLock, SqliteSession session, string path) => (_lock, Session, Path) = (folderLock, session, path);

    internal SqliteSession Session { get; }

    /// <summary>The database file.</summary>
    internal string Path { get; }

    /// <summary>A number that this store bears from its first copy on, and its copies too: a copy that was stopped is known by it.</summary>
    internal long Identity { get; private init; }

    /// <summary>Opens it, brought to today's schema.</summary>
    /// <exception cref="StoreUnavailableException">It is served, is not there, or can't be read.</exception>
    internal static CopySource Open(SqliteStoreOptions options, DateTimeOffset now, CancellationToken cancellation)
    {
        var file = new SqliteFile(options);
        if (!File.Exists(file.Path)) throw new StoreUnavailableException($"There is no store '{file.Path}'. Name its folder with --data.");
        var folderLock = FolderLock.Take(options.Folder);
        SqliteSession? session = null;
        try
        {
            session = file.OpenWriter();
            SchemaMigrations.Apply(session, file.Path, now, cancellation);
            session.Run("INSERT OR IGNORE INTO meta VALUES ('store_id', $1)", Random.Shared.NextInt64());
            return new CopySource(folderLock, session, file.Path) { Identity = session.ReadOne("SELECT value FROM meta WHERE name = 'store_id'", row => row.GetInt64(0)) };
        }
        catch (Exception fault)
        {
            session?.Dispose();
            folderLock.Dispose();
            if (StoreFaults.IsOfStore(fault)) throw StoreFaults.Explain(fault, file.Path);
            throw;
        }
    }

    /// <summary>The rows behind a cursor, and the cursor of the last; none at the end.</summary>
    /// <param name="table">The table.</param>
    /// <param name="after">The cursor; null from the first row.</param>
    /// <param name="countMax">1 or more.</param>
    internal (IReadOnlyList<object?[]> Rows, string[]? Last) ReadPage(CopiedTable table, string[]? after, int countMax)
    {
        object?[] values = after is null ? [countMax] : [countMax, .. after.Select(Decode)];
        var width = table.Columns.Count + table.Order.Count;
        var rows = Session.ReadAll(
            after is null ? table.FirstPage : table.NextPage,
            row => Enumerable.Range(0, width).Select(column => row.IsDBNull(column) ? null : row.GetValue(column)).ToArray(), values);
        return rows.Count == 0 ? (rows, after) : (rows.ConvertAll(row => row[..table.Columns.Count]), [.. rows[^1][table.Columns.Count..].Select(Encode)]);
    }

    public void Dispose()
    {
        Session.Dispose();
        _lock.Dispose();
    }

    private static string Encode(object? value) => value switch
    {
        long number => string.Create(CultureInfo.InvariantCulture, $"n{number}"),
        string text => $"t{text}",
        byte[] bytes => $"b{Convert.ToBase64String(bytes)}",
        _ => throw new InvalidDataException($"A key holds {value?.GetType().Name ?? "nothing"}."),
    };

    private static object Decode(string text) => text[0] switch
    {
        'n' => long.Parse(text.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        't' => text[1..],
        _ => Convert.FromBase64String(text[1..]),
    };
}
