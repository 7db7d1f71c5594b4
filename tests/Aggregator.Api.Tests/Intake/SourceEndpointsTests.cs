using System.Net;
using System.Text.Json;
using Aggregator.Http;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Intake;

public class SourceEndpointsTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"url":"ftp://example.org/feed"}""")]
    [InlineData("""{"url":"/feed.xml"}""")]
    [InlineData("""{"url":"https://example.org/feed","intervalMinSeconds":0}""")]
    [InlineData("""{"url":"https://example.org/feed","intervalMinSeconds":600,"intervalMaxSeconds":300}""")]
    public async Task Put_BadDefinition_IsRefused(string body)
    {
        using var answer = await server.SendAsync(HttpMethod.Put, "/v1/sources/bad", body);
        await Refusal.IsAsync(ProblemKind.InvalidSource, answer);
    }

    [Fact]
    public async Task Get_NoSources_IsAnEmptyPage() => Assert.Equal(0, (await server.ReadAsync("/v1/sources?after=zzz")).GetProperty("sources").GetArrayLength());

    [Theory]
    [InlineData("?after=Not%20One")]
    [InlineData("?limit=x")]
    public async Task Get_BadQuery_IsRefused(string query)
    {
        using var answer = await server.GetAsync($"/v1/sources{query}");
        await Refusal.IsAsync(ProblemKind.InvalidParameter, answer);
    }

    [Fact]
    public async Task Opml_Twice_MakesEachSourceOnce()
    {
        const string List = """<opml version="2.0"><body><outline type="rss" text="Häfen &amp; Ports: Today" xmlUrl="http://127.0.0.1:9/a.xml"/><outline text="none" type="rss"/></body></opml>""";
        var first = await OutcomeAsync(await server.PostAsync("/v1/sources/opml", List, "text/x-opml"));
        var second = await OutcomeAsync(await server.PostAsync("/v1/sources/opml", List, "text/x-opml"));
        Assert.StartsWith("h-fen-ports-today-", first.GetProperty("id").GetString());
        Assert.Equal(first.GetProperty("id").GetString(), second.GetProperty("id").GetString());
        Assert.Equal((true, false), (first.GetProperty("created").GetBoolean(), second.GetProperty("created").GetBoolean()));
        var source = await server.ReadAsync($"/v1/sources/{first.GetProperty("id").GetString()}");
        Assert.Equal("http://127.0.0.1:9/a.xml", source.GetProperty("url").GetString());
    }

    [Fact]
    public async Task Source_PutReadPolledDeleted_GoesItsWay()
    {
        const string Resting = """{"url":"http://127.0.0.1:9/feed.xml","outlet":"North Wire","enabled":false,"intervalMinSeconds":600}""";
        using var created = await server.SendAsync(HttpMethod.Put, "/v1/sources/north", Resting);
        using var again = await server.SendAsync(HttpMethod.Put, "/v1/sources/north", Resting);
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.OK], [created.StatusCode, again.StatusCode]);
        var source = await server.ReadAsync("/v1/sources/north");
        Assert.Equal(("North Wire", false, 600), (source.GetProperty("outlet").GetString(), source.GetProperty("enabled").GetBoolean(), source.GetProperty("intervalMinSeconds").GetInt32()));
        using var deleted = await server.SendAsync(HttpMethod.Delete, "/v1/sources/north");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Delete })
        {
            using var gone = await server.SendAsync(method, "/v1/sources/north");
            await Refusal.IsAsync(ProblemKind.UnknownSource, gone);
        }
        using var polled = await server.SendAsync(HttpMethod.Post, "/v1/sources/north/poll");
        await Refusal.IsAsync(ProblemKind.UnknownSource, polled);
    }

    [Fact]
    public async Task Source_PutWithoutEnabled_IsPolled()
    {
        using var created = await server.SendAsync(HttpMethod.Put, "/v1/sources/unsaid", """{"url":"http://127.0.0.1:9/unsaid.xml"}""");
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.True((await server.ReadAsync("/v1/sources/unsaid")).GetProperty("enabled").GetBoolean());
    }

    [Theory]
    [InlineData("<html></html>", "text/x-opml", "invalid-opml")]
    [InlineData("", "text/x-opml", "invalid-opml")]
    [InlineData("{}", "application/json", "unsupported-media-type")]
    public async Task Opml_NoList_IsRefused(string body, string mediaType, string kind)
    {
        using var answer = await server.PostAsync("/v1/sources/opml", body, mediaType);
        await Refusal.IsAsync(ProblemKind.All.Single(known => known.Name == kind), answer);
    }

    private static async Task<JsonElement> OutcomeAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var outcome = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
            Assert.Equal(1, outcome.GetProperty("skippedCount").GetInt32());
            return Assert.Single(outcome.GetProperty("sources").EnumerateArray());
        }
    }
}
