using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Aggregator.Store.Postgres;

/// <summary>
/// The store of a cluster: one PostgreSQL database that every node reads and writes. Submissions are gathered into groups; every other write
/// is a transaction of its own, whose commits the server groups. A write locks its partition, article, block or topic first, and nothing is
/// written where the version or position has moved on.
/// </summary>
internal sealed partial class PostgresStore(IOptions<PostgresStoreOptions> options, TimeProvider clock, ILogger<PostgresStore> logger) : IStore
{
    private NpgsqlDataSource? _source;
    private SubmitWriters? _submitting;
    private string _name = "";
    private int _partitionCount;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The store is not open.</exception>
    public int PartitionCount => _partitionCount > 0 ? _partitionCount : throw NotOpen();

    private NpgsqlDataSource Source => _source ?? throw NotOpen();

    public async Task OpenAsync(CancellationToken cancellation)
    {
        if (_source is not null) throw new InvalidOperationException("The store is open already.");
        var source = PostgresSource.Create(options.Value);
        _name = PostgresSource.Name(source);
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            (var before, _partitionCount) =
                await PostgresMigrations.ApplyAsync(connection, _name, options.Value.PartitionCount, clock.GetUtcNow(), cancellation).ConfigureAwait(false);
            if (before < PostgresMigrations.Newest) LogMigrated(logger, _name, before, PostgresMigrations.Newest);
        }
        catch (Exception fault)
        {
            await source.DisposeAsync().ConfigureAwait(false);
            if (PostgresFaults.IsOfStore(fault)) throw PostgresFaults.Explain(fault, _name);
            throw;
        }
        _source = source;
        _submitting = new SubmitWriters(this, options.Value);
    }

    public Task PingAsync(CancellationToken cancellation) =>
        ReadAsync(session => session.ReadOneAsync(row => row.GetInt64(0), "SELECT value FROM meta WHERE name = 'partition_count'"), cancellation);

    /// <summary>Commits the submissions that wait and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_submitting is not null) await _submitting.DisposeAsync().ConfigureAwait(false);
        if (_source is not null) await _source.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Writes in one transaction, and returns when it is on disk.</summary>
    /// <param name="write">What to write; undone where it throws.</param>
    /// <param name="cancellation">Cancels the wait for a connection.</param>
    internal async Task<T> WriteAsync<T>(Func<PostgresSession, Task<T>> write, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await ConnectAsync(cancellation).ConfigureAwait(false);
            await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None).ConfigureAwait(false);
            var result = await write(new PostgresSession(connection)).ConfigureAwait(false);
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            return result;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw Explained(fault);
        }
    }

    /// <summary>Reads what stood at one moment. Where the connection is lost it is asked once more, on another.</summary>
    private async Task<T> ReadAsync<T>(Func<PostgresSession, Task<T>> read, CancellationToken cancellation)
    {
        for (var again = true; ; again = false)
        {
            try
            {
                await using var connection = await ConnectAsync(cancellation).ConfigureAwait(false);
                return await read(new PostgresSession(connection)).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                var explained = Explained(fault);
                if (!again || !PostgresFaults.IsOfConnection(fault)) throw explained;
            }
        }
    }

    /// <summary>As <see cref="ReadAsync"/>, for several statements that must see one moment.</summary>
    private Task<T> ReadMomentAsync<T>(Func<PostgresSession, Task<T>> read, CancellationToken cancellation) => ReadAsync(
        async session =>
        {
            await using var transaction = await session.BeginMomentAsync().ConfigureAwait(false);
            return await read(session).ConfigureAwait(false);
        },
        cancellation);

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return await Source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
    }

    private Exception Explained(Exception fault)
    {
        // A restart cut every idle connection as well: the next caller is not to find that out one by one.
        if (PostgresFaults.IsOfConnection(fault)) _source?.Clear();
        var explained = PostgresFaults.Explain(fault, _name);
        if (explained is StoreUnavailableException) LogUnavailable(logger, _name, explained.Message);
        return explained;
    }

    private static InvalidOperationException NotOpen() => new("The store is not open.");

    [LoggerMessage(LogLevel.Information, "The store '{Name}' was brought from schema {Before} to {After}.")]
    private static partial void LogMigrated(ILogger logger, string name, int before, int after);

    [LoggerMessage(LogLevel.Warning, "A call to the store '{Name}' failed; its caller was told. {Reason}")]
    private static partial void LogUnavailable(ILogger logger, string name, string reason);
}
