using System.Text.Json;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Demo;

/// <summary>The demo played to its end by the real server: what its storylines are there to show is there to be seen.</summary>
public sealed class DemoPlayedTests : IDisposable
{
    private const string LastArticle = "lakeside-lake-3";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Serve_Demo_ShowsACallsLifeATollByClaimantsAndItsCorrection()
    {
        await using var server = await ServerProcess.StartAsync(_folder.Path, "--demo");
        await PlayedAsync(server.Client);

        await AssertCallAsync(server.Client);
        await AssertTollAsync(server.Client);
        await AssertSanctionsAsync(server.Client);
        await AssertWithdrawalAsync(server.Client);
    }

    /// <summary>Announced, put off, announced again and held is one event; the call of the week after is another.</summary>
    private static async Task AssertCallAsync(HttpClient client)
    {
        var calls = (await EventsAsync(client, "leaders")).Where(seen => Text(seen, "kind") == "call").ToList();
        var held = Assert.Single(calls, seen => Articles(seen).Contains("meridian-border-2"));
        Assert.Superset(new HashSet<string>(["meridian-border-2", "chobe-border-2", "meridian-border-3", "meridian-border-4", "worldtoday-border-3"]), Articles(held));
        Assert.Equal(("occurred", "2026-09-29"), (Text(held, "status"), Text(held, "occurredOn")));
        var explained = await ReadAsync(client, $"/v1/events/{Text(held, "id")}/explain");
        Assert.Equal(["planned", "postponed", "planned", "occurred"], explained.GetProperty("life").EnumerateArray().Select(move => Text(move, "status")));
        var second = Assert.Single(calls, seen => Articles(seen).Contains("halcyon-border-3"));
        Assert.NotEqual(Text(held, "id"), Text(second, "id"));
    }

    /// <summary>The earthquake's dead by who counts them, the toll that was withdrawn beside the one that replaced it, and the correction in the feed.</summary>
    private static async Task AssertTollAsync(HttpClient client)
    {
        var quake = Assert.Single(await EventsAsync(client, "naryn-earthquake"), seen => Articles(seen).Contains("meridian-naryn-1") && Text(seen, "occurredOn") == "2026-09-17");
        var ledger = await ReadAsync(client, $"/v1/events/{Text(quake, "id")}/casualties?measure=killed");
        var claims = ledger.GetProperty("rows").EnumerateArray().SelectMany(row => row.GetProperty("claims").EnumerateArray())
            .Select(claim => (Claimant: Text(claim.GetProperty("figure"), "claimant"), Low: claim.GetProperty("figure").GetProperty("count").GetProperty("low").GetInt64())).ToHashSet();
        Assert.Superset(new HashSet<(string?, long)>([("Emergencies Ministry", 79), ("Emergencies Ministry", 83), ("Talant Orozaliev", 31), ("Kyrgyz Red Crescent Society", 58)]), claims);
        var changes = (await ReadAsync(client, "/v1/topics/naryn-earthquake/feed?limit=500")).GetProperty("entries").EnumerateArray();
        Assert.Contains(changes, entry => Text(entry.GetProperty("event"), "reason") is { } reason && reason.Contains("killed 79 (Emergencies Ministry), no longer 88", StringComparison.Ordinal));
    }

    private static async Task AssertSanctionsAsync(HttpClient client)
    {
        var packages = (await EventsAsync(client, "mackerel-row")).Where(seen => Text(seen, "kind") == "sanction").Select(seen => Text(seen, "occurredOn"));
        Assert.Superset(new HashSet<string?>(["2026-09-18", "2026-10-02"]), packages.ToHashSet());
    }

    private static async Task AssertWithdrawalAsync(HttpClient client)
    {
        Assert.DoesNotContain(await EventsAsync(client, "estrella-ferry"), seen => Articles(seen).Contains("bayislands-second-ferry"));
        Assert.True((await ReadAsync(client, "/v1/articles/bayislands-second-ferry")).GetProperty("withdrawn").GetBoolean());
    }

    /// <summary>Until the last article of the demo has been read and nothing waits.</summary>
    private static async Task PlayedAsync(HttpClient client)
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (true)
        {
            using var last = await client.GetAsync(new Uri($"/v1/articles/{LastArticle}", UriKind.Relative), timeout.Token);
            if (last.IsSuccessStatusCode && (await ReadAsync(client, "/v1/inbox")).GetProperty("pendingCount").GetInt64() == 0) return;
            await timer.WaitForNextTickAsync(timeout.Token);
        }
    }

    private static async Task<List<JsonElement>> EventsAsync(HttpClient client, string topic) =>
        [.. (await ReadAsync(client, $"/v1/topics/{topic}/events?limit=100")).GetProperty("events").EnumerateArray()];

    private static async Task<JsonElement> ReadAsync(HttpClient client, string address)
    {
        using var answer = JsonDocument.Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));
        return answer.RootElement.Clone();
    }

    private static HashSet<string> Articles(JsonElement seen) => [.. seen.GetProperty("reports").EnumerateArray().Select(report => Text(report, "article")!)];

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
