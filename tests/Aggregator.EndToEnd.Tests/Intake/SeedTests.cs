using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Intake;

/// <summary>
/// The article that the product was conceived from, posted to a server: its call, appeal, deployment and four figures in a topic's feed, Atom, stream and
/// aggregates. Needs the gold data beside the repository, <c>../shared/eval</c>.
/// </summary>
public sealed class SeedTests : IDisposable
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Post_SeedArticle_ShowsItsEventsAndFiguresEverywhere()
    {
        var article = Seed();
        Assert.SkipUnless(article is not null, "There is no ../shared/eval/seed.jsonl beside the repository.");
        using var timeout = new CancellationTokenSource(Patience);
        await using var server = await KillableServer.StartAsync(_folder.Path);
        await server.TryAsync(client => client.PutAsJsonAsync("/v1/topics/ukraine", new { title = "Ukraine", question = "party:UKR or place:UKR or party:RUS or Ukraine" }));
        await server.TryAsync(client => client.PostAsync("/v1/articles", new StringContent(article, Encoding.UTF8, "application/json")));
        await server.DrainedAsync();

        var feed = (await server.ReadAsync("/v1/topics/ukraine/feed?limit=500")).GetProperty("entries").EnumerateArray().ToList();
        var events = feed.Select(entry => entry.GetProperty("event")).ToList();
        Assert.Contains(events, seen => Is(seen, "call", "planned", "CHN", "RUS"));
        Assert.Contains(events, seen => Is(seen, "appeal", "occurred", "UKR"));
        Assert.Contains(events, seen => Is(seen, "deployment", "occurred", "PRK"));

        var claims = (await server.ReadAsync("/v1/topics/ukraine/casualties")).GetProperty("rows").EnumerateArray()
            .SelectMany(row => row.GetProperty("claims").EnumerateArray()).Select(Claim).Order(StringComparer.Ordinal);
        Assert.Equal(
            ["casualties 10000- of civilian by nobody", "casualties 4000-4000 of military by Volodymyr Zelenskyy", "killed 12300-12300 of civilian by Nada Al-Nashif", "killed 574-574 of civilian by nobody"],
            claims);

        var atom = XDocument.Parse(await server.Client.GetStringAsync(new Uri("/v1/topics/ukraine/feed.atom", UriKind.Relative), timeout.Token));
        Assert.Equal(feed.Count, atom.Root!.Elements(Atom + "entry").Count());
        Assert.Equal(feed.Count, await StreamedAsync(server, feed.Count, timeout.Token));
        var counts = (await server.ReadAsync("/v1/topics/ukraine/counts?groupBy=kind")).GetProperty("cells").EnumerateArray();
        Assert.Contains(counts, cell => cell.GetProperty("group").GetString() == "call" && cell.GetProperty("count").GetInt32() >= 1);
        var contacts = (await server.ReadAsync("/v1/topics/ukraine/contacts")).GetProperty("edges").EnumerateArray();
        Assert.Contains(contacts, edge => edge.GetProperty("kind").GetString() == "call" && edge.GetProperty("from").GetString() == "CHN" && edge.GetProperty("to").GetString() == "RUS");
    }

    private static bool Is(JsonElement seen, string kind, string status, params string[] actors) =>
        seen.GetProperty("kind").GetString() == kind && seen.GetProperty("status").GetString() == status
        && seen.GetProperty("actors").EnumerateArray().Select(actor => actor.GetProperty("code").GetString()).Order(StringComparer.Ordinal).SequenceEqual(actors);

    /// <summary>The claim in words; that its first report's span lies in its sentence is checked on the way.</summary>
    private static string Claim(JsonElement claim)
    {
        var figure = claim.GetProperty("figure");
        var report = claim.GetProperty("reports")[0];
        var span = report.GetProperty("span");
        Assert.InRange(span.GetProperty("start").GetInt32() + span.GetProperty("length").GetInt32(), 1, report.GetProperty("quote").GetString()!.Length);
        var count = figure.GetProperty("count");
        return string.Create(CultureInfo.InvariantCulture,
            $"{figure.GetProperty("measure")} {count.GetProperty("low")}-{count.GetProperty("high")} of {figure.GetProperty("who")} by {figure.GetProperty("claimant").GetString() ?? "nobody"}");
    }

    private static async Task<int> StreamedAsync(KillableServer server, int count, CancellationToken cancellation)
    {
        using var stream = await server.Client.GetStreamAsync(new Uri("/v1/topics/ukraine/stream?after=0", UriKind.Relative), cancellation);
        using var reader = new StreamReader(stream);
        var seen = 0;
        while (seen < count && await reader.ReadLineAsync(cancellation) is { } line)
            if (line.StartsWith("id:", StringComparison.Ordinal)) seen++;
        return seen;
    }

    private static string? Seed()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Aggregator.sln"))) continue;
            var seed = Path.Combine(folder.FullName, "..", "shared", "eval", "seed.jsonl");
            return File.Exists(seed) ? File.ReadLines(seed).First() : null;
        }
        return null;
    }
}
