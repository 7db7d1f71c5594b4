using System.Net.Http.Json;
using System.Text;
using Aggregator.Commands;
using Aggregator.Intake;
using Aggregator.Serving;
using Aggregator.Store.Postgres;
using Xunit;

namespace Aggregator.Cluster;

/// <summary>A server that moves from its folder to PostgreSQL.</summary>
public sealed class CopyTests(SharedPostgres postgres) : IDisposable
{
    private const int HappeningCount = 80;
    private const string Topic = "calls";

    private static readonly Dictionary<string, string> OnFolder = new() { [TestStore.Setting] = "" };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Copy_KilledAndRunAgain_ServesWhatTheFolderServed()
    {
        var database = new Dictionary<string, string> { [TestStore.Setting] = await postgres.CreateDatabaseAsync() };
        var articles = SampleNews.Make(HappeningCount);
        string before;
        await using (var server = await KillableServer.StartAsync(_folder.Path, OnFolder))
        {
            await server.TryAsync(client => client.PutAsJsonAsync($"/v1/topics/{Topic}", new { title = "Calls", question = "kind:(call or casualties)" }));
            await PostAsync(server, articles);
            await server.DrainedAsync();
            before = await ReadAsync(server);
        }
        string[] copy = ["copy", "--from", "sqlite", "--to", "postgres", "--data", _folder.Path];
        using (var killed = CommandRun.Start(database, copy)) Assert.True(await killed.KillAtAsync("article_revisions: "), string.Join('\n', killed.Said));
        // Half a store is not served.
        var node = ServerCluster.NodeOf(database[TestStore.Setting]);
        using (var early = CommandRun.Start(node, "serve", "--urls", "http://127.0.0.1:0"))
        {
            var (code, complaints) = await early.EndedAsync();
            Assert.Equal(ExitCodes.CannotStart, code);
            Assert.Contains("aggregator copy", complaints, StringComparison.Ordinal);
        }
        using (var again = CommandRun.Start(database, copy))
        {
            var (code, complaints) = await again.EndedAsync();
            Assert.True(code == ExitCodes.Done, complaints);
            Assert.Contains($"article_revisions: {articles.Count} rows, the same in both", again.Said);
        }
        using (var third = CommandRun.Start(database, copy)) Assert.Equal(ExitCodes.CannotStart, (await third.EndedAsync()).Code);
        await using var moved = await KillableServer.StartAsync("unused", node);
        Assert.Equal(before, await ReadAsync(moved));
        // The same again is known; what is new follows where the old feed ended.
        await PostAsync(moved, articles);
        await PostAsync(moved, [("new", """{"id":"new","outlet":"North Wire","published":"2026-09-16","title":"News","text":"Mali and Fiji held a phone call on 16 September 2026."}""")]);
        await moved.DrainedAsync();
        var last = Position(before);
        Assert.Equal(last + 1, (await moved.ReadAsync($"/v1/topics/{Topic}")).GetProperty("position").GetInt64());
    }

    private static Task PostAsync(KillableServer server, IEnumerable<(string Id, string Json)> articles) => server.TryAsync(client => client.PostAsync(
        new Uri("/v1/articles", UriKind.Relative), new StringContent(string.Join('\n', articles.Select(article => article.Json)), Encoding.UTF8, "application/x-ndjson")));

    /// <summary>The topic's whole feed, its events and aggregates, and one article, byte for byte.</summary>
    private static async Task<string> ReadAsync(KillableServer server)
    {
        var all = new StringBuilder();
        foreach (var path in (string[])[$"/v1/topics/{Topic}/feed?after=0&limit=500", $"/v1/topics/{Topic}/events?limit=500", $"/v1/topics/{Topic}/counts", $"/v1/topics/{Topic}/casualties", $"/v1/topics/{Topic}/contacts", "/v1/articles/sample-0-0"])
            all.AppendLine((await server.ReadAsync(path)).GetRawText());
        return all.ToString();
    }

    private static long Position(string read) => System.Text.Json.JsonDocument.Parse(read.Split('\n')[0]).RootElement.GetProperty("entries").EnumerateArray().Last().GetProperty("position").GetInt64();
}
