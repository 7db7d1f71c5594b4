using Aggregator.Intake;
using Aggregator.Serving;
using Aggregator.Store.Postgres;
using Xunit;

namespace Aggregator.Cluster;

/// <summary>
/// A cluster of an earlier build that is upgraded node by node to this one while clients post and follow, so that both run side by side. Set
/// <c>AGGREGATOR_TEST_UPGRADE_FROM</c> to the folder that the earlier build was published to; docs/operations.md says how.
/// </summary>
public class UpgradeTests(SharedPostgres postgres, ITestOutputHelper output)
{
    private const int HappeningCount = 60, NodeCount = 3;

    private static readonly string? Earlier = Environment.GetEnvironmentVariable("AGGREGATOR_TEST_UPGRADE_FROM");

    [Fact]
    public async Task Upgrade_NodeByNode_LosesNothingAndFailsNoRequestOfAClientThatTriesAgain()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Earlier), "There is no earlier build: set AGGREGATOR_TEST_UPGRADE_FROM to the folder of one.");
        var database = await postgres.CreateDatabaseAsync();
        var build = Path.Combine(Earlier!, "aggregator.dll");
        await using var cluster = await ServerCluster.StartAsync(
            [.. Enumerable.Range(0, NodeCount).Select(_ => new Dictionary<string, string>(ServerCluster.NodeOf(database)) { [ServerProcess.Build] = build })]);
        var followed = Enumerable.Range(0, NodeCount).Select(node => (Func<HttpClient>)(() => cluster[node].Client)).ToList();
        var outcome = await new NewsRun(cluster, followed).RunAsync(
            SampleNews.Make(HappeningCount), async _ =>
            {
                for (var node = 0; node < NodeCount; node++)
                {
                    await cluster[node].StopAsync();
                    await cluster.RestartAsync(node, build: null);
                }
            }, pace: TimeSpan.FromMilliseconds(500));
        outcome.IsHeard();
        output.WriteLine($"{cluster.RequestCount} requests, of which {cluster.RetryCount} were sent again; the slowest was answered after {cluster.SlowestMilliseconds} ms; {outcome.Last} entries");
    }
}
