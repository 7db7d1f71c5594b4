using System.Net;
using Aggregator.Intake;
using Aggregator.Serving;
using Aggregator.Store.Postgres;
using Xunit;

namespace Aggregator.Cluster;

/// <summary>Stages and API in processes of their own.</summary>
public class RolesTests(SharedPostgres postgres)
{
    private const int HappeningCount = 16;

    [Fact]
    public async Task Follow_ThroughAnyApiNode_HearsEveryPositionWhileNodesOfBothRolesGoAndCome()
    {
        var database = await postgres.CreateDatabaseAsync();
        // The API may be up before the first silo is.
        var starting = ServerCluster.StartAsync(database, 2, "api");
        await using var silos = await ServerCluster.StartAsync(database, 2, "silo");
        await using var apis = await starting;
        var outcome = await new NewsRun(apis, [() => apis[0].Client, () => apis[1].Client]).RunAsync(SampleNews.Make(HappeningCount), async _ =>
        {
            await apis[0].KillAsync();
            await apis.RestartAsync(0);
            Assert.Equal(0, await silos[1].StopAsync());
            await silos.RestartAsync(1);
        });
        outcome.IsHeard();
        await SaysAsync(silos[0].Client, "/readyz", HttpStatusCode.OK);
        await SaysAsync(silos[0].Client, "/metrics", HttpStatusCode.OK);
        await SaysAsync(silos[0].Client, "/v1/topics", HttpStatusCode.NotFound);
    }

    private static async Task SaysAsync(HttpClient client, string path, HttpStatusCode status)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
    }
}
