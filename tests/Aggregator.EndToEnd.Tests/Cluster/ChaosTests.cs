using System.Diagnostics;
using System.Globalization;
using Aggregator.Intake;
using Aggregator.Serving;
using Aggregator.Store.Postgres;
using Xunit;

namespace Aggregator.Cluster;

/// <summary>
/// Three nodes on PostgreSQL; clients post and follow through all while nodes are killed, frozen and stopped and the database crashes. Each
/// fault once; set <c>AGGREGATOR_TEST_CHAOS_ROUNDS</c> for more. Says how long each fault kept some topic from being answered.
/// </summary>
public class ChaosTests(ITestOutputHelper output)
{
    private const int TopicCount = 12, HappeningCount = 80;

    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("AGGREGATOR_TEST_CHAOS_ROUNDS"), out var rounds) ? rounds : 1;

    [Fact]
    public async Task Faults_OfNodesAndDatabase_LoseNothingAndRepeatNothing()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var database = await PostgresServer.StartAsync();
        var articles = SampleNews.Make(HappeningCount);
        var undisturbed = await RunAsync(database, "calm", articles, rounds: 0);
        var disturbed = await RunAsync(database, "chaos", articles, Rounds);
        disturbed.IsAs(undisturbed);
    }

    private async Task<NewsOutcome> RunAsync(PostgresServer database, string name, IReadOnlyList<(string Id, string Json)> articles, int rounds)
    {
        await database.CreateDatabaseAsync(name);
        await using var cluster = await ServerCluster.StartAsync(database.ConnectionString(name), 3);
        for (var topic = 0; topic < TopicCount; topic++) await new Probe(cluster[0].Client, topic).DefineAsync();
        var followed = Enumerable.Range(0, cluster.Count).Select(node => (Func<HttpClient>)(() => cluster[node].Client)).ToList();
        return await new NewsRun(cluster, followed).RunAsync(articles, async _ =>
        {
            for (var round = 0; round < rounds; round++) await DisturbAsync(cluster, database, round);
        });
    }

    private async Task DisturbAsync(ServerCluster cluster, PostgresServer database, int round)
    {
        var (first, second, third) = (round % 3, (round + 1) % 3, (round + 2) % 3);
        await TimeAsync("killed", cluster[second], () => cluster[first].KillAsync());
        await TimeAsync("started anew", cluster[second], () => cluster.RestartAsync(first));
        await TimeAsync("frozen", cluster[third], () =>
        {
            cluster[second].Freeze();
            return Task.CompletedTask;
        });
        // It finds itself voted out and ends.
        cluster[second].Resume();
        await cluster[second].EndedAsync(TestContext.Current.CancellationToken);
        await cluster.RestartAsync(second);
        await TimeAsync("told to stop", cluster[first], () => cluster[third].StopAsync());
        await cluster.RestartAsync(third);
        await database.HaltAsync();
        await TimeAsync("database crashed and started", cluster[first], database.ResumeAsync);
    }

    /// <summary>Does something to the cluster and says how long after its beginning every topic was answered again.</summary>
    private async Task TimeAsync(string fault, ServerProcess asked, Func<Task> does)
    {
        var watch = Stopwatch.StartNew();
        await does();
        var done = watch.Elapsed;
        for (var topic = 0; topic < TopicCount; topic++) await new Probe(asked.Client, topic).AnsweredAsync();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fault}: {watch.Elapsed.TotalSeconds:0.0} s until all topics answered, of which {done.TotalSeconds:0.0} s the act itself"));
    }
}
