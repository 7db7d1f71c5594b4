using System.Net.Http.Json;
using System.Text.Json;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Subscriptions;

/// <summary>Our hub, asked by a subscriber that others wrote.</summary>
public sealed class HubTests
{
    private static readonly Dictionary<string, string> Settings = new() { ["AGGREGATOR_Sources__AllowedNetworks__0"] = "127.0.0.0/8" };

    [Fact]
    public async Task Hub_OthersSubscriber_VerifiesReadsAndLeaves()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Path, Settings);
        (await server.Client.PutAsJsonAsync("/v1/topics/calls", new { title = "Calls", question = "kind:call" }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        var (topic, hub) = (new Uri(server.Address, "/v1/topics/calls/feed.atom").AbsoluteUri, new Uri(server.Address, "/v1/hub").AbsoluteUri);
        await using var subscriber = Peer.Start("websub.mjs", topic, hub, "open sesame");
        await using var mistaken = Peer.Start("websub.mjs", topic, hub, "open sesame", "mistaken");
        var subscribed = await UntilAsync(subscriber, "subscribe");
        Assert.Equal(topic, subscribed.GetProperty("topic").GetString());
        Assert.InRange(subscribed.GetProperty("lease").GetInt64(), 600, 1_200);
        await UntilAsync(mistaken, "subscribe");
        (await server.Client.PostAsJsonAsync("/v1/articles", new { id = "h-1", outlet = "North Wire", published = "2026-09-04", title = "Talk", text = "Samoa and Norway held a phone call on 3 September 2026." }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        var fed = await UntilAsync(subscriber, "feed");
        Assert.Equal((topic, "application/atom+xml; charset=utf-8"), (fed.GetProperty("topic").GetString(), fed.GetProperty("type").GetString()));
        Assert.Contains("Samoa", fed.GetProperty("text").GetString(), StringComparison.Ordinal);
        await UntilAsync(subscriber, "unsubscribe");
        // The one that verifies with a secret which it did not tell was told the same, and let it fall.
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await AreToldAsync(server.Client)) await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        (await server.Client.DeleteAsync("/v1/topics/calls", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        var next = await UntilAsync(mistaken, "denied", "feed");
        Assert.Equal("denied", next.GetProperty("what").GetString());
    }

    /// <summary>The next thing of some kinds that it says.</summary>
    private static async Task<JsonElement> UntilAsync(Peer peer, params string[] kinds)
    {
        while (true)
        {
            var told = await peer.TellsAsync();
            Assert.True(told.GetProperty("what").GetString() != "error" && (!told.TryGetProperty("fault", out var fault) || fault.ValueKind == JsonValueKind.Null), $"{told}");
            if (kinds.Contains(told.GetProperty("what").GetString())) return told;
        }
    }

    private static async Task<bool> AreToldAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>("/v1/subscriptions")).GetProperty("subscriptions").EnumerateArray()
            .All(one => one.GetProperty("health").GetProperty("positions")[0].GetProperty("position").GetInt64() == 1);
}
