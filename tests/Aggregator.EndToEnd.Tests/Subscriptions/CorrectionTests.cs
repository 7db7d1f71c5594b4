using System.Net.Http.Json;
using System.Text.Json;
using Aggregator.Feeds;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Subscriptions;

/// <summary>A merger on a real server, as others' programs hear of it in each protocol.</summary>
public sealed class CorrectionTests
{
    private const string Topic = "calls";

    private static readonly Dictionary<string, string> Settings = new() { ["AGGREGATOR_Sources__AllowedNetworks__0"] = "127.0.0.0/8" };

    [Fact]
    public async Task Merge_OfTwoEvents_IsHeardByOthersProgramsInEveryProtocol()
    {
        var secret = WebhookSecret.Make();
        await using var receiver = Peer.Start("receive.mjs", secret);
        var port = await receiver.SaysAsync();
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Path, Settings);
        var feed = new Uri(server.Address, $"/v1/topics/{Topic}/feed.");
        (await server.Client.PutAsJsonAsync($"/v1/topics/{Topic}", new { title = "Calls", question = "kind:call" }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await TellAsync(server.Client, "m-1", "Samoa and Norway held a phone call on 3 September 2026.");
        // One after the other, so that the second is the second in the feed, and the one that goes.
        await UntilAsync(server.Client, 1);
        await TellAsync(server.Client, "m-2", "Samoa and Norway held a phone call on 13 September 2026.");
        await UntilAsync(server.Client, 2);
        // This one leaves after the first push, which is the correction.
        await using var subscriber = Peer.Start("websub.mjs", $"{feed}atom", new Uri(server.Address, "/v1/hub").AbsoluteUri, "open sesame");
        await HeardAsync(subscriber, "subscribe");
        List<string> changes = ["merged"];
        (await server.Client.PostAsJsonAsync("/v1/subscriptions", new { topics = new[] { Topic }, url = $"http://127.0.0.1:{port}/", secret, changes }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        var events = (await ReadAsync(server.Client, $"/v1/topics/{Topic}/events")).GetProperty("events");
        var (into, gone) = (events[1].GetProperty("id").GetString(), events[0].GetProperty("id").GetString());
        (await server.Client.PostAsJsonAsync($"/v1/events/{gone}/merge", new { into, reason = "one call, told twice", by = "Ada" }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await UntilAsync(server.Client, 4);
        var entries = (await ReadAsync(server.Client, $"/v1/topics/{Topic}/feed?after=0")).GetProperty("entries").EnumerateArray().ToList();
        var merged = Assert.Single(entries, entry => entry.GetProperty("change").GetString() == "merged").GetProperty("position").GetInt64();

        var hook = (await receiver.TellsAsync()).GetProperty("events")[0];
        Assert.Equal(("aggregator.entry.merged", merged), (hook.GetProperty("type").GetString(), hook.GetProperty("position").GetInt64()));
        var push = (await HeardAsync(subscriber, "feed")).GetProperty("text").GetString()!;
        Assert.Contains("Merged: ", push, StringComparison.Ordinal);
        Assert.Contains($"<at:deleted-entry ref=\"{await IdAsync(feed, "feedsmith-atom", "atom", 2)}\"", push, StringComparison.Ordinal);
        var heard = await Reader.FollowAsync("eventsource", new Uri(server.Address, $"/v1/topics/{Topic}/stream?after=0"), entries.Count);
        Assert.Equal(entries.Select(entry => entry.GetProperty("change").GetString()), heard.Select(told => told.GetProperty("type").GetString()));
        foreach (var (parser, extension) in new[] { ("rss-parser", "rss"), ("feedsmith-json", "json"), ("feedsmith-atom", "atom") })
        {
            var read = (await Reader.ReadAsync(parser, new Uri($"{feed}{extension}"))).GetProperty("items").EnumerateArray().ToList();
            var item = Assert.Single(read, item => item.GetProperty("title").GetString()!.StartsWith("Merged: ", StringComparison.Ordinal));
            Assert.EndsWith($":{merged}", item.GetProperty("id").GetString(), StringComparison.Ordinal);
            Assert.DoesNotContain(read, item => item.GetProperty("id").GetString()!.EndsWith(":2", StringComparison.Ordinal));
        }
    }

    /// <summary>The id of a position's item, made of that of the newest.</summary>
    private static async Task<string> IdAsync(Uri feed, string parser, string extension, long position)
    {
        var newest = (await Reader.ReadAsync(parser, new Uri($"{feed}{extension}"))).GetProperty("items")[0].GetProperty("id").GetString()!;
        return $"{newest[..newest.LastIndexOf(':')]}:{position}";
    }

    private static async Task<JsonElement> HeardAsync(Peer peer, string kind)
    {
        while (true)
            if (await peer.TellsAsync() is var told && told.GetProperty("what").GetString() == kind) return told;
    }

    private static async Task TellAsync(HttpClient client, string id, string text) =>
        (await client.PostAsJsonAsync("/v1/articles", new { id, outlet = "North Wire", published = "2026-09-14", title = "Talk", text }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

    private static async Task UntilAsync(HttpClient client, long position)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await ReadAsync(client, $"/v1/topics/{Topic}")).GetProperty("position").GetInt64() < position) await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }

    private static Task<JsonElement> ReadAsync(HttpClient client, string path) => client.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);
}
