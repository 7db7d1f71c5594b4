using System.Text.Json;
using Aggregator.Http;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Feeds;

public class ExportEndpointsTests(ApiServer server) : IClassFixture<ApiServer>
{
    private static readonly string[] Partners = ["Norway", "Peru", "Japan", "Egypt"];

    [Fact]
    public async Task Export_GoneOnWithByPosition_GivesEachEventOnceAndThenWhatChanged()
    {
        await TellAsync("x-resume", "Cyprus", "CYP");
        var first = await LinesAsync("/v1/topics/x-resume/events.ndjson");
        Assert.Equal([1, 2, 3, 4], first.Select(Position));
        Assert.Equal([3, 4], (await LinesAsync("/v1/topics/x-resume/events.ndjson?after=2")).Select(Position));
        using (await server.SendAsync(HttpMethod.Delete, "/v1/articles/x-resume-1?reason=retracted")) { }
        await server.ReachedAsync("x-resume", 5);
        var changed = Assert.Single(await LinesAsync("/v1/topics/x-resume/events.ndjson?after=4"));
        Assert.Equal("retracted", changed.GetProperty("change").GetString());
        Assert.Equal([1, 3, 4], (await LinesAsync("/v1/topics/x-resume/events.ndjson")).Select(Position));
    }

    [Fact]
    public async Task Export_FromAndTo_TakeWhatHappenedThen()
    {
        await TellAsync("x-days", "Latvia", "LVA");
        Assert.Equal([2, 3], (await LinesAsync("/v1/topics/x-days/events.ndjson?from=2026-09-02&to=2026-09-03")).Select(Position));
    }

    [Fact]
    public async Task Export_Csv_SaysItsPositionAndIsAFile()
    {
        await TellAsync("x-csv", "Estonia", "EST");
        using var answer = await server.GetAsync("/v1/topics/x-csv/events.csv");
        var rows = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n");
        Assert.Equal(6, rows.Length);
        Assert.Equal(("text/csv", "4", "x-csv-events.csv"), (answer.Content.Headers.ContentType!.MediaType, answer.Headers.GetValues("Aggregator-Position").Single(), answer.Content.Headers.ContentDisposition!.FileName!.Trim('"')));
    }

    [Fact]
    public async Task Export_Claims_AreTheSameInBothForms()
    {
        await server.DefineAsync("x-claims", "kind:casualties and place:BLZ");
        const string Body = "At least 14 people were killed and 30 were injured when a bridge collapsed in Belmopan, Belize, on Monday, the mayor said.";
        var article = JsonSerializer.Serialize(new { id = "x-claims-1", outlet = "Dispatch", published = "2026-09-15T08:00:00Z", title = "Bridge collapses", text = Body });
        using (var posted = await server.PostAsync("/v1/articles", article)) Assert.True(posted.IsSuccessStatusCode);
        await server.ReachedAsync("x-claims", 1);
        var lines = await LinesAsync("/v1/topics/x-claims/claims.ndjson");
        var figures = lines.Select(line => line.GetProperty("claim").GetProperty("figure")).ToList();
        Assert.Equal([("injured", 30), ("killed", 14)], figures.Select(figure => (figure.GetProperty("measure").GetString()!, figure.GetProperty("count").GetProperty("low").GetInt32())).Order());
        using var answer = await server.GetAsync("/v1/topics/x-claims/claims.csv");
        var rows = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];
        Assert.Equal(figures.Select(figure => figure.GetProperty("measure").GetString()), rows.Select(row => row.Split(',')[4]));
        Assert.Equal(lines.Select(line => line.GetProperty("event").GetString()), rows.Select(row => row.Split(',')[2]));
    }

    [Fact]
    public async Task Export_PositionAhead_IsRefused()
    {
        await server.DefineAsync("x-ahead", "kind:call and party:TUV");
        using var answer = await server.GetAsync("/v1/topics/x-ahead/claims.csv?after=7");
        await Refusal.IsAsync(ProblemKind.PositionAhead, answer);
    }

    private async Task TellAsync(string topic, string country, string code)
    {
        await server.DefineAsync(topic, $"kind:call and party:{code}");
        for (var at = 0; at < Partners.Length; at++) await server.TellAsync($"{topic}-{at}", country, Partners[at], 1 + at);
        await server.ReachedAsync(topic, Partners.Length);
    }

    private async Task<List<JsonElement>> LinesAsync(string path)
    {
        using var answer = await server.GetAsync(path);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, body);
        return [.. body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static long Position(JsonElement line) => line.GetProperty("position").GetInt64();
}
