using System.Diagnostics;
using System.Globalization;
using Aggregator.Intake;
using Aggregator.Serving;
using Aggregator.Store.Postgres;
using Xunit;

namespace Aggregator.Cluster;

/// <summary>
/// Three nodes on PostgreSQL; clients post and follow through all while nodes are killed, frozen and stopped, the database crashes and its connections are
/// cut. Each fault once; set <c>AGGREGATOR_TEST_CHAOS_MINUTES</c> for as long as that. Says how long each fault kept some topic from being answered.
/// </summary>
public class ChaosTests(ITestOutputHelper output)
{
    private const int TopicCount = 12, HappeningCountMin = 80, HappeningsPerMinute = 240, ArticlesPerBatch = 6, Outlets = 3;

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(
        double.TryParse(Environment.GetEnvironmentVariable("AGGREGATOR_TEST_CHAOS_MINUTES"), NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0);

    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1) / (HappeningsPerMinute * Outlets / ArticlesPerBatch);

    private readonly Dictionary<string, List<double>> _seconds = [];

    [Fact]
    public async Task Faults_OfNodesAndDatabase_LoseNothingAndRepeatNothing()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var database = await PostgresServer.StartAsync();
        var articles = SampleNews.Make(Math.Max(HappeningCountMin, (int)(Length.TotalMinutes * HappeningsPerMinute)));
        var undisturbed = await RunAsync(database, "calm", articles, disturbed: false);
        var disturbed = await RunAsync(database, "chaos", articles, disturbed: true);
        output.WriteLine($"{articles.Count} articles, {disturbed.Last} entries, {disturbed.Positions.Count} followers");
        foreach (var (fault, seconds) in _seconds)
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{fault}: {seconds.Count} times; until all topics answered {seconds.Order().ElementAt(seconds.Count / 2):0.0} s in the middle, {seconds.Max():0.0} s at most"));
        disturbed.IsAs(undisturbed);
    }

    private async Task<NewsOutcome> RunAsync(PostgresServer database, string name, IReadOnlyList<(string Id, string Json)> articles, bool disturbed)
    {
        await database.CreateDatabaseAsync(name);
        await using var cluster = await ServerCluster.StartAsync(database.ConnectionString(name), 3);
        for (var topic = 0; topic < TopicCount; topic++) await new Probe(cluster[0].Client, topic).DefineAsync();
        var followed = Enumerable.Range(0, cluster.Count).Select(node => (Func<HttpClient>)(() => cluster[node].Client)).ToList();
        return await new NewsRun(cluster, followed).RunAsync(
            articles, async _ =>
            {
                var watch = Stopwatch.StartNew();
                for (var round = 0; disturbed && (round == 0 || watch.Elapsed < Length); round++) await DisturbAsync(cluster, database, name, round);
            }, disturbed ? Pace : TimeSpan.Zero);
    }

    private async Task DisturbAsync(ServerCluster cluster, PostgresServer database, string name, int round)
    {
        var (first, second, third) = (round % 3, (round + 1) % 3, (round + 2) % 3);
        await TimeAsync("a node killed", cluster[second], () => cluster[first].KillAsync());
        await TimeAsync("a node started anew", cluster[second], () => cluster.RestartAsync(first));
        await TimeAsync("a node frozen", cluster[third], () =>
        {
            cluster[second].Freeze();
            return Task.CompletedTask;
        });
        await VotedOutAsync(database, name, cluster.Count - 1);
        // It finds itself voted out and ends.
        cluster[second].Resume();
        await cluster[second].EndedAsync(TestContext.Current.CancellationToken);
        await cluster.RestartAsync(second);
        await TimeAsync("a node told to stop", cluster[first], () => cluster[third].StopAsync());
        await cluster.RestartAsync(third);
        await database.HaltAsync();
        await TimeAsync("the database crashed and started", cluster[first], database.ResumeAsync);
        await TimeAsync("the database's connections cut", cluster[second], () => database.CutAsync(name));
    }

    /// <summary>Returns once only so many nodes are counted in: the topics of one that had none are answered before it is missed.</summary>
    private static async Task VotedOutAsync(PostgresServer database, string name, int left)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await database.CountAsync(name, $"SELECT count(*) FROM OrleansMembershipTable WHERE Status = {(int)SiloStatus.Active}") > left) await pause.WaitForNextTickAsync(timeout.Token);
    }

    /// <summary>Does something to the cluster and notes how long after its beginning every topic was answered again.</summary>
    private async Task TimeAsync(string fault, ServerProcess asked, Func<Task> does)
    {
        var watch = Stopwatch.StartNew();
        await does();
        var done = watch.Elapsed;
        for (var topic = 0; topic < TopicCount; topic++) await new Probe(asked.Client, topic).AnsweredAsync();
        if (!_seconds.TryGetValue(fault, out var times)) _seconds.Add(fault, times = []);
        times.Add(watch.Elapsed.TotalSeconds);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fault}: {watch.Elapsed.TotalSeconds:0.0} s until all topics answered, of which {done.TotalSeconds:0.0} s the act itself"));
    }
}
