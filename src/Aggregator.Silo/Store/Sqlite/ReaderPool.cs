using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Aggregator.Store.Sqlite;

/// <summary>Connections that read, each for one read at a time, off the caller's thread. A read sees one moment of the store.</summary>
internal sealed class ReaderPool(SqliteFile file, int countMax) : IAsyncDisposable
{
    private readonly SemaphoreSlim _places = new(countMax);
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private volatile bool _closed;

    /// <summary>Reads.</summary>
    /// <param name="read">What to read.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    /// <exception cref="StoreUnavailableException">The file can't be read.</exception>
    /// <exception cref="ObjectDisposedException">The store was closed.</exception>
    internal async Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, nameof(IStore));
            return await Task.Run(() => Read(read), cancellation).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Waits for reads under way and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        _closed = true;
        for (var place = 0; place < countMax; place++) await _places.WaitAsync().ConfigureAwait(false);
        while (_idle.TryTake(out var session)) session.Dispose();
        // Those who still wait for a place find the pool closed.
        _places.Release(countMax);
    }

    private T Read<T>(Func<SqliteSession, T> read)
    {
        SqliteSession? session = null;
        try
        {
            if (!_idle.TryTake(out session)) session = file.OpenReader();
            session.Run("BEGIN");
            var result = read(session);
            session.Run("COMMIT");
            _idle.Add(session);
            return result;
        }
        catch (Exception fault)
        {
            session?.Dispose();
            if (fault is SqliteException) throw StoreFaults.Explain(fault, file.Path);
            throw;
        }
    }
}
