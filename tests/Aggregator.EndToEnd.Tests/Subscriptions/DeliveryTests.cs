using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Aggregator.Intake;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Subscriptions;

/// <summary>A receiver made of others' libraries, told by the real executable; and what becomes of deliveries when that is killed.</summary>
public class DeliveryTests(ITestOutputHelper output)
{
    private const int KillCount = 3;
    private const int HappeningCount = 60;
    private const string Topic = "calls";

    private static readonly Dictionary<string, string> Settings = new()
    {
        ["AGGREGATOR_Sources__AllowedNetworks__0"] = "127.0.0.0/8",
        ["AGGREGATOR_Subscriptions__RetrySeconds__0"] = "0.1", ["AGGREGATOR_Subscriptions__RetrySeconds__1"] = "1", ["AGGREGATOR_Subscriptions__RetrySeconds__2"] = "5",
    };

    [Theory]
    [InlineData("structured"), InlineData("binary")]
    public async Task Kill_ThreeTimes_EveryDeliveryIsAccountedForAndVerified(string mode)
    {
        var secret = WebhookSecret.Make();
        await using var receiver = Peer.Start("receive.mjs", secret);
        var port = await receiver.SaysAsync();
        using var folder = new TemporaryFolder();
        await using var server = await KillableServer.StartAsync(folder.Path, Settings);
        await server.TryAsync(client => client.PutAsJsonAsync($"/v1/topics/{Topic}", new { title = "Calls", question = "kind:call" }));
        await server.TryAsync(client => client.PostAsJsonAsync("/v1/subscriptions", new { topics = new[] { Topic }, url = $"http://127.0.0.1:{port}/", secret, mode, after = 0 }));
        var got = new List<JsonElement>();
        var killing = KillAsync(server);
        foreach (var batch in SampleNews.Make(HappeningCount).Chunk(6))
            await server.TryAsync(client => client.PostAsync("/v1/articles", new StringContent(string.Join('\n', batch.Select(article => article.Json)), Encoding.UTF8, "application/x-ndjson")));
        await killing;
        await server.DrainedAsync();
        var last = (await server.ReadAsync($"/v1/topics/{Topic}")).GetProperty("position").GetInt64();
        while (got.Count == 0 || PositionOf(got[^1]) < last) got.Add(await receiver.TellsAsync());

        Assert.All(got, told => Assert.True(told.GetProperty("verified")[0].GetBoolean() && !told.GetProperty("forged")[0].GetBoolean(), $"{told}"));
        Assert.All(got, told => Assert.Matches($@"^{Topic}:\d{{8}}T\d{{9}}:{PositionOf(told)}$", told.GetProperty("webhook").GetString()!));
        // Each in its order; what came twice came again right behind, under the same id.
        Assert.Equal(Enumerable.Range(1, (int)last).Select(position => (long)position), got.Select(PositionOf).Distinct());
        Assert.All(got.Zip(got.Skip(1)), pair => Assert.InRange(PositionOf(pair.Second) - PositionOf(pair.First), 0, 1));
        Assert.All(got, told => Assert.Equal(Topic, told.GetProperty("events")[0].GetProperty("topic").GetString()));
        Assert.StartsWith($"urn:aggregator:topic:{Topic}:", Assert.Single(got.Select(told => told.GetProperty("events")[0].GetProperty("source").GetString()).Distinct()), StringComparison.Ordinal);
        output.WriteLine($"{mode}: {last} changes, {got.Count} told, {KillCount} kills");
    }

    private static long PositionOf(JsonElement told) => told.GetProperty("events")[0].GetProperty("position").GetInt64();

    private static async Task KillAsync(KillableServer server)
    {
        var random = new Random(20260917);
        for (var kill = 0; kill < KillCount; kill++)
        {
            using var moment = new PeriodicTimer(TimeSpan.FromMilliseconds(random.Next(800, 3_000)));
            await moment.WaitForNextTickAsync();
            await server.KillAndRestartAsync();
        }
    }
}
