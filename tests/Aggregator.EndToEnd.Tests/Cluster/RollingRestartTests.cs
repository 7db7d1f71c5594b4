using Aggregator.Intake;
using Aggregator.Serving;
using Aggregator.Store.Postgres;
using Xunit;

namespace Aggregator.Cluster;

/// <summary>Every node told to stop and started anew, one after the other, as an upgrade does.</summary>
public class RollingRestartTests(SharedPostgres postgres, ITestOutputHelper output)
{
    private const int HappeningCount = 40, NodeCount = 3;

    [Fact]
    public async Task Restart_EveryNodeInTurn_FailsNoRequestOfAClientThatTriesAgain()
    {
        await using var cluster = await ServerCluster.StartAsync(await postgres.CreateDatabaseAsync(), NodeCount);
        using var over = new CancellationTokenSource();
        var reading = Task.CompletedTask;
        var followed = Enumerable.Range(0, NodeCount).Select(node => (Func<HttpClient>)(() => cluster[node].Client)).ToList();
        // A client that is refused otherwise than with 429 or 503 fails the run.
        var outcome = await new NewsRun(cluster, followed).RunAsync(SampleNews.Make(HappeningCount), async _ =>
        {
            reading = ReadAsync(cluster, over.Token);
            for (var node = 0; node < NodeCount; node++)
            {
                Assert.Equal(0, await cluster[node].StopAsync());
                await cluster.RestartAsync(node);
            }
        });
        await over.CancelAsync();
        await reading;
        outcome.IsHeard();
        output.WriteLine($"{cluster.RequestCount} requests, of which {cluster.RetryCount} were sent again; the slowest was answered after {cluster.SlowestMilliseconds} ms");
    }

    /// <summary>Reads a feed through all nodes by turns, one request after the other.</summary>
    private static async Task ReadAsync(ServerCluster cluster, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested) await cluster.ReadAsync("/v1/topics/calls-and-tolls/feed?limit=5");
    }
}
