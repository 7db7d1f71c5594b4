using System.Globalization;
using System.Net.Http.Json;
using Aggregator.Serving;
using Aggregator.Store.Postgres;
using Xunit;

namespace Aggregator.Deploy;

/// <summary>The tests that share three nodes, one after the other.</summary>
[CollectionDefinition(nameof(UnitCluster))]
public sealed class UnitClusterCollection : ICollectionFixture<UnitCluster>;

/// <summary>
/// Three nodes on one database as <c>deploy/systemd/aggregator@.service</c> starts them on one machine; shared by the tests of what stands before and beside
/// them. Made by the first test that asks.
/// </summary>
public sealed class UnitCluster : IAsyncDisposable
{
    internal const string Topic = "calls";

    /// <summary>What comes through a proxy needs a key; the nodes have this one of a file.</summary>
    internal const string Key = "agg_0123456789ab_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private const int NodeCount = 3;

    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task> _starting;
    private readonly List<UnitFile> _units = [];
    private readonly List<ServerProcess> _nodes = [];

    public UnitCluster() => _starting = new(StartAsync);

    /// <summary>The database's server.</summary>
    internal PostgresServer Database { get; private set; } = null!;

    /// <summary>The nodes, once they answer.</summary>
    internal async Task<IReadOnlyList<ServerProcess>> NodesAsync()
    {
        await _starting.Value;
        return _nodes;
    }

    /// <summary>Kills a node and starts it anew, as its unit says.</summary>
    internal async Task KillAndRestartAsync(int node)
    {
        await _nodes[node].KillAsync();
        _nodes[node] = await ServerProcess.StartAsync(_units[node]);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes) await node.DisposeAsync();
        if (Database is not null) await Database.DisposeAsync();
        _folder.Dispose();
    }

    private async Task StartAsync()
    {
        Database = await PostgresServer.StartAsync();
        await Database.CreateDatabaseAsync("units");
        var unit = Repository.Find("deploy/systemd/aggregator@.service");
        var keyFile = Path.Combine(_folder.Path, "first-key");
        await File.WriteAllTextAsync(keyFile, Key);
        for (var number = 1; number <= NodeCount; number++)
        {
            var instance = number.ToString(CultureInfo.InvariantCulture);
            var node = ServerCluster.NodeOf(Database.ConnectionString("units"));
            var files = new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["/etc/aggregator/environment"] = new Dictionary<string, string>(Only(node, "Store__Postgres", "Cluster__Address")) { ["AGGREGATOR_Access__BootstrapKeyFile"] = keyFile },
                [$"/etc/aggregator/{instance}"] = new Dictionary<string, string>(Only(node, "Cluster__SiloPort", "Cluster__GatewayPort")) { ["URLS"] = $"http://127.0.0.1:{ServerCluster.FreePort()}" },
            };
            _units.Add(UnitFile.Read(unit, instance, files, _folder.Path));
        }
        _nodes.AddRange(await Task.WhenAll(_units.Select(ServerProcess.StartAsync)));
        (await _nodes[0].Client.PutAsJsonAsync($"/v1/topics/{Topic}", new { title = "Calls", question = "kind:call" })).EnsureSuccessStatusCode();
    }

    private static Dictionary<string, string> Only(IReadOnlyDictionary<string, string> all, params string[] names) =>
        names.Select(name => $"AGGREGATOR_{name}").ToDictionary(name => name, name => all[name]);
}
