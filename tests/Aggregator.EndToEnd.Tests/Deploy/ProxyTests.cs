using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Deploy;

/// <summary>The proxy of <c>deploy/compose</c> before three nodes, in the machine's nginx.</summary>
[Collection(nameof(UnitCluster))]
public sealed class ProxyTests(UnitCluster cluster) : IDisposable
{
    private const string Nginx = "/usr/sbin/nginx";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Stream_ThroughTheProxy_TellsAnEntryWhenItIsRecordedAndGoesOnWhenItsNodeIsGone()
    {
        Assert.SkipUnless(File.Exists(Nginx), "There is no nginx; 'apt-get install nginx-light' brings it.");
        Assert.SkipWhen(Store.Postgres.PostgresServer.Missing is not null, Store.Postgres.PostgresServer.Missing ?? "");
        var nodes = await cluster.NodesAsync();
        await using var proxy = await StartAsync(nodes);
        var cancellation = TestContext.Current.CancellationToken;
        // Neither metrics nor probes are for the outside.
        foreach (var path in (string[])["/metrics", "/healthz", "/readyz"])
            Assert.Equal(HttpStatusCode.NotFound, (await proxy.Client.GetAsync(new Uri(path, UriKind.Relative), cancellation)).StatusCode);
        using (var stranger = await proxy.Client.GetAsync(new Uri("/v1/topics", UriKind.Relative), cancellation)) Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        proxy.Client.DefaultRequestHeaders.Authorization = new("Bearer", UnitCluster.Key);
        Assert.Contains("Aggregator", await proxy.Client.GetStringAsync(new Uri("/", UriKind.Relative), cancellation), StringComparison.Ordinal);
        var first = await FollowedAsync(proxy.Client, last: 0, "Kenya and Norway held a phone call on 16 September 2026.");
        // Whichever node the stream was on: each is killed in turn, and the follower comes again through the proxy.
        var killing = Task.Run(
            async () =>
            {
                for (var node = 0; node < nodes.Count; node++) await cluster.KillAndRestartAsync(node);
            }, cancellation);
        Assert.Equal(first + 1, await FollowedAsync(proxy.Client, first, "Peru and Japan held a phone call on 17 September 2026."));
        await killing;
    }

    /// <summary>Follows from a position on, hands in an article, and returns the position of its entry as soon as the open stream tells it.</summary>
    private static async Task<long> FollowedAsync(HttpClient client, long last, string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var posted = false;
        do
        {
            try
            {
                using var stream = await client.GetStreamAsync(new Uri($"/v1/topics/{UnitCluster.Topic}/stream?after={last}", UriKind.Relative), patience.Token);
                using var reader = new StreamReader(stream);
                // The hello is through: what comes next comes while the response is open.
                await reader.ReadLineAsync(patience.Token);
                if (!posted) posted = (await client.PostAsJsonAsync("/v1/articles", new { id = $"proxy-{last}", outlet = "North Wire", published = "2026-09-17", title = "News", text }, patience.Token)).IsSuccessStatusCode;
                while (await reader.ReadLineAsync(patience.Token) is { } line)
                    if (line.StartsWith("id:", StringComparison.Ordinal)) return long.Parse(line[3..], CultureInfo.InvariantCulture);
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException)
            {
                // Through another node, then.
            }
        }
        while (await pause.WaitForNextTickAsync(patience.Token));
        throw new InvalidOperationException("Nothing was told.");
    }

    /// <summary>The file as it is, but for where the nodes, the port and the process's own files are.</summary>
    private async Task<LoopbackTool> StartAsync(IReadOnlyList<ServerProcess> nodes)
    {
        var port = ServerCluster.FreePort();
        var text = await File.ReadAllTextAsync(Repository.Find("deploy/compose/nginx.conf"));
        for (var node = 0; node < nodes.Count; node++) text = Replace(text, $"node{node + 1}:5080", nodes[node].Address.Authority);
        text = Replace(Replace(text, "listen 8080;", $"listen 127.0.0.1:{port};"), "pid /tmp/nginx.pid;", $"pid {_folder.Path}/nginx.pid;");
        var file = Path.Combine(_folder.Path, "nginx.conf");
        await File.WriteAllTextAsync(file, text);
        await CommandRun.RunAsync(Nginx, "-t", "-q", "-e", "stderr", "-c", file);
        return await LoopbackTool.StartAsync(new Uri($"http://127.0.0.1:{port}"), "/", Nginx, "-e", "stderr", "-c", file, "-g", "daemon off;");
    }

    private static string Replace(string text, string old, string with)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, with, StringComparison.Ordinal);
    }
}
