using Aggregator.Http;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Feeds;

/// <summary>What every way to follow a topic refuses.</summary>
public class FeedRefusalTests(ApiServer server) : IClassFixture<ApiServer>
{
    public static TheoryData<string> Ways =>
    [
        "feed", "feed.atom", "feed.rss", "feed.json", "digest", "digest.atom", "digest.rss", "digest.json", "calendar.ics", "stream", "events.ndjson", "events.csv", "claims.ndjson",
        "claims.csv",
    ];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Get_WhatCanNotBe_IsRefusedByItsKind(string way)
    {
        await server.DefineAsync("q-there", "kind:call and party:VUT");
        foreach (var (path, accept, kind) in new[]
        {
            ($"/v1/topics/q-nowhere/{way}", null, ProblemKind.UnknownTopic), ($"/v1/topics/Not!One/{way}", null, ProblemKind.InvalidId),
            ($"/v1/topics/q-there/{way}?colour=red", null, ProblemKind.UnknownParameter), ($"/v1/topics/q-there/{way}", "image/png", ProblemKind.NotAcceptable),
        })
        {
            using var answer = await server.GetAsync(path, accept);
            await Refusal.IsAsync(kind, answer);
        }
        using var written = await server.SendAsync(HttpMethod.Post, $"/v1/topics/q-there/{way}", "{}");
        await Refusal.IsAsync(ProblemKind.MethodNotAllowed, written);
    }

    [Theory]
    [InlineData("/v1/topics/q-there/digest?every=week"), InlineData("/v1/topics/q-there/digest.atom?every=week"), InlineData("/v1/topics/q-there/digest?zone=Middle/Earth"), InlineData("/v1/topics/q-there/digest?zone=Europe//Berlin")]
    [InlineData("/v1/topics/q-there/digest.rss?before=yesterday"), InlineData("/v1/topics/q-there/digest.json?limit=0"), InlineData("/v1/topics/q-there/digest?limit=51")]
    [InlineData("/v1/topics/q-there/events.csv?from=yesterday"), InlineData("/v1/topics/q-there/claims.ndjson?after=-1"), InlineData("/v1/topics/q-there/stream?statuses=lost")]
    [InlineData("/v1/topics/q-there/stream?parties=no+code"), InlineData("/v1/topics.opml?form=pigeon"), InlineData("/v1/topics.opml?after=Not!One")]
    public async Task Get_ValueThatCanNotBe_IsRefused(string path)
    {
        await server.DefineAsync("q-there", "kind:call and party:VUT");
        using var answer = await server.GetAsync(path);
        var problem = await Refusal.IsAsync(ProblemKind.InvalidParameter, answer);
        Assert.Equal(path[(path.IndexOf('?', StringComparison.Ordinal) + 1)..path.IndexOf('=', StringComparison.Ordinal)], problem.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Opml_OnlyHtmlAcceptedOrUnknownParameter_IsRefused()
    {
        using var html = await server.GetAsync("/v1/topics.opml", "text/html");
        await Refusal.IsAsync(ProblemKind.NotAcceptable, html);
        using var limited = await server.GetAsync("/v1/topics.opml?limit=5");
        await Refusal.IsAsync(ProblemKind.UnknownParameter, limited);
    }
}
