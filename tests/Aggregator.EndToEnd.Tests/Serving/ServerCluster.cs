using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Aggregator.Serving;

/// <summary>Several nodes on one database, each a process that can be killed, frozen and started anew.</summary>
internal sealed class ServerCluster : PatientClient, IAsyncDisposable
{
    private readonly IReadOnlyDictionary<string, string>[] _environments;
    private readonly ServerProcess[] _nodes;
    private readonly string _role;
    private const int StartCountMax = 4;

    private int _turn;

    private ServerCluster(IReadOnlyDictionary<string, string>[] environments, ServerProcess[] nodes, string role) => (_environments, _nodes, _role) = (environments, nodes, role);

    internal int Count => _nodes.Length;

    internal ServerProcess this[int node] => Volatile.Read(ref _nodes[node]);

    /// <summary>The nodes' clients by turns, as a proxy would.</summary>
    internal override HttpClient Client => this[(int)((uint)Interlocked.Increment(ref _turn) % (uint)Count)].Client;

    /// <summary>Starts nodes at once.</summary>
    /// <param name="database">What they share.</param>
    /// <param name="count">How many.</param>
    /// <param name="role">What part of the server each is.</param>
    internal static Task<ServerCluster> StartAsync(string database, int count, string role = "all") =>
        StartAsync([.. Enumerable.Range(0, count).Select(_ => NodeOf(database))], role);

    /// <summary>Starts nodes at once that are told what <see cref="NodeOf"/> says, and perhaps more.</summary>
    internal static async Task<ServerCluster> StartAsync(IReadOnlyDictionary<string, string>[] environments, string role = "all")
    {
        return new ServerCluster(environments, await Task.WhenAll(environments.Select(environment => StartNodeAsync(environment, role))), role);
    }

    /// <summary>What a node is told of the cluster on this machine.</summary>
    internal static IReadOnlyDictionary<string, string> NodeOf(string database) => new Dictionary<string, string>
    {
        ["AGGREGATOR_Store__Postgres"] = database, ["AGGREGATOR_Cluster__Address"] = "127.0.0.1",
        ["AGGREGATOR_Cluster__SiloPort"] = FreePort(), ["AGGREGATOR_Cluster__GatewayPort"] = FreePort(),
    };

    /// <summary>Starts a node anew that has ended, of another build where that is named.</summary>
    internal async Task RestartAsync(int node, string? build)
    {
        _environments[node] = new Dictionary<string, string>(_environments[node].Where(item => item.Key != ServerProcess.Build));
        if (build is not null) _environments[node] = new Dictionary<string, string>(_environments[node]) { [ServerProcess.Build] = build };
        await RestartAsync(node);
    }

    /// <summary>
    /// Starts a node anew that has ended, as a service manager does: where it is starved for so long that the others vote it out before it is up, it ends,
    /// and is started once more.
    /// </summary>
    internal async Task RestartAsync(int node)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Volatile.Write(ref _nodes[node], await StartNodeAsync(_environments[node], _role));
                return;
            }
            catch (InvalidOperationException) when (attempt < StartCountMax)
            {
                // It ended; what it said is in the exception of the last attempt.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes) await node.DisposeAsync();
    }

    private static Task<ServerProcess> StartNodeAsync(IReadOnlyDictionary<string, string> environment, string role) =>
        ServerProcess.StartAsync("unused", environment, "--role", role);

    /// <summary>A port that nobody listens on now.</summary>
    internal static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
