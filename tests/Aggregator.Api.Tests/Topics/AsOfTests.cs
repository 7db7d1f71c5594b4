using System.Globalization;
using System.Net;
using System.Text.Json;
using Aggregator.Http;
using Aggregator.Serving;
using Aggregator.Store;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Aggregator.Topics;

public class AsOfTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task AsOf_BetweenTwoCalls_AnswersWhatWasKnownThen()
    {
        await server.DefineAsync("o-calls", "kind:call and party:ISL");
        await server.TellAsync("o-1", "Iceland", "Norway", 7);
        await server.ReachedAsync("o-calls", 1);
        var between = Moment(DateTimeOffset.UtcNow);
        await server.TellAsync("o-2", "Iceland", "Peru", 14);
        await server.ReachedAsync("o-calls", 2);
        foreach (var (asOf, count) in ((string, int)[])[($"?asOf={between}", 1), ("", 2), ($"?asOf={Moment(DateTimeOffset.UtcNow)}", 2)])
        {
            Assert.Equal(count, (await server.ReadAsync($"/v1/topics/o-calls/events{asOf}")).GetProperty("totalCount").GetInt32());
            Assert.Equal(count, (await server.ReadAsync($"/v1/topics/o-calls/counts{asOf}")).GetProperty("eventCount").GetInt32());
            Assert.Equal(count, (await server.ReadAsync($"/v1/topics/o-calls/contacts{asOf}")).GetProperty("edges").GetArrayLength());
            var feed = await server.ReadAsync($"/v1/topics/o-calls/feed{asOf}");
            Assert.Equal((count, count), (feed.GetProperty("entries").GetArrayLength(), feed.GetProperty("lastPosition").GetInt32()));
        }
        Assert.Equal(1, (await server.ReadAsync($"/v1/topics/o-calls/feed?after=0&asOf={between}")).GetProperty("entries").GetArrayLength());
        var changes = await server.ReadAsync($"/v1/topics/o-calls/changes?from={between}");
        var change = Assert.Single(changes.GetProperty("changes").EnumerateArray());
        Assert.Equal("new", change.GetProperty("differences")[0].GetString());
        var report = await server.ReadAsync($"/v1/reports/{change.GetProperty("reports")[0].GetString()}");
        Assert.Contains("Peru", report.GetProperty("quote").GetString(), StringComparison.Ordinal);
        var newsEvent = change.GetProperty("event").GetString();
        using var before = await server.GetAsync($"/v1/events/{newsEvent}?asOf={between}");
        await Refusal.IsAsync(ProblemKind.BeforeHistory, before);
        Assert.Equal(newsEvent, (await server.ReadAsync($"/v1/events/{newsEvent}?asOf={Moment(DateTimeOffset.UtcNow)}")).GetProperty("id").GetString());
    }

    [Fact]
    public async Task AsOf_BetweenTwoTolls_AnswersTheLedgerOfThen()
    {
        await server.DefineAsync("o-toll", "kind:attack and place:Bergen");
        await ReportAsync("o-toll-1", "A bomb killed five people in Bergen on 14 September 2026, the police said.");
        await server.ReachedAsync("o-toll", 1);
        var between = Moment(DateTimeOffset.UtcNow);
        await ReportAsync("o-toll-2", "A bomb killed seven people in Bergen on 14 September 2026, the mayor said.");
        await server.ReachedAsync("o-toll", 2);
        foreach (var (asOf, position, highest, claimants) in ((string, int, int, string[])[])[($"?asOf={between}", 1, 5, ["police"]), ("", 2, 7, ["police", "mayor"]), ($"?asOf={Moment(DateTimeOffset.UtcNow)}", 2, 7, ["police", "mayor"])])
        {
            var ledger = await server.ReadAsync($"/v1/topics/o-toll/casualties{asOf}");
            var row = Assert.Single(ledger.GetProperty("rows").EnumerateArray());
            Assert.Equal((position, 5, highest), (ledger.GetProperty("position").GetInt32(), row.GetProperty("range").GetProperty("low").GetInt32(), row.GetProperty("range").GetProperty("high").GetInt32()));
            Assert.Equal(claimants, row.GetProperty("series").EnumerateArray().Select(series => series.GetProperty("claimant").GetString()!));
        }
    }

    [Theory]
    [InlineData("events?asOf=yesterday", "invalid-parameter")]
    [InlineData("counts?asOf=2026-09-14", "invalid-parameter")]
    [InlineData("contacts?asOf=2026-09-14T12:00:00", "invalid-parameter")]
    [InlineData("feed?asOf=2999-01-01T00:00:00Z", "moment-ahead")]
    [InlineData("casualties?asOf=1999-01-01T00:00:00Z", "before-history")]
    [InlineData("casualties?asOf=1999-01-01T00:00:00.5%2B02:00", "before-history")]
    [InlineData("changes?from=1999-01-01T00:00:00Z", "before-history")]
    [InlineData("changes?to=2999-01-01T00:00:00Z", "moment-ahead")]
    [InlineData("changes?from=2026-09-14T12:00:00Z&to=2026-09-13T12:00:00Z", "invalid-parameter")]
    public async Task AsOf_MomentThatCanNotBe_IsRefused(string path, string problem)
    {
        await server.DefineAsync("o-refused", "kind:call and party:NRU");
        using var answer = await server.GetAsync($"/v1/topics/o-refused/{path}");
        await Refusal.IsAsync(ProblemKind.All.Single(kind => kind.Name == problem), answer);
    }

    [Fact]
    public async Task Follow_TopicMadeAgain_IsToldWhatIsGoneAndGoesOnWhereNothingIs()
    {
        await server.DefineAsync("o-again", "kind:call and party:OMN");
        await server.TellAsync("o-again-1", "Oman", "Norway", 7);
        await server.TellAsync("o-again-2", "Oman", "Peru", 14);
        await server.ReachedAsync("o-again", 2);
        using var deleted = await server.SendAsync(HttpMethod.Delete, "/v1/topics/o-again");
        await server.DefineAsync("o-again", "kind:call and party:OMN");
        await server.ReachedAsync("o-again", 4);
        foreach (var path in (string[])["feed", "stream"])
        {
            using var gone = await server.GetAsync($"/v1/topics/o-again/{path}?after=1");
            var problem = await Refusal.IsAsync(ProblemKind.PositionGone, gone);
            Assert.Equal(2, problem.GetProperty("origin").GetInt64());
        }
        foreach (var after in (int[])[0, 2])
            Assert.Equal([3L, 4L], (await server.ReadAsync($"/v1/topics/o-again/feed?after={after}")).GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("position").GetInt64()));
        Assert.Equal(JsonValueKind.Null, (await server.ReadAsync("/v1/topics/o-again/feed")).GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task Put_TopicThatAnotherWrote_IsWrittenByAFreshActivation()
    {
        await server.DefineAsync("o-stale", "kind:call and party:COK");
        var store = server.Services.GetRequiredService<IStore>();
        var stored = (await store.ReadTopicAsync(TopicId.Parse("o-stale"), TestContext.Current.CancellationToken))!.Definition;
        Assert.True(await store.PutTopicAsync(stored with { Version = 2, Title = "Written elsewhere" }, false, TestContext.Current.CancellationToken));
        using var answer = await server.SendAsync(HttpMethod.Put, "/v1/topics/o-stale", """{"title":"Written here","question":"kind:call and party:COK"}""");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(3, (await server.ReadAsync("/v1/topics/o-stale")).GetProperty("version").GetInt32());
    }

    private async Task ReportAsync(string id, string text)
    {
        using var answer = await server.PostAsync("/v1/articles", JsonSerializer.Serialize(new { id, outlet = $"Outlet of {id}", published = "2026-09-15", title = "Bomb in Bergen", text }));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await server.SettledAsync();
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
