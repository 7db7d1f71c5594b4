using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Aggregator.Http;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Feeds;

public class FormEndpointsTests(ApiServer server) : IClassFixture<ApiServer>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("text/html, application/xhtml+xml, */*;q=0.8", "application/json")]
    [InlineData("application/atom+xml", "application/atom+xml")]
    [InlineData("application/rss+xml, application/atom+xml;q=0.5", "application/rss+xml")]
    [InlineData("application/json;q=0.2, application/feed+json", "application/feed+json")]
    public async Task Feed_Accept_DecidesTheForm(string? accept, string type)
    {
        await server.DefineAsync("n-accept", "kind:call and party:QAT");
        using var answer = await server.GetAsync("/v1/topics/n-accept/feed", accept);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("feed.atom?archive=1", "unknown-archive")]
    [InlineData("feed.rss?archive=1&limit=5", "invalid-parameter")]
    [InlineData("feed.json?archive=0", "invalid-parameter")]
    [InlineData("feed.json?per=week", "invalid-parameter")]
    [InlineData("feed.atom?asOf=yesterday", "invalid-parameter"), InlineData("feed.rss?asOf=2999-01-01T00:00:00Z", "moment-ahead")]
    [InlineData("feed.json?asOf=1999-01-01T00:00:00Z", "before-history"), InlineData("feed.atom?archive=1&asOf=1999-01-01T00:00:00Z", "before-history")]
    [InlineData("calendar.ics?asOf=2999-01-01T00:00:00Z", "moment-ahead"), InlineData("calendar.ics?asOf=1999-01-01T00:00:00Z", "before-history")]
    [InlineData("calendar.ics?from=yesterday", "invalid-parameter"), InlineData("calendar.ics?limit=5", "unknown-parameter")]
    public async Task Form_BadQuery_IsRefused(string path, string kind)
    {
        await server.DefineAsync("n-bad", "kind:call and party:OMN");
        using var answer = await server.GetAsync($"/v1/topics/n-bad/{path}");
        await Refusal.IsAsync(ProblemKind.All.Single(known => known.Name == kind), answer);
    }

    [Theory]
    [InlineData("after=0", "application/atom+xml"), InlineData("per=event", "application/json"), InlineData("archive=1", "application/json")]
    [InlineData("archive=1&limit=5", "application/rss+xml")]
    public async Task Feed_ParameterOfAnotherForm_IsRefused(string query, string accept)
    {
        await server.DefineAsync("n-after", "kind:call and party:OMN");
        using var answer = await server.GetAsync($"/v1/topics/n-after/feed?{query}", accept);
        await Refusal.IsAsync(ProblemKind.InvalidParameter, answer);
    }

    [Theory]
    [InlineData("?per=event", "feed.atom?per=event"), InlineData("", "feed.atom"), InlineData("?limit=1&before=3", "feed.atom?limit=1&before=3")]
    public async Task Feed_AtomByAccept_HasTheItemsOfItsOwnAddress(string query, string own)
    {
        await server.DefineAsync("n-per", "kind:call and party:BTN");
        await server.TellAsync("n-per-1", "Bhutan", "Norway", 1);
        await server.TellAsync("n-per-2", "Bhutan", "Peru", 2);
        await server.ReachedAsync("n-per", 2);
        using var answer = await server.GetAsync($"/v1/topics/n-per/feed{query}", "application/atom+xml");
        var asked = XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!.Elements(Atom + "entry").Select(Id).ToList();
        Assert.NotEmpty(asked);
        Assert.Equal((await XmlAsync($"/v1/topics/n-per/{own}")).Elements(Atom + "entry").Select(Id), asked);
        Assert.Equal(query.Contains("event", StringComparison.Ordinal), asked[0].Contains(":event:", StringComparison.Ordinal));

        static string Id(XElement entry) => entry.Element(Atom + "id")!.Value;
    }

    [Fact]
    public async Task Forms_HeldByTheReader_Are304UntilSomethingCame()
    {
        await server.DefineAsync("n-tag", "kind:call and party:KWT");
        await server.TellAsync("n-tag-1", "Kuwait", "Norway", 1);
        string[] paths = ["feed.atom", "feed.rss", "feed.json", "feed.atom?per=event", "calendar.ics", "events.csv", "events.ndjson", "claims.csv", "claims.ndjson", "digest", "digest.atom"];
        var tags = new Dictionary<string, string>();
        foreach (var path in paths)
        {
            using var first = await server.GetAsync($"/v1/topics/n-tag/{path}");
            tags[path] = first.Headers.ETag!.ToString();
            using var same = await server.GetAsync($"/v1/topics/n-tag/{path}", ifNoneMatch: tags[path]);
            Assert.Equal((HttpStatusCode.NotModified, ""), (same.StatusCode, await same.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }
        await server.TellAsync("n-tag-2", "Kuwait", "Peru", 2);
        foreach (var path in paths.Where(path => !path.StartsWith("digest", StringComparison.Ordinal)))
        {
            using var after = await server.GetAsync($"/v1/topics/n-tag/{path}", ifNoneMatch: tags[path]);
            Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        }
    }

    [Fact]
    public async Task Form_ArticleTakenBack_LeavesATombstoneForItsItem()
    {
        await server.DefineAsync("n-gone", "kind:call and party:YEM");
        await server.TellAsync("n-gone-1", "Yemen", "Norway", 1);
        using (await server.SendAsync(HttpMethod.Delete, "/v1/articles/n-gone-1?reason=retracted")) { }
        await server.ReachedAsync("n-gone", 2);
        var atom = await XmlAsync("/v1/topics/n-gone/feed.atom?per=event");
        // Another feed than that of the changes: its entries have other ids.
        Assert.Equal($"{(await XmlAsync("/v1/topics/n-gone/feed.atom")).Element(Atom + "id")!.Value}:events", atom.Element(Atom + "id")!.Value);
        var deleted = Assert.Single(atom.Elements(XName.Get("deleted-entry", "http://purl.org/atompub/tombstones/1.0")));
        Assert.Contains(":event:e-", deleted.Attribute("ref")!.Value);
        // Also a page that the account is not in leaves the tombstone of its item.
        var newest = await XmlAsync("/v1/topics/n-gone/feed.atom?limit=1");
        Assert.EndsWith(":2", Assert.Single(newest.Elements(Atom + "entry")).Element(Atom + "id")!.Value, StringComparison.Ordinal);
        var item = Assert.Single(newest.Elements(XName.Get("deleted-entry", "http://purl.org/atompub/tombstones/1.0"))).Attribute("ref")!.Value;
        Assert.Equal((await XmlAsync("/v1/topics/n-gone/feed.atom?before=2")).Element(Atom + "entry")!.Element(Atom + "id")!.Value, item);
        var json = await server.ReadAsync("/v1/topics/n-gone/feed.json?limit=1");
        Assert.Equal(item, Assert.Single(json.GetProperty("_aggregator").GetProperty("deleted").EnumerateArray()).GetProperty("ref").GetString());
        var rss = await XmlAsync("/v1/topics/n-gone/feed.rss");
        Assert.StartsWith("Retracted:", Assert.Single(rss.Descendants("item")).Element("title")!.Value);
    }

    [Fact]
    public async Task Forms_AsOfAnEarlierMoment_ShowWhatWasKnownThenAndLeadOnAtIt()
    {
        await server.DefineAsync("n-then", "kind:call and party:LUX");
        await server.TellAsync("n-then-1", "Luxembourg", "Norway", 1);
        await server.TellAsync("n-then-2", "Luxembourg", "Peru", 2);
        await server.ReachedAsync("n-then", 2);
        var moment = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        await server.TellAsync("n-then-3", "Luxembourg", "Japan", 3);
        await server.ReachedAsync("n-then", 3);
        using var answer = await server.GetAsync($"/v1/topics/n-then/feed.atom?limit=1&asOf={moment}");
        Assert.False(answer.Headers.Contains("Link"));
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!;
        Assert.Contains("Peru", Assert.Single(feed.Elements(Atom + "entry")).Element(Atom + "title")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(feed.Elements(Atom + "link"), link => link.Attribute("rel")!.Value == "hub");
        var next = feed.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == "next").Attribute("href")!.Value;
        Assert.Contains("Norway", Assert.Single((await XmlAsync(next)).Elements(Atom + "entry")).Element(Atom + "title")!.Value, StringComparison.Ordinal);
        Assert.Equal(2, (await XmlAsync($"/v1/topics/n-then/feed.rss?per=event&asOf={moment}")).Descendants("item").Count());
        Assert.Equal(2, (await server.ReadAsync($"/v1/topics/n-then/feed.json?asOf={moment}")).GetProperty("items").GetArrayLength());
        using var asked = await server.GetAsync($"/v1/topics/n-then/feed?asOf={moment}", "application/atom+xml");
        Assert.Equal(2, XDocument.Parse(await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!.Elements(Atom + "entry").Count());
    }

    [Fact]
    public async Task Calendar_AsOfAnEarlierMoment_HasWhatWasPlannedThen()
    {
        await server.DefineAsync("n-planned", "kind:meeting and party:AND");
        const string Body = "The presidents of Andorra and Peru will meet on 9 October 2026 in Andorra, a spokesman said.";
        var article = JsonSerializer.Serialize(new { id = "n-planned-1", outlet = "Dispatch", published = "2026-09-20T08:00:00Z", title = "Presidents to meet", text = Body });
        var before = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        using (var posted = await server.PostAsync("/v1/articles", article)) Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        await server.ReachedAsync("n-planned", 1);
        Assert.Contains("STATUS:TENTATIVE", await TextAsync("/v1/topics/n-planned/calendar.ics"), StringComparison.Ordinal);
        var then = await TextAsync($"/v1/topics/n-planned/calendar.ics?asOf={before}");
        Assert.Contains("BEGIN:VCALENDAR", then, StringComparison.Ordinal);
        Assert.DoesNotContain("BEGIN:VEVENT", then, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opml_OfAllTopics_LeadsToTheirFeeds()
    {
        await server.DefineAsync("n-opml", "kind:call and party:DJI");
        var outline = (await XmlAsync("/v1/topics.opml?form=rss")).Descendants("outline").Single(one => one.Attribute("xmlUrl")!.Value.Contains("/n-opml/", StringComparison.Ordinal));
        Assert.Equal(("rss", "Topic n-opml"), (outline.Attribute("type")!.Value, outline.Attribute("text")!.Value));
        using var feed = await server.GetAsync(outline.Attribute("xmlUrl")!.Value);
        Assert.Equal("application/rss+xml", feed.Content.Headers.ContentType?.MediaType);
    }

    private async Task<XElement> XmlAsync(string path) => XDocument.Parse(await TextAsync(path)).Root!;

    private async Task<string> TextAsync(string path)
    {
        using var answer = await server.GetAsync(path);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(null, "https://a.example/v1/topics.opml?after=talks"), InlineData(FeedForm.JsonFeed, "https://a.example/v1/topics.opml?after=talks&form=json-feed")]
    public void Opml_Next_KeepsTheFormThatWasAskedFor(FeedForm? asked, string next) =>
        Assert.Equal(next, SubscriptionListEndpoint.Next("https://a.example", Topics.TopicId.Parse("talks"), asked));
}
