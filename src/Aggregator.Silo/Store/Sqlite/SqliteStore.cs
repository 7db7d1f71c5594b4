using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aggregator.Store.Sqlite;

/// <summary>
/// The embedded store: one SQLite file in a folder, written by one thread in groups and read by a few connections beside it. What is
/// heavy and needs no connection (hashes, JSON) is done on the caller's thread.
/// </summary>
internal sealed partial class SqliteStore(IOptions<SqliteStoreOptions> options, TimeProvider clock, ILogger<SqliteStore> logger) : IStore
{
    private readonly SqliteFile _file = new(options.Value);
    private FolderLock? _lock;
    private GroupWriter? _writer;
    private ReaderPool? _readers;
    private int _partitionCount;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The store is not open.</exception>
    public int PartitionCount => _partitionCount > 0 ? _partitionCount : throw NotOpen();

    private GroupWriter Writer => _writer ?? throw NotOpen();

    private ReaderPool Readers => _readers ?? throw NotOpen();

    public Task OpenAsync(CancellationToken cancellation)
    {
        if (_writer is not null) throw new InvalidOperationException("The store is open already.");
        return Task.Run(() => Open(cancellation), cancellation);
    }

    public Task PingAsync(CancellationToken cancellation) =>
        Readers.ReadAsync(session => session.ReadOne("SELECT value FROM meta WHERE name = 'partition_count'", row => row.GetInt64(0)), cancellation);

    /// <summary>What the writer and a reader have prepared so far, so that a look at the plans can show that none reads a whole table.</summary>
    internal async Task<IReadOnlyList<string>> ReadStatementsAsync(CancellationToken cancellation) =>
    [
        .. await Writer.WriteAsync(session => session.Statements, cancellation),
        .. await Readers.ReadAsync(session => session.Statements, cancellation),
    ];

    /// <summary>Commits what waits, ends reads under way, and releases the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_readers is not null) await _readers.DisposeAsync().ConfigureAwait(false);
        // The writer last: the last connection to close folds the log into the database.
        if (_writer is not null) await _writer.DisposeAsync().ConfigureAwait(false);
        _lock?.Dispose();
    }

    private void Open(CancellationToken cancellation)
    {
        var folderLock = FolderLock.Take(options.Value.Folder);
        SqliteSession? session = null;
        try
        {
            session = _file.OpenWriter();
            var before = SchemaMigrations.Apply(session, _file.Path, clock.GetUtcNow(), cancellation);
            if (before < SchemaMigrations.Newest) LogMigrated(logger, _file.Path, before, SchemaMigrations.Newest);
            _partitionCount = Partition(session);
        }
        catch (Exception fault)
        {
            session?.Dispose();
            folderLock.Dispose();
            if (StoreFaults.IsOfStore(fault)) throw StoreFaults.Explain(fault, _file.Path);
            throw;
        }
        _lock = folderLock;
        _writer = new GroupWriter(_file, session, options.Value, clock, logger);
        _readers = new ReaderPool(_file, options.Value.ReaderCountMax);
    }

    /// <summary>The number of partitions that the store was created with; creates them the first time.</summary>
    private int Partition(SqliteSession session)
    {
        session.Run("BEGIN IMMEDIATE");
        if (session.Run("INSERT OR IGNORE INTO meta VALUES ('partition_count', $1)", options.Value.PartitionCount) == 1)
            for (var partition = 0; partition < options.Value.PartitionCount; partition++)
                session.Run("INSERT INTO partitions (partition) VALUES ($1)", partition);
        var count = session.ReadOne("SELECT value FROM meta WHERE name = 'partition_count'", row => row.GetInt32(0));
        session.Run("COMMIT");
        return count;
    }

    private static InvalidOperationException NotOpen() => new("The store is not open.");

    [LoggerMessage(LogLevel.Information, "The store '{Path}' was brought from schema {Before} to {After}.")]
    private static partial void LogMigrated(ILogger logger, string path, int before, int after);
}
