using System.Net.Http.Json;
using System.Text;
using Aggregator.Intake;
using Aggregator.Serving;
using Aggregator.Store.Postgres;
using Xunit;

namespace Aggregator.Cluster;

/// <summary>The backups of docs/operations.md, taken while the server takes articles, and put back.</summary>
public sealed class BackupTests : IDisposable
{
    private const int HappeningCount = 24;
    private const string Topic = "calls-and-tolls";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Restore_OfPgDumpWhileServing_HasWhatWasKeptAndCatchesUp()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var server = await PostgresServer.StartAsync();
        await server.CreateDatabaseAsync("before");
        await server.CreateDatabaseAsync("after");
        var dump = Path.Combine(_folder.Path, "aggregator.dump");
        await RestoreAsync(
            ServerCluster.NodeOf(server.ConnectionString("before")), () => server.RunToolAsync("pg_dump", "before", "--format=custom", "--file", dump),
            async () =>
            {
                await server.RunToolAsync("pg_restore", "after", "--clean", "--if-exists", "--exit-on-error", dump);
                return ServerCluster.NodeOf(server.ConnectionString("after"));
            });
    }

    [Fact]
    public async Task Restore_OfSqliteBackupWhileServing_HasWhatWasKeptAndCatchesUp()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/sqlite3"), "There is no sqlite3; 'apt-get install sqlite3' brings it.");
        Assert.SkipWhen(TestStore.IsPostgres, "It is about the folder's store.");
        var restored = Path.Combine(_folder.Path, "restored");
        Directory.CreateDirectory(restored);
        await RestoreAsync(
            new Dictionary<string, string>(),
            () => CommandRun.RunAsync("/usr/bin/sqlite3", Path.Combine(_folder.Path, "aggregator.db"), $".backup {Path.Combine(restored, "aggregator.db")}"),
            () => Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>()), restored);
    }

    private async Task RestoreAsync(IReadOnlyDictionary<string, string> environment, Func<Task> backUp, Func<Task<IReadOnlyDictionary<string, string>>> putBack, string? folder = null)
    {
        var articles = SampleNews.Make(HappeningCount);
        var (first, second) = (articles.Take(articles.Count / 2).ToList(), articles.Skip(articles.Count / 2).ToList());
        TopicReading whole;
        await using (var server = await KillableServer.StartAsync(_folder.Path, environment))
        {
            await server.TryAsync(client => client.PutAsJsonAsync($"/v1/topics/{Topic}", new { title = "Calls and tolls", question = "kind:(call or casualties)" }));
            await PostAsync(server, first);
            await server.DrainedAsync();
            var meanwhile = PostAsync(server, second);
            await backUp();
            await meanwhile;
            await server.DrainedAsync();
            whole = await ReadAsync(server, articles);
        }
        await using var again = await KillableServer.StartAsync(folder ?? "unused", await putBack());
        foreach (var (id, _) in first) Assert.NotEmpty((await again.ReadAsync($"/v1/articles/{id}")).GetProperty("reports").EnumerateArray());
        // Who handed articles in hands them in again: what the backup has is known.
        await PostAsync(again, articles);
        await again.DrainedAsync();
        var read = await ReadAsync(again, articles);
        Assert.Equal(whole.Events, read.Events);
        Assert.Equal(whole.Claims, read.Claims);
        Assert.Equal(whole.Contacts, read.Contacts);
    }

    private static Task PostAsync(KillableServer server, IEnumerable<(string Id, string Json)> articles) => Parallel.ForEachAsync(articles.Chunk(6), async (batch, _) =>
        await server.TryAsync(client => client.PostAsync(
            new Uri("/v1/articles", UriKind.Relative), new StringContent(string.Join('\n', batch.Select(article => article.Json)), Encoding.UTF8, "application/x-ndjson"))));

    private static async Task<TopicReading> ReadAsync(KillableServer server, IReadOnlyList<(string Id, string Json)> articles)
    {
        var reports = new List<(string Id, string Event)>();
        foreach (var (id, _) in articles)
            reports.AddRange((await server.ReadAsync($"/v1/articles/{id}")).GetProperty("reports").EnumerateArray()
                .Select(report => (report.GetProperty("id").GetString()!, report.GetProperty("event").GetString()!)));
        return await TopicReading.OfAsync(
            server, Topic, reports.GroupBy(report => report.Event).ToDictionary(group => group.Key, group => string.Join('+', group.Select(report => report.Id).Order(StringComparer.Ordinal))));
    }
}
