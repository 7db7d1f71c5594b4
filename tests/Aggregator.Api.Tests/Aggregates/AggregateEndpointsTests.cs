using System.Text.Json;
using Aggregator.Http;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Aggregates;

public class AggregateEndpointsTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Aggregates_OfThreeCalls_AddUpToThem()
    {
        await server.DefineAsync("a-calls", "kind:call and party:KIR");
        string[] partners = ["Norway", "Peru", "Japan"];
        for (var at = 0; at < 3; at++) await server.TellAsync($"a-calls-{at}", "Kiribati", partners[at], 7 + 7 * at);
        await server.ReachedAsync("a-calls", 3);
        var events = await server.ReadAsync("/v1/topics/a-calls/events?limit=2");
        Assert.Equal((3, 2), (events.GetProperty("totalCount").GetInt32(), events.GetProperty("events").GetArrayLength()));
        Assert.Equal(1, (await server.ReadAsync(events.GetProperty("next").GetString()!)).GetProperty("events").GetArrayLength());
        var counts = await server.ReadAsync("/v1/topics/a-calls/counts?bucket=month&groupBy=kind");
        var cell = Assert.Single(counts.GetProperty("cells").EnumerateArray());
        Assert.Equal(("2026-09-01", "call", 3), (cell.GetProperty("start").GetString(), cell.GetProperty("group").GetString(), cell.GetProperty("count").GetInt32()));
        Assert.Equal(1, (await server.ReadAsync("/v1/topics/a-calls/counts?from=2026-09-10&to=2026-09-20")).GetProperty("eventCount").GetInt32());
        Assert.Equal(3, (await server.ReadAsync("/v1/topics/a-calls/contacts")).GetProperty("edges").GetArrayLength());
        Assert.Equal(0, (await server.ReadAsync("/v1/topics/a-calls/casualties?measure=killed")).GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public async Task Casualties_OfATopicAndOfOneEvent_LeadFromEachFigureToItsReport()
    {
        await server.DefineAsync("a-tolls", "kind:casualties and place:Suva");
        await TellTollAsync("a-toll-1", 2, "At least 12 people were killed when a bridge collapsed in Suva on 1 September 2026, the mayor said.");
        await TellTollAsync("a-toll-2", 3, "15 people were killed when a bridge collapsed in Suva on 1 September 2026, the mayor said.");
        await server.ReachedAsync("a-tolls", 2);
        var ledger = await server.ReadAsync("/v1/topics/a-tolls/casualties?measure=killed");
        var row = Assert.Single(ledger.GetProperty("rows").EnumerateArray());
        var points = row.GetProperty("series")[0].GetProperty("points");
        Assert.Equal([12, 15], points.EnumerateArray().Select(point => point.GetProperty("count").GetProperty("low").GetInt32()));
        Assert.Equal(("incident", "raised", true), (row.GetProperty("scope").GetString(), points[1].GetProperty("move").GetString(), points[1].GetProperty("current").GetBoolean()));
        var part = ledger.GetProperty("lowerBounds")[0].GetProperty("parts")[0];
        Assert.Equal(15, part.GetProperty("count").GetInt32());
        var report = await server.ReadAsync($"/v1/reports/{part.GetProperty("report").GetString()}");
        Assert.Contains("15 people", report.GetProperty("quote").GetString(), StringComparison.Ordinal);
        var ofEvent = await server.ReadAsync($"/v1/events/{row.GetProperty("event").GetString()}/casualties");
        Assert.Equal(row.GetProperty("series").ToString(), ofEvent.GetProperty("rows")[0].GetProperty("series").ToString());
        using var unknown = await server.GetAsync("/v1/events/e-none/casualties");
        await Refusal.IsAsync(ProblemKind.UnknownEvent, unknown);
    }

    private async Task TellTollAsync(string id, int day, string text)
    {
        using var answer = await server.PostAsync("/v1/articles", JsonSerializer.Serialize(new { id, outlet = "North Wire", published = $"2026-09-0{day}", title = "Bridge collapses in Suva", text }));
        Assert.True(answer.IsSuccessStatusCode);
        await server.SettledAsync();
    }

    [Theory]
    [InlineData("counts?bucket=hour", "bucket")]
    [InlineData("counts?groupBy=mood", "groupBy")]
    [InlineData("counts?from=yesterday", "from")]
    [InlineData("casualties?measure=tired", "measure")]
    [InlineData("casualties?limit=9999", "limit")]
    [InlineData("contacts?to=2026-13-01", "to")]
    [InlineData("events?skip=-1", "skip")]
    public async Task Aggregates_BadParameter_IsRefusedByName(string path, string parameter)
    {
        using var answer = await server.GetAsync($"/v1/topics/a-calls/{path}");
        var problem = await Refusal.IsAsync(ProblemKind.InvalidParameter, answer);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }
}
