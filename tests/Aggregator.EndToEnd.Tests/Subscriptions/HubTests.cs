using System.Net.Http.Json;
using System.Text.Json;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Subscriptions;

/// <summary>Our hub, asked by a subscriber that others wrote; and a hub that others wrote, asked by us.</summary>
public sealed class HubTests
{
    private static readonly Dictionary<string, string> Settings = new() { ["AGGREGATOR_Sources__AllowedNetworks__0"] = "127.0.0.0/8" };

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

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
        await OnceAsync(server.Client, "/v1/subscriptions", AreTold);
        (await server.Client.DeleteAsync("/v1/topics/calls", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        var next = await UntilAsync(mistaken, "denied", "feed");
        Assert.Equal("denied", next.GetProperty("what").GetString());
    }

    [Fact]
    public async Task Source_AtOthersHub_IsConfirmedPushedAndLeft()
    {
        await using var hub = await Peer.StartPythonAsync("hub.py", "flask_websub, celery", "apt-get install python3-flask python3-celery python3-pip && /usr/bin/python3 -m pip install Flask-WebSub");
        var feed = (await hub.TellsAsync()).GetProperty("url").GetString()!;
        using var folder = new TemporaryFolder();
        var url = $"http://127.0.0.1:{ServerCluster.FreePort()}";
        await using var server = await ServerProcess.StartAsync(folder.Path, new Dictionary<string, string>(Settings) { [ServerProcess.Urls] = url, ["AGGREGATOR_Sources__CallbackUrl"] = url });
        (await server.Client.PutAsJsonAsync("/v1/topics/calls", new { title = "Calls", question = "kind:call" }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        (await server.Client.PutAsJsonAsync("/v1/sources/desk", new { url = feed }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        var subscribed = await UntilAsync(hub, "subscribe");
        Assert.Equal((feed, true), (subscribed.GetProperty("topic").GetString(), subscribed.GetProperty("secret").GetBoolean()));
        Assert.StartsWith($"{url}/v1/push/desk/", subscribed.GetProperty("callback").GetString());
        var before = await SourceAsync(server.Client, push => push.GetProperty("standing").GetString() == "active");
        await hub.HearsAsync("Samoa and Norway held a phone call on 3 September 2026.");
        var pushed = await SourceAsync(server.Client, push => push.GetProperty("pushCount").GetInt64() == 1);
        Assert.Equal(0, pushed.GetProperty("push").GetProperty("unverifiedCount").GetInt64());
        Assert.Equal((before.GetProperty("lastPollAt").GetString(), 1), (pushed.GetProperty("lastPollAt").GetString(), pushed.GetProperty("articleCount").GetInt64()));
        var entries = await OnceAsync(server.Client, "/v1/topics/calls/feed", feed => feed.GetProperty("entries").GetArrayLength() > 0);
        Assert.Contains("Samoa", entries.GetProperty("entries")[0].GetProperty("event").GetProperty("headline").GetString(), StringComparison.Ordinal);
        (await server.Client.DeleteAsync("/v1/sources/desk", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        Assert.Equal(subscribed.GetProperty("callback").GetString(), (await UntilAsync(hub, "unsubscribe")).GetProperty("callback").GetString());
    }

    /// <summary>The source's health, once its push is as wanted.</summary>
    private static async Task<JsonElement> SourceAsync(HttpClient client, Func<JsonElement, bool> isWanted) =>
        (await OnceAsync(client, "/v1/sources/desk", source => source.GetProperty("health").GetProperty("push") is { ValueKind: JsonValueKind.Object } push && isWanted(push))).GetProperty("health");

    /// <summary>What an address says, once it is as wanted.</summary>
    private static async Task<JsonElement> OnceAsync(HttpClient client, string path, Func<JsonElement, bool> isWanted)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var said = await client.GetFromJsonAsync<JsonElement>(path, timeout.Token);
            if (isWanted(said)) return said;
            await pause.WaitForNextTickAsync(timeout.Token);
        }
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

    private static bool AreTold(JsonElement said) => said.GetProperty("subscriptions").EnumerateArray()
        .All(one => one.GetProperty("health").GetProperty("positions")[0].GetProperty("position").GetInt64() == 1);
}
