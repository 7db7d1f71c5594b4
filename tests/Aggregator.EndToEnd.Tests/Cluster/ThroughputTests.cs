using System.Diagnostics;
using System.Globalization;
using Aggregator.Intake;
using Aggregator.Serving;
using Aggregator.Store.Postgres;
using Xunit;

namespace Aggregator.Cluster;

/// <summary>
/// What an article costs one, two and three nodes on this machine, and the database. No test of anything: set <c>AGGREGATOR_TEST_THROUGHPUT</c> to a number of
/// happenings, of three articles each, to have it measured. Processor time says more than the clock where the machine does other work as well.
/// </summary>
public class ThroughputTests(ITestOutputHelper output)
{
    private static readonly int HappeningCount = int.TryParse(Environment.GetEnvironmentVariable("AGGREGATOR_TEST_THROUGHPUT"), out var count) ? count : 0;

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task Drive_ArticlesThroughAllStages_SaysWhatTheyCost(int nodeCount)
    {
        Assert.SkipWhen(HappeningCount == 0, "It only measures: set AGGREGATOR_TEST_THROUGHPUT to a number of happenings.");
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var database = await PostgresServer.StartAsync();
        await database.CreateDatabaseAsync("throughput");
        await using var cluster = await ServerCluster.StartAsync(database.ConnectionString("throughput"), nodeCount);
        await RunAsync(cluster, SampleNews.Make(HappeningCount / 10), "warm");
        var (nodes, server, watch) = (Nodes(cluster), database.ProcessorSeconds(), Stopwatch.StartNew());
        var articles = SampleNews.Make(HappeningCount);
        await RunAsync(cluster, articles, "timed");
        var took = watch.Elapsed;
        (nodes, server) = (Nodes(cluster) - nodes, database.ProcessorSeconds() - server);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{nodeCount} nodes: {articles.Count / took.TotalSeconds:0.0} articles/s; processor time an article: nodes {nodes * 1000 / articles.Count:0.0} ms, database {server * 1000 / articles.Count:0.0} ms; both {(nodes + server) / took.TotalSeconds:0.00} processors"));
    }

    private static async Task RunAsync(ServerCluster cluster, IReadOnlyList<(string Id, string Json)> articles, string prefix)
    {
        var topic = $"{prefix}-calls";
        await cluster.TryAsync(client => System.Net.Http.Json.HttpClientJsonExtensions.PutAsJsonAsync(client, $"/v1/topics/{topic}", new { title = "Calls", question = "kind:(call or casualties)" }));
        await Parallel.ForEachAsync(articles.Chunk(30), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (batch, _) => await cluster.TryAsync(client => client.PostAsync(
            new Uri("/v1/articles", UriKind.Relative),
            new StringContent(string.Join('\n', batch.Select(article => article.Json.Replace("sample-", $"{prefix}-", StringComparison.Ordinal))), System.Text.Encoding.UTF8, "application/x-ndjson"))));
        await cluster.DrainedAsync();
    }

    private static double Nodes(ServerCluster cluster) => Enumerable.Range(0, cluster.Count).Sum(node => cluster[node].ProcessorTime.TotalSeconds);
}
