using System.Net;
using System.Text.Json;

namespace Aggregator.Serving;

/// <summary>A server that is killed and started again on the same folder, and the clients' side of that: trying again until it is answered.</summary>
internal sealed class KillableServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string _folder;
    private volatile ServerProcess _server;

    private KillableServer(string folder, ServerProcess server) => (_folder, _server) = (folder, server);

    internal HttpClient Client => _server.Client;

    internal static async Task<KillableServer> StartAsync(string folder) => new(folder, await ServerProcess.StartAsync(folder));

    internal async Task KillAndRestartAsync()
    {
        await _server.KillAsync();
        _server = await ServerProcess.StartAsync(_folder);
    }

    /// <summary>Sends a request until it is answered with success; only then is it acknowledged.</summary>
    internal async Task TryAsync(Func<HttpClient, Task<HttpResponseMessage>> send)
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var pause = new PeriodicTimer(Pause);
        do
        {
            try
            {
                using var answer = await send(Client);
                if (answer.IsSuccessStatusCode) return;
                if (answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
                    throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(timeout.Token)}");
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
            {
                // Not acknowledged: it may or may not have been kept, so it is said again.
            }
        }
        while (await pause.WaitForNextTickAsync(timeout.Token));
    }

    internal async Task<JsonElement> ReadAsync(string path)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative));
        var body = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{path}: {answer.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>Returns once nothing waits in the inbox.</summary>
    internal async Task DrainedAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var pause = new PeriodicTimer(Pause);
        while ((await ReadAsync("/v1/inbox")).GetProperty("pendingCount").GetInt64() > 0) await pause.WaitForNextTickAsync(timeout.Token);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
