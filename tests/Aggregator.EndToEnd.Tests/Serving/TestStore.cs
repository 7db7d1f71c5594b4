using System.Collections.Concurrent;
using System.Globalization;
using Aggregator.Serving;
using Aggregator.Store.Postgres;
using Xunit;

[assembly: AssemblyFixture(typeof(TestStore))]

namespace Aggregator.Serving;

/// <summary>
/// The store that every test's server keeps its data in where the test names none: the folder, or with <c>AGGREGATOR_TEST_STORE=postgres</c> a database that
/// stands for the folder, so that the same tests run on both.
/// </summary>
public sealed class TestStore : IAsyncDisposable
{
    /// <summary>The setting that names a server's database.</summary>
    internal const string Setting = "AGGREGATOR_Store__Postgres";

    private static readonly ConcurrentDictionary<string, Task<string>> Databases = new(StringComparer.Ordinal);
    private static readonly Lazy<Task<PostgresServer>> Server = new(PostgresServer.StartAsync);

    /// <summary>True where servers keep their data in PostgreSQL.</summary>
    internal static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("AGGREGATOR_TEST_STORE") switch
    {
        null or "" or "sqlite" => false,
        "postgres" => true,
        var other => throw new InvalidOperationException($"AGGREGATOR_TEST_STORE is sqlite or postgres, not {other}."),
    };

    /// <summary>The environment of a server that keeps its data where this folder is, or stands for a database.</summary>
    internal static async Task<IReadOnlyDictionary<string, string>> OfAsync(string folder, IReadOnlyDictionary<string, string> environment)
    {
        if (!IsPostgres || environment.ContainsKey(Setting)) return environment;
        var all = new Dictionary<string, string>(ServerCluster.NodeOf(await Databases.GetOrAdd(folder, _ => CreateAsync())));
        foreach (var (name, value) in environment) all[name] = value;
        return all;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Server.IsValueCreated) await (await Server.Value).DisposeAsync();
    }

    private static async Task<string> CreateAsync()
    {
        var server = await Server.Value;
        var database = string.Create(CultureInfo.InvariantCulture, $"folder_{Guid.NewGuid():n}");
        await server.CreateDatabaseAsync(database);
        return server.ConnectionString(database);
    }
}
