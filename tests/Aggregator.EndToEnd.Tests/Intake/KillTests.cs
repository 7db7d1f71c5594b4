using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Intake;

/// <summary>
/// Kills the server with SIGKILL at random moments while clients post and follow. Set <c>AGGREGATOR_TEST_KILLS</c> for a longer run.
/// </summary>
public class KillTests(ITestOutputHelper output)
{
    private const int HappeningCount = 120;
    private const int BatchCount = 6;

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("AGGREGATOR_TEST_KILLS"), out var kills) ? kills : 6;

    [Fact]
    public async Task Kill_AtRandomMoments_LosesNothingAndRepeatsNothing()
    {
        var articles = SampleNews.Make(HappeningCount);
        var undisturbed = await RunAsync(articles, killCount: 0);
        var disturbed = await RunAsync(articles, Kills);
        output.WriteLine($"{Kills} kills, {articles.Count} articles, {disturbed.Positions.Count} entries followed");
        Assert.Equal(Enumerable.Range(1, disturbed.Positions.Count).Select(position => (long)position), disturbed.Positions);
        Assert.Equal(undisturbed.Counts, disturbed.Counts);
        Assert.Equal(undisturbed.Contacts, disturbed.Contacts);
    }

    private static async Task<Outcome> RunAsync(IReadOnlyList<(string Id, string Json)> articles, int killCount)
    {
        using var folder = new TemporaryFolder();
        await using var server = await KillableServer.StartAsync(folder.Path);
        await server.TryAsync(client => client.PutAsJsonAsync("/v1/topics/calls", new { title = "Calls", question = "kind:call" }));
        using var stop = new CancellationTokenSource();
        var positions = new List<long>();
        var following = FollowAsync(server, positions, stop.Token);
        var killing = KillAsync(server, killCount, stop.Token);
        var acknowledged = await PostAsync(server, articles);
        Assert.Equal(articles.Count, acknowledged.Count);
        await killing;
        await server.DrainedAsync();
        foreach (var (id, _) in articles) Assert.Equal(1, (await server.ReadAsync($"/v1/articles/{id}")).GetProperty("revision").GetInt32());
        var last = (await server.ReadAsync("/v1/topics/calls")).GetProperty("position").GetInt64();
        while (positions.Count == 0 || positions[^1] < last) await Task.Yield();
        await stop.CancelAsync();
        await following;
        return new Outcome(positions, await ReadCountsAsync(server), await ReadContactsAsync(server));
    }

    private static async Task<ConcurrentBag<string>> PostAsync(KillableServer server, IReadOnlyList<(string Id, string Json)> articles)
    {
        var acknowledged = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(articles.Chunk(BatchCount), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (batch, _) =>
        {
            var body = string.Join('\n', batch.Select(article => article.Json));
            await server.TryAsync(client => client.PostAsync("/v1/articles", new StringContent(body, Encoding.UTF8, "application/x-ndjson")));
            foreach (var (id, _) in batch) acknowledged.Add(id);
        });
        return acknowledged;
    }

    private static async Task KillAsync(KillableServer server, int count, CancellationToken cancellation)
    {
        var random = new Random(20260914);
        for (var kill = 0; kill < count; kill++)
        {
            using var moment = new PeriodicTimer(TimeSpan.FromMilliseconds(random.Next(50, 1_500)));
            await moment.WaitForNextTickAsync(cancellation);
            await server.KillAndRestartAsync();
        }
    }

    private static async Task FollowAsync(KillableServer server, List<long> positions, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                var after = positions.Count == 0 ? 0 : positions[^1];
                using var stream = await server.Client.GetStreamAsync(new Uri($"/v1/topics/calls/stream?after={after}", UriKind.Relative), cancellation);
                using var reader = new StreamReader(stream);
                while (await reader.ReadLineAsync(cancellation) is { } line)
                    if (line.StartsWith("id:", StringComparison.Ordinal)) positions.Add(long.Parse(line[3..], CultureInfo.InvariantCulture));
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
            {
                await Task.Yield();
            }
        }
    }

    private static async Task<string> ReadCountsAsync(KillableServer server) =>
        (await server.ReadAsync("/v1/topics/calls/counts")).GetProperty("cells").GetRawText();

    // An event is named by the report that was first to come, so that names differ between runs; all else may not.
    private static async Task<string> ReadContactsAsync(KillableServer server)
    {
        var edges = (await server.ReadAsync("/v1/topics/calls/contacts?limit=500")).GetProperty("edges").EnumerateArray();
        return string.Join('\n', edges.Select(edge => $"{edge.GetProperty("from")} {edge.GetProperty("to")} {edge.GetProperty("kind")} {edge.GetProperty("count")} {edge.GetProperty("latest")}"));
    }

    private sealed record Outcome(List<long> Positions, string Counts, string Contacts);
}
