using System.Globalization;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Aggregator.Serving;
using Aggregator.Store.Postgres;
using Xunit;

namespace Aggregator.Cluster;

/// <summary>Topics defined through one node and fed through another.</summary>
public sealed partial class RoutingTests(SharedPostgres postgres)
{
    private const int TopicCount = 40, ShareMin = TopicCount / 8;

    [Fact]
    public async Task Route_TopicDefinedThroughAnotherNodeAMomentAgo_IsReachedFromEverywhere()
    {
        await using var cluster = await ServerCluster.StartAsync(await postgres.CreateDatabaseAsync(), 2);
        for (var topic = 0; topic < TopicCount; topic++)
        {
            var (one, other) = (cluster[topic % 2].Client, cluster[(topic + 1) % 2].Client);
            await DefineAsync(one, topic, "kind:call");
            // Every other topic's question changes through the other node, and is asked of what comes through the first.
            if (topic % 4 < 2) await DefineAsync(other, topic, $"kind:call and (party:PER or outlet:\"Wire {topic}\")");
            await PostAsync(one, topic);
        }
        await cluster.DrainedAsync();
        for (var topic = 0; topic < TopicCount; topic++)
        {
            await BackfilledAsync(cluster, topic);
            // A call for each article from this one on, and what the backfill found of those before.
            var expected = topic % 4 < 2 ? 1 : TopicCount;
            Assert.Equal((topic, expected), (topic, await CountAsync(cluster, topic)));
        }
        for (var node = 0; node < cluster.Count; node++) Assert.InRange(await HeldAsync(cluster[node].Client), ShareMin, TopicCount);
    }

    private static async Task DefineAsync(HttpClient client, int topic, string question) =>
        (await client.PutAsJsonAsync(new Uri($"/v1/topics/t-{topic}", UriKind.Relative), new { title = "Topic", question })).EnsureSuccessStatusCode();

    /// <summary>A call of its own: each in a month of its own.</summary>
    private static async Task PostAsync(HttpClient client, int number)
    {
        var day = new DateOnly(2022, 1, 5).AddMonths(number);
        using var answer = await client.PostAsJsonAsync(
            new Uri("/v1/articles", UriKind.Relative), new
            {
                id = $"r-{number}", outlet = $"Wire {number}", published = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), title = "Presidents speak",
                text = string.Create(CultureInfo.InvariantCulture, $"Kenya and Norway held a phone call on {day:d MMMM yyyy}."),
            });
        answer.EnsureSuccessStatusCode();
    }

    private static async Task BackfilledAsync(ServerCluster cluster, int topic)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await cluster.ReadAsync($"/v1/topics/t-{topic}")).GetProperty("backfilling").GetBoolean()) await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<int> CountAsync(ServerCluster cluster, int topic) =>
        (await cluster.ReadAsync($"/v1/topics/t-{topic}/events?limit=500")).GetProperty("events").EnumerateArray().Count();

    /// <summary>How many topics a node was given to hold.</summary>
    private static async Task<int> HeldAsync(HttpClient client) =>
        int.Parse(Created().Match(await client.GetStringAsync(new Uri("/metrics", UriKind.Relative))).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"orleans_catalog_activation_created_total\{[^}]*grain_type=""topic""[^}]*\} (\d+)")]
    private static partial Regex Created();
}
