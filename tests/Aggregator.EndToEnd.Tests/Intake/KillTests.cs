using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Threading.Channels;
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
    private const string Topic = "calls-and-tolls";

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
        Assert.Equal(undisturbed.Events, disturbed.Events);
        Assert.Equal(undisturbed.Contacts, disturbed.Contacts);
        Assert.Equal(undisturbed.Claims, disturbed.Claims);
        Assert.NotEmpty(disturbed.Claims);
    }

    private static async Task<Outcome> RunAsync(IReadOnlyList<(string Id, string Json)> articles, int killCount)
    {
        using var folder = new TemporaryFolder();
        await using var server = await KillableServer.StartAsync(folder.Path);
        await server.TryAsync(client => client.PutAsJsonAsync($"/v1/topics/{Topic}", new { title = "Calls and tolls", question = "kind:(call or casualties)" }));
        using var stop = new CancellationTokenSource();
        var followed = Channel.CreateUnbounded<long>();
        var following = FollowAsync(server, followed.Writer, stop.Token);
        var killing = KillAsync(server, killCount, stop.Token);
        var acknowledged = await PostAsync(server, articles);
        Assert.Equal(articles.Count, acknowledged.Count);
        await killing;
        await server.DrainedAsync();
        foreach (var (id, _) in articles) Assert.Equal(1, (await server.ReadAsync($"/v1/articles/{id}")).GetProperty("revision").GetInt32());
        var last = (await server.ReadAsync($"/v1/topics/{Topic}")).GetProperty("position").GetInt64();
        var positions = new List<long>();
        await foreach (var position in followed.Reader.ReadAllAsync(stop.Token))
        {
            positions.Add(position);
            if (position >= last) break;
        }
        await stop.CancelAsync();
        await following;
        var (names, events) = await TopicReading.ReadEventsAsync(server, Topic);
        return new Outcome(
            positions, (await server.ReadAsync($"/v1/topics/{Topic}/counts")).GetProperty("cells").GetRawText(), events,
            TopicReading.Normal((await server.ReadAsync($"/v1/topics/{Topic}/contacts?limit=500")).GetProperty("edges"), names),
            TopicReading.Normal((await server.ReadAsync($"/v1/topics/{Topic}/casualties?limit=500")).GetProperty("rows"), names));
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

    private static async Task FollowAsync(KillableServer server, ChannelWriter<long> positions, CancellationToken cancellation)
    {
        var last = 0L;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                using var stream = await server.Client.GetStreamAsync(new Uri($"/v1/topics/{Topic}/stream?after={last}", UriKind.Relative), cancellation);
                using var reader = new StreamReader(stream);
                while (await reader.ReadLineAsync(cancellation) is { } line)
                {
                    if (!line.StartsWith("id:", StringComparison.Ordinal)) continue;
                    last = long.Parse(line[3..], CultureInfo.InvariantCulture);
                    await positions.WriteAsync(last, cancellation);
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The server was killed, or the run is over: the loop says which.
            }
        }
    }

    private sealed record Outcome(List<long> Positions, string Counts, string Events, string Contacts, string Claims);
}
