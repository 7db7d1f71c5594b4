using Microsoft.Data.Sqlite;

namespace Aggregator.Store.Sqlite;

/// <summary>The database file: opens connections to it as the options say.</summary>
internal sealed class SqliteFile(SqliteStoreOptions options)
{
    private const int PageBytes = 16 * 1024;
    private const int ApplicationId = 0x41474752; // "AGGR"

    /// <summary>Its full path.</summary>
    internal string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetFullPath(options.Folder), options.FileName);

    /// <summary>Bytes of the write-ahead log now.</summary>
    internal long LogBytes => new FileInfo(Path + "-wal") is { Exists: true } log ? log.Length : 0;

    /// <summary>Opens the only connection that writes, and creates the database when there is none.</summary>
    /// <exception cref="StoreUnavailableException">The file belongs to another application.</exception>
    internal SqliteSession OpenWriter()
    {
        var session = Open(SqliteOpenMode.ReadWriteCreate);
        try
        {
            RefuseForeign(session, out var isNew);
            // The page size counts only before the first table, and must come before the journal mode.
            session.RunScript($"PRAGMA page_size = {PageBytes}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
            // The writer folds the log itself, in GroupWriter; it waits this long for readers to let go of the log.
            session.RunScript("PRAGMA wal_autocheckpoint = 0; PRAGMA busy_timeout = 250;");
            session.RunScript($"PRAGMA cache_size = -{options.CacheMegabytes * 1024}; PRAGMA max_page_count = {PageCountMax};");
            if (isNew) session.RunScript($"PRAGMA application_id = {ApplicationId};");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Opens a connection that reads.</summary>
    internal SqliteSession OpenReader()
    {
        var session = Open(SqliteOpenMode.ReadOnly);
        session.RunScript($"PRAGMA cache_size = -{options.CacheMegabytes * 1024 / 8};");
        return session;
    }

    private long PageCountMax => options.SizeMegabytesMax == 0 ? uint.MaxValue - 1 : options.SizeMegabytesMax * 1024L * 1024 / PageBytes;

    private void RefuseForeign(SqliteSession session, out bool isNew)
    {
        var application = session.ReadOne("PRAGMA application_id", row => row.GetInt64(0));
        isNew = session.ReadOne("SELECT COUNT(*) FROM sqlite_schema", row => row.GetInt64(0)) == 0;
        if (!isNew && application != ApplicationId)
            throw new StoreUnavailableException($"'{Path}' is another application's database. Choose another folder.");
    }

    private SqliteSession Open(SqliteOpenMode mode)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = Path, Mode = mode, Pooling = false, DefaultTimeout = 5 };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            connection.Open();
            return new SqliteSession(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
