using System.Text.Json;
using Aggregator.Http;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Feeds;

public class ExportEndpointsTests(ApiServer server)
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
