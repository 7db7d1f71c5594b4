using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Aggregator.Http;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Feeds;

public class FeedEndpointsTests(ApiServer server) : IClassFixture<ApiServer>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Feed_BrowsedToItsBeginning_ShowsEveryEntryOnceNewestFirst()
    {
        await TellAsync("f-browse", "Mauritius", "MUS", 5);
        var seen = new List<long>();
        for (var next = "/v1/topics/f-browse/feed?limit=2"; next is not null;)
        {
            var page = await server.ReadAsync(next);
            Assert.Equal(5, page.GetProperty("lastPosition").GetInt64());
            seen.AddRange(Positions(page));
            next = page.GetProperty("next").GetString();
        }
        Assert.Equal([5, 4, 3, 2, 1], seen);
    }

    [Fact]
    public async Task Feed_FollowedByNext_ShowsWhatCameSinceOldestFirst()
    {
        await TellAsync("f-follow", "Samoa", "WSM", 3);
        var page = await server.ReadAsync("/v1/topics/f-follow/feed?after=1");
        Assert.Equal([2, 3], Positions(page));
        var next = page.GetProperty("next").GetString()!;
        Assert.Empty(Positions(await server.ReadAsync(next)));
        await server.TellAsync("f-follow-3", "Samoa", "Ghana", 4);
        await server.ReachedAsync("f-follow", 4);
        Assert.Equal([4], Positions(await server.ReadAsync(next)));
    }

    [Fact]
    public async Task Feed_HeldByTheReader_Is304UntilSomethingCame()
    {
        await TellAsync("f-tag", "Tonga", "TON", 1);
        foreach (var path in new[] { "/v1/topics/f-tag/feed", "/v1/topics/f-tag/feed.atom", "/v1/topics/f-tag/events", "/v1/topics/f-tag/counts", "/v1/topics/f-tag/contacts" })
        {
            using var first = await server.GetAsync(path);
            var tag = first.Headers.ETag!.ToString();
            using var same = await server.GetAsync(path, ifNoneMatch: tag);
            Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
            Assert.Empty(await same.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
        using var before = await server.GetAsync("/v1/topics/f-tag/feed");
        await server.TellAsync("f-tag-1", "Tonga", "Peru", 2);
        await server.ReachedAsync("f-tag", 2);
        using var after = await server.GetAsync("/v1/topics/f-tag/feed", ifNoneMatch: before.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Theory]
    [InlineData("?after=0&before=9", "invalid-parameter")]
    [InlineData("?limit=0", "invalid-parameter")]
    [InlineData("?limit=501", "invalid-parameter")]
    [InlineData("?after=99", "position-ahead")]
    [InlineData("?afterr=1", "unknown-parameter")]
    public async Task Feed_BadQuery_IsRefused(string query, string kind)
    {
        await server.DefineAsync("f-bad", "kind:call and party:TUV");
        using var answer = await server.GetAsync($"/v1/topics/f-bad/feed{query}");
        await Refusal.IsAsync(ProblemKind.All.Single(known => known.Name == kind), answer);
    }

    [Fact]
    public async Task Atom_Paged_HasEveryEntryOnceUnderIdsThatStay()
    {
        await TellAsync("f-atom", "Vanuatu", "VUT", 3);
        var ids = await AtomIdsAsync("/v1/topics/f-atom/feed.atom?limit=2");
        Assert.Equal(3, ids.Distinct().Count());
        await server.TellAsync("f-atom-3", "Vanuatu", "Ghana", 4);
        await server.ReachedAsync("f-atom", 4);
        var later = await AtomIdsAsync("/v1/topics/f-atom/feed.atom?limit=3");
        Assert.Equal(ids, later.Skip(1));
    }

    [Fact]
    public async Task Atom_OnlyHtmlAccepted_IsRefused()
    {
        using var answer = await server.GetAsync("/v1/topics/f-atom/feed.atom", accept: "text/html");
        await Refusal.IsAsync(ProblemKind.NotAcceptable, answer);
    }

    private async Task<List<string>> AtomIdsAsync(string path)
    {
        var ids = new List<string>();
        for (string? next = path; next is not null;)
        {
            using var answer = await server.GetAsync(next);
            Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
            var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!;
            ids.AddRange(feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value));
            next = feed.Elements(Atom + "link").SingleOrDefault(link => link.Attribute("rel")!.Value == "next")?.Attribute("href")!.Value;
        }
        return ids;
    }

    private async Task TellAsync(string topic, string country, string code, int count)
    {
        string[] partners = ["Norway", "Peru", "Japan", "Egypt", "Chile"];
        await server.DefineAsync(topic, $"kind:call and party:{code}");
        for (var at = 0; at < count; at++) await server.TellAsync($"{topic}-{at}", country, partners[at], 1 + at);
        await server.ReachedAsync(topic, count);
    }

    private static IEnumerable<long> Positions(JsonElement page) => page.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("position").GetInt64());
}
