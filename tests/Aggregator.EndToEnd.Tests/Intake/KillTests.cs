using Aggregator.Serving;
using Aggregator.Store.Postgres;
using Xunit;

namespace Aggregator.Intake;

/// <summary>
/// Kills the server with SIGKILL at random moments while clients post and follow. Set <c>AGGREGATOR_TEST_KILLS</c> for a longer run.
/// </summary>
public class KillTests(SharedPostgres postgres, ITestOutputHelper output)
{
    private const int HappeningCount = 120;

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("AGGREGATOR_TEST_KILLS"), out var kills) ? kills : 6;

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Kill_AtRandomMoments_LosesNothingAndRepeatsNothing(string store)
    {
        var articles = SampleNews.Make(HappeningCount);
        var undisturbed = await RunAsync(articles, store, killCount: 0);
        var disturbed = await RunAsync(articles, store, Kills);
        output.WriteLine($"{Kills} kills, {articles.Count} articles, {disturbed.Last} entries followed");
        disturbed.IsAs(undisturbed);
    }

    private async Task<NewsOutcome> RunAsync(IReadOnlyList<(string Id, string Json)> articles, string store, int killCount)
    {
        using var folder = new TemporaryFolder();
        var environment = store == "postgres" ? ServerCluster.NodeOf(await postgres.CreateDatabaseAsync()) : new Dictionary<string, string> { [TestStore.Setting] = "" };
        await using var server = await KillableServer.StartAsync(folder.Path, environment);
        return await new NewsRun(server, [() => server.Client]).RunAsync(articles, cancellation => KillAsync(server, killCount, cancellation));
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
}
