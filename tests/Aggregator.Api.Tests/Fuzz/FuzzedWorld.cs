using System.Net;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Fuzz;

/// <summary>What there is on the server to be asked for, and which texts are likely where a schema says no more than that it is a text.</summary>
internal sealed class FuzzedWorld
{
    private const int Copies = 12;
    private static readonly string[] Times = ["2026-09-14T12:00:00Z", "2026-09-01T00:00:00Z", "2026-09-30T12:00:00+02:00"];
    private static readonly string[] Days = ["2026-09-01", "2026-09-14", "2026-09-30"];
    private static readonly string[] Pages = ["https://feeds.example/a.xml", "https://news.example/1?utm_source=x", "http://127.0.0.1:1/"];
    private static readonly string[] Secrets = [$"whsec_{Convert.ToBase64String(new byte[32])}"];

    private readonly Dictionary<string, string[]> _ids = [];
    private readonly Dictionary<string, string[]> _texts = new(StringComparer.Ordinal)
    {
        ["question"] = ["kind:call", "kind:(attack or casualties) and party:KEN", "party:NOR and not outlet:\"Daily Example\"", "voices>=2 or place:\"Port Havel\""],
        ["url"] = Pages, ["callback"] = Pages, ["hub.callback"] = Pages, ["published"] = [.. Times, .. Days], ["asOf"] = Times, ["from"] = Days, ["to"] = Days, ["before"] = Times,
        ["expiresAt"] = ["2046-09-14T12:00:00Z"], ["zone"] = ["UTC", "Europe/Berlin"], ["kinds"] = ["call", "call,attack"], ["changes"] = ["added", "updated,merged"], ["statuses"] = ["planned,occurred"],
        ["parties"] = ["KEN", "NOR,PER"], ["after"] = ["latest", "0", "f-1"], ["secret"] = Secrets, ["title"] = ["Calls", "Kenya and Norway speak"], ["outlet"] = ["North Wire"],
        ["text"] = ["Kenya and Norway held a phone call on 14 September 2026.", "At least 14 people were killed in Lima, the mayor said."],
    };

    private FuzzedWorld(Uri server) => Server = server;

    /// <summary>Where it is.</summary>
    internal Uri Server { get; }

    /// <summary>The ids that there are, or were, of a resource: <c>topics</c>, <c>articles</c>, ….</summary>
    internal string[] IdsOf(string resource) => _ids.GetValueOrDefault(resource, ["nothing"]);

    /// <summary>Texts that a member, field or parameter of a name is likely to hold; null where none is known.</summary>
    internal string[]? TextsOf(string name) => _texts.GetValueOrDefault(name);

    /// <summary>Makes a few of everything.</summary>
    internal static async Task<FuzzedWorld> MakeAsync(ApiServer server)
    {
        var world = new FuzzedWorld(server.Address);
        await server.DefineAsync("calls", "kind:call");
        for (var day = 1; day <= Copies; day++) await server.TellAsync($"article-{day}", "Kenya", Countries[day - 1], day);
        await server.ReachedAsync("calls", Copies);
        var events = (await server.ReadAsync("/v1/topics/calls/events")).GetProperty("events").EnumerateArray().Select(found => found.GetProperty("id").GetString()!).ToArray();
        var reports = new List<string>();
        foreach (var id in events) reports.AddRange((await server.ReadAsync($"/v1/events/{id}/reports")).GetProperty("reports").EnumerateArray().Select(found => found.GetProperty("id").GetString()!));
        string[] topics = ["calls", .. Enumerable.Range(1, Copies).Select(at => $"f-{at}")];
        foreach (var topic in topics[1..]) await server.DefineAsync(topic, "kind:call and party:KEN");
        world._ids["topics"] = [.. topics, "nothing"];
        world._ids["sources"] = ["f-1", "f-2", "f-3"];
        world._ids["push"] = world._ids["sources"];
        world._ids["articles"] = [.. Enumerable.Range(1, Copies).Select(day => $"article-{day}"), "nothing"];
        world._ids["events"] = events;
        world._ids["reports"] = [.. reports];
        world._ids["keys"] = await MadeAsync(server, "/v1/keys", """{"name":"a reader","scopes":["read"]}""");
        world._ids["subscriptions"] = await MadeAsync(server, "/v1/subscriptions", """{"topics":["calls"],"url":"http://127.0.0.1:1/"}""");
        foreach (var (name, ids) in world._ids) world._texts.TryAdd(name, ids);
        world._texts["topic"] = world._ids["topics"];
        world._texts["into"] = world._texts["with"] = events;
        world._texts["hub.topic"] = [.. Feeds.Select(path => new Uri(server.Address, path).AbsoluteUri)];
        return world;
    }

    private static readonly string[] Countries = ["Norway", "Peru", "Japan", "Egypt", "Chile", "Ghana", "Samoa", "Tonga", "Qatar", "Oman", "Cuba", "Nepal"];

    private static readonly string[] Feeds = ["/v1/topics/calls/feed.atom", "/v1/topics/calls/feed.json?per=event", "/v1/topics/nothing/feed.rss"];

    private static async Task<string[]> MadeAsync(ApiServer server, string path, string body)
    {
        var ids = new string[Copies];
        for (var at = 0; at < Copies; at++)
        {
            using var answer = await server.PostAsync(path, body);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.Created, text);
            ids[at] = answer.Headers.Location!.ToString().Split('/')[^1];
        }
        return ids;
    }
}
