using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Aggregator.Commands;
using Aggregator.Serving;
using Aggregator.Store.Postgres;
using Xunit;

namespace Aggregator.Cluster;

/// <summary>Keys of a database that several nodes share: made and taken back on one, by the command or by the API, they are so on all.</summary>
public sealed class KeysTests(SharedPostgres postgres)
{
    [Fact]
    public async Task Keys_MadeAndRevokedOnOneNodeOrInTheDatabase_AreSoOnTheOthers()
    {
        var database = await postgres.CreateDatabaseAsync();
        var store = new Dictionary<string, string> { [TestStore.Setting] = database };
        var admin = await RunAsync(store, "create", "admin", "--scope", "manage", "--scope", "read");
        await using var cluster = await ServerCluster.StartAsync([.. Enumerable.Range(0, 2).Select(_ => new Dictionary<string, string>(ServerCluster.NodeOf(database))
        {
            ["AGGREGATOR_Access__KeysRequired"] = "true", ["AGGREGATOR_Access__RefreshSeconds"] = "1",
        })]);
        foreach (var node in Enumerable.Range(0, 2)) Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (await ReadAsync(cluster[node], admin), await ReadAsync(cluster[node], null)));

        var url = new Dictionary<string, string> { ["AGGREGATOR_KEY"] = admin };
        var made = await RunAsync(url, "create", "by the API", "--scope", "read", "--url", cluster[0].Address.ToString());
        await UntilAsync(cluster[1], made, HttpStatusCode.OK);
        using var defined = new HttpRequestMessage(HttpMethod.Put, "/v1/topics/calls") { Content = new StringContent("""{"title":"Calls","question":"kind:call"}""", Encoding.UTF8, "application/json") };
        defined.Headers.Authorization = new AuthenticationHeaderValue("Bearer", admin);
        (await cluster[0].Client.SendAsync(defined, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        using var stream = await FollowAsync(cluster[1], made);
        await RunAsync(url, "revoke", made.Split('_')[1], "--url", cluster[0].Address.ToString());
        await UntilAsync(cluster[1], made, HttpStatusCode.Unauthorized);
        // What it had open on the other node is cut off.
        await Assert.ThrowsAsync<HttpRequestException>(() => stream.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var other = await RunAsync(store, "create", "in the database", "--scope", "read");
        foreach (var node in Enumerable.Range(0, 2)) await UntilAsync(cluster[node], other, HttpStatusCode.OK);
        var rotated = await RunAsync(store, "rotate", other.Split('_')[1], "--overlap-hours", "0");
        foreach (var node in Enumerable.Range(0, 2))
        {
            await UntilAsync(cluster[node], other, HttpStatusCode.Unauthorized);
            await UntilAsync(cluster[node], rotated, HttpStatusCode.OK);
        }
        await RunAsync(store, "revoke", other.Split('_')[1]);
        foreach (var node in Enumerable.Range(0, 2)) await UntilAsync(cluster[node], rotated, HttpStatusCode.Unauthorized);
    }

    /// <summary>Runs the command to its good end; returns the last it says.</summary>
    private static async Task<string> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var run = CommandRun.Start(environment, ["keys", .. arguments]);
        var (code, complaints) = await run.EndedAsync();
        Assert.True(code == ExitCodes.Done, complaints);
        return run.Said[^1];
    }

    private static async Task<HttpResponseMessage> FollowAsync(ServerProcess node, string token)
    {
        using var topic = new HttpRequestMessage(HttpMethod.Get, "/v1/topics/calls/stream");
        topic.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var answer = await node.Client.SendAsync(topic, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer;
    }

    private static async Task<HttpStatusCode> ReadAsync(ServerProcess node, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/topics");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await node.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task UntilAsync(ServerProcess node, string token, HttpStatusCode wanted)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await ReadAsync(node, token) != wanted) await pause.WaitForNextTickAsync(timeout.Token);
    }
}
