namespace Aggregator.Serving;

/// <summary>A server that is killed and started again on the same store.</summary>
internal sealed class KillableServer : PatientClient, IAsyncDisposable
{
    private readonly string _folder;
    private readonly IReadOnlyDictionary<string, string> _environment;
    private volatile ServerProcess _server;

    private KillableServer(string folder, IReadOnlyDictionary<string, string> environment, ServerProcess server) =>
        (_folder, _environment, _server) = (folder, environment, server);

    internal override HttpClient Client => _server.Client;

    internal static async Task<KillableServer> StartAsync(string folder, IReadOnlyDictionary<string, string>? environment = null) =>
        new(folder, environment ?? new Dictionary<string, string>(), await ServerProcess.StartAsync(folder, environment ?? new Dictionary<string, string>()));

    internal async Task KillAndRestartAsync()
    {
        await _server.KillAsync();
        _server = await ServerProcess.StartAsync(_folder, _environment);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
