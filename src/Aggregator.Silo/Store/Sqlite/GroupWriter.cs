using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Aggregator.Store.Sqlite;

/// <summary>
/// The one thread that writes. It takes what waits, runs each write under a savepoint of its own inside one transaction, commits, and only
/// then answers. While it commits, the next group gathers. After a fault of the store it opens a new connection for the next group, so
/// that writing goes on when the disk does.
/// </summary>
internal sealed partial class GroupWriter : IAsyncDisposable
{
    private readonly Channel<WriteOperation> _queue;
    private readonly List<WriteOperation> _group = [];
    private readonly SqliteFile _file;
    private readonly SqliteStoreOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SqliteSession? _session;
    private long _foldAtBytes;

    /// <summary>Starts the thread.</summary>
    /// <param name="file">The database.</param>
    /// <param name="session">Its writing connection, which is the writer's from now on.</param>
    /// <param name="options">Bounds of queue, group and log.</param>
    /// <param name="clock">Measures a group's time.</param>
    /// <param name="logger">Hears of faults.</param>
    internal GroupWriter(SqliteFile file, SqliteSession session, SqliteStoreOptions options, TimeProvider clock, ILogger logger)
    {
        (_file, _session, _options, _clock, _logger) = (file, session, options, clock, logger);
        _foldAtBytes = LogBytesMax;
        _queue = Channel.CreateBounded<WriteOperation>(new BoundedChannelOptions(options.QueueCountMax) { SingleReader = true });
        new Thread(Work) { Name = "store-writer", IsBackground = true }.Start();
    }

    private long LogBytesMax => _options.LogMegabytesMax * 1024L * 1024;

    /// <summary>Writes, and returns when it is on disk.</summary>
    /// <param name="write">What to write. A fault of it undoes it alone and reaches the caller.</param>
    /// <param name="cancellation">Cancels the wait for a place in the queue.</param>
    /// <exception cref="StoreUnavailableException">The group was not committed, or nobody knows.</exception>
    /// <exception cref="ObjectDisposedException">The store was closed.</exception>
    internal async Task<T> WriteAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellation)
    {
        var operation = new WriteOperation<T>(write);
        try
        {
            await _queue.Writer.WriteAsync(operation, cancellation).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(IStore), "The store was closed.");
        }
        return await operation.Answer.ConfigureAwait(false);
    }

    /// <summary>Takes no further writes, commits those that wait, and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _ended.Task.ConfigureAwait(false);
    }

    private void Work()
    {
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult()) WriteGroup();
        _session?.Dispose();
        _ended.SetResult();
    }

    private void WriteGroup()
    {
        _group.Clear();
        if (!_queue.Reader.TryRead(out var next)) return;
        try
        {
            _group.Add(next);
            var session = _session ??= _file.OpenWriter();
            var began = _clock.GetTimestamp();
            session.Run("BEGIN IMMEDIATE");
            RunOne(session, next);
            while (_group.Count < _options.GroupCountMax && _clock.GetElapsedTime(began).TotalMilliseconds < _options.GroupMillisecondsMax
                && _queue.Reader.TryRead(out next))
            {
                _group.Add(next);
                RunOne(session, next);
            }
            session.Run("COMMIT");
        }
        catch (Exception fault)
        {
            Abandon(fault);
            return;
        }
        foreach (var operation in _group) operation.Complete();
        FoldLog(_session);
    }

    private static void RunOne(SqliteSession session, WriteOperation operation)
    {
        session.Run("SAVEPOINT operation");
        try
        {
            operation.Run(session);
        }
        catch (Exception fault) when (!StoreFaults.IsOfStore(fault))
        {
            session.Run("ROLLBACK TO operation");
            operation.Refuse(StoreFaults.Refusal(fault));
        }
        session.Run("RELEASE operation");
    }

    /// <summary>Closing the connection undoes what the group wrote, if SQLite has not already.</summary>
    private void Abandon(Exception fault)
    {
        var explained = StoreFaults.Explain(fault, _file.Path);
        LogGroupFailed(_logger, _group.Count, fault);
        try
        {
            _session?.Dispose();
        }
        catch (SqliteException)
        {
            // The fault that counts is told already.
        }
        _session = null;
        foreach (var operation in _group) operation.Fail(explained);
    }

    /// <summary>Folds the log into the database and cuts it to nothing; left to automatic checkpoints it grows without bound under load.</summary>
    private void FoldLog(SqliteSession session)
    {
        var logBytes = _file.LogBytes;
        if (logBytes < _foldAtBytes) return;
        var blocked = true;
        try
        {
            blocked = session.ReadOne("PRAGMA wal_checkpoint(TRUNCATE)", row => row.GetInt64(0)) != 0;
        }
        catch (SqliteException fault)
        {
            LogFoldFailed(_logger, logBytes, fault);
        }
        // Where a reader or a fault stood in the way, try again a little later rather than after every commit.
        _foldAtBytes = blocked ? logBytes + LogBytesMax / 4 : LogBytesMax;
    }

    [LoggerMessage(LogLevel.Error, "A group of {Count} writes was not committed; each caller was told.")]
    private static partial void LogGroupFailed(ILogger logger, int count, Exception fault);

    [LoggerMessage(LogLevel.Warning, "The write-ahead log of {Bytes} bytes could not be folded into the database; it is tried again as it grows.")]
    private static partial void LogFoldFailed(ILogger logger, long bytes, Exception fault);
}
