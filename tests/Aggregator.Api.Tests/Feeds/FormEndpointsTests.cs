using System.Net;
using System.Xml.Linq;
using Aggregator.Http;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Feeds;

public class FormEndpointsTests(ApiServer server)
{
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
    public async Task Form_BadQuery_IsRefused(string path, string kind)
    {
        await server.DefineAsync("n-bad", "kind:call and party:OMN");
        using var answer = await server.GetAsync($"/v1/topics/n-bad/{path}");
        await Refusal.IsAsync(ProblemKind.All.Single(known => known.Name == kind), answer);
    }

    [Fact]
    public async Task Feed_AfterWithAtom_IsRefused()
    {
        await server.DefineAsync("n-after", "kind:call and party:OMN");
        using var answer = await server.GetAsync("/v1/topics/n-after/feed?after=0", "application/atom+xml");
        await Refusal.IsAsync(ProblemKind.InvalidParameter, answer);
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
        var deleted = Assert.Single(atom.Elements(XName.Get("deleted-entry", "http://purl.org/atompub/tombstones/1.0")));
        Assert.Contains(":event:e-", deleted.Attribute("ref")!.Value);
        var rss = await XmlAsync("/v1/topics/n-gone/feed.rss");
        Assert.StartsWith("Retracted:", Assert.Single(rss.Descendants("item")).Element("title")!.Value);
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

    private async Task<XElement> XmlAsync(string path)
    {
        using var answer = await server.GetAsync(path);
        return XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!;
    }

    [Theory]
    [InlineData(null, "https://a.example/v1/topics.opml?after=talks"), InlineData(FeedForm.JsonFeed, "https://a.example/v1/topics.opml?after=talks&form=json-feed")]
    public void Opml_Next_KeepsTheFormThatWasAskedFor(FeedForm? asked, string next) =>
        Assert.Equal(next, SubscriptionListEndpoint.Next("https://a.example", Topics.TopicId.Parse("talks"), asked));
}
