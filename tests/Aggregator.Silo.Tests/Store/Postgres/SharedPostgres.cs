using Aggregator.Store.Postgres;
using Xunit;

[assembly: AssemblyFixture(typeof(SharedPostgres))]

namespace Aggregator.Store.Postgres;

/// <summary>One server for all tests of this assembly, started by the first that asks; each test has a database of its own.</summary>
public sealed class SharedPostgres : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> _server = new(PostgresServer.StartAsync);
    private int _databaseCount;

    /// <summary>The connection string of a new, empty database. Skips the test where there is no server.</summary>
    internal async Task<string> CreateDatabaseAsync()
    {
        if (PostgresServer.Missing is { } missing) Assert.Skip(missing);
        var server = await _server.Value;
        var database = $"test_{Interlocked.Increment(ref _databaseCount)}";
        await server.CreateDatabaseAsync(database);
        return server.ConnectionString(database);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated) await (await _server.Value).DisposeAsync();
    }
}
