using Aggregator.Http;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Aggregates;

public class AggregateEndpointsTests(ApiServer server)
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
