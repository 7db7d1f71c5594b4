using System.Net;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Commands;

/// <summary><c>aggregator keys</c> on a store and on a running server, and what a server does that others can reach.</summary>
public sealed class KeysCommandTests : IDisposable
{
    private static readonly Dictionary<string, string> None = [];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Serve_BeyondLoopback_StartsOnlyWithAKey()
    {
        using (var refused = CommandRun.Start(None, "serve", "--data", _folder.Path, "--urls", "http://0.0.0.0:0"))
        {
            var (code, complaints) = await refused.EndedAsync();
            Assert.Equal(ExitCodes.CannotStart, code);
            Assert.Contains("aggregator keys create", complaints, StringComparison.Ordinal);
            Assert.DoesNotContain(refused.Said, line => line.StartsWith("Listening", StringComparison.Ordinal));
        }
        await RunAsync(None, "create", "admin", "--scope", "manage", "--data", _folder.Path);
        using var started = CommandRun.Start(None, "serve", "--data", _folder.Path, "--urls", "http://0.0.0.0:0");
        Assert.True(await started.KillAtAsync("Listening on "), string.Join('\n', started.Said));
    }

    [Fact]
    public async Task Keys_BesideARunningServer_AreItsOwnAtOnce()
    {
        var store = await TestStore.OfAsync(_folder.Path, None);
        var admin = Assert.Single(await RunAsync(store, "create", "admin", "--scope", "manage", "--data", _folder.Path));
        await using var server = await ServerProcess.StartAsync(_folder.Path, new Dictionary<string, string> { ["AGGREGATOR_Access__KeysRequired"] = "true" });
        var url = server.Address.ToString();
        var environment = new Dictionary<string, string> { ["AGGREGATOR_KEY"] = admin };
        var reader = Assert.Single(await RunAsync(environment, "create", "Ada's laptop", "--scope", "read", "--days", "30", "--url", url));
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(server, reader));
        var id = reader.Split('_')[1];
        var rotated = Assert.Single(await RunAsync(environment, "rotate", id, "--overlap-hours", "0", "--url", url));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await ReadAsync(server, reader), await ReadAsync(server, rotated)));
        Assert.Contains("revoked", Assert.Single(await RunAsync(environment, "revoke", id, "--url", url)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(server, rotated));
        var listed = await RunAsync(environment, "list", "--url", url);
        Assert.Contains(listed, line => line.StartsWith(id, StringComparison.Ordinal) && line.Contains("revoked", StringComparison.Ordinal) && line.EndsWith("Ada's laptop", StringComparison.Ordinal));
        Assert.DoesNotContain(listed, line => line.Contains(admin.Split('_')[2], StringComparison.Ordinal));
        // A database is not the server's alone.
        if (TestStore.IsPostgres) Assert.Contains(await RunAsync(store, "list", "--data", _folder.Path), line => line.StartsWith(id, StringComparison.Ordinal));
        // The folder is; and without a key it tells nothing.
        foreach (var arguments in (string[][])[.. TestStore.IsPostgres ? (string[][])[] : [["list", "--data", _folder.Path]], ["list", "--url", url]])
        {
            using var refused = CommandRun.Start(new Dictionary<string, string> { ["AGGREGATOR_KEY"] = "" }, ["keys", .. arguments]);
            var (code, complaints) = await refused.EndedAsync();
            Assert.Equal(ExitCodes.CannotStart, code);
            Assert.Contains(arguments[1] == "--url" ? "scope manage" : "--url", complaints, StringComparison.Ordinal);
        }
    }

    private static async Task<IReadOnlyList<string>> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var run = CommandRun.Start(environment, ["keys", .. arguments]);
        var (code, complaints) = await run.EndedAsync();
        Assert.True(code == ExitCodes.Done, complaints);
        return run.Said;
    }

    private static async Task<HttpStatusCode> ReadAsync(ServerProcess server, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/topics");
        request.Headers.Authorization = new("Bearer", token);
        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
