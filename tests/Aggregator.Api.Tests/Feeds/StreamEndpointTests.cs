using System.Text.Json;
using Aggregator.Http;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Feeds;

public class StreamEndpointTests(ApiServer server) : IClassFixture<ApiServer>
{
    private static readonly string[] Partners = ["Norway", "Peru", "Japan", "Ghana", "Chile", "Canada", "Egypt", "India", "Spain", "Brazil"];

    [Fact]
    public async Task Follow_HistoryThenLive_TellsEveryEntryOnceInOrder()
    {
        await server.DefineAsync("s-live", "kind:call and party:MNG");
        await TellAsync("s-live", "Mongolia", 0, 3);
        await using var reader = await EventReader.OpenAsync(server, "/v1/topics/s-live/stream?after=0");
        var history = await reader.TakeAsync(3);
        await TellAsync("s-live", "Mongolia", 3, 3);
        var live = await reader.TakeAsync(3);
        Assert.Equal([1, 2, 3, 4, 5, 6], history.Concat(live).Select(told => told.Id));
        Assert.All(live, told => Assert.Equal("added", told.Type));
        var entry = JsonDocument.Parse(live[0].Data).RootElement;
        Assert.Equal((4, "call"), (entry.GetProperty("position").GetInt64(), entry.GetProperty("event").GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Follow_DroppedAndResumedAgainAndAgain_SeesEachEntryExactlyOnce()
    {
        await server.DefineAsync("s-resume", "kind:call and party:LAO");
        var seen = new List<long>();
        for (var turn = 0; turn < 5; turn++)
        {
            await using var reader = await EventReader.OpenAsync(server, "/v1/topics/s-resume/stream?after=0", seen.Count > 0 ? $"{seen[^1]}" : null);
            var telling = TellAsync("s-resume", "Laos", 2 * turn, 2);
            // It drops in the middle: the second of each turn is heard by the next connection, or by this one.
            seen.AddRange((await reader.TakeAsync(turn == 4 ? 10 - seen.Count : 1)).Select(told => told.Id!.Value));
            await telling;
        }
        Assert.Equal(Enumerable.Range(1, 10).Select(position => (long)position), seen);
    }

    [Fact]
    public async Task Follow_ManyAtOnce_AreToldTheSame()
    {
        await server.DefineAsync("s-many", "kind:call and party:FJI");
        var readers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => EventReader.OpenAsync(server, "/v1/topics/s-many/stream?after=0", client: server.Client)));
        await TellAsync("s-many", "Fiji", 0, 4);
        var told = await Task.WhenAll(readers.Select(reader => reader.TakeAsync(4)));
        Assert.All(told, events => Assert.Equal([1, 2, 3, 4], events.Select(one => one.Id)));
        foreach (var reader in readers) await reader.DisposeAsync();
    }

    [Fact]
    public async Task Follow_FromNowOn_LearnsThePositionToResumeFrom()
    {
        await server.DefineAsync("s-now", "kind:call and party:MLT");
        await TellAsync("s-now", "Malta", 0, 2);
        await using var reader = await EventReader.OpenAsync(server, "/v1/topics/s-now/stream");
        var hello = await reader.BlockAsync();
        Assert.Equal((2, "retry: 2000"), (hello?.Id, hello?.Other));
        await TellAsync("s-now", "Malta", 2, 1);
        Assert.Equal(3, (await reader.NextAsync())?.Id);
    }

    [Fact]
    public async Task Follow_TopicIsDeleted_Ends()
    {
        await server.DefineAsync("s-deleted", "kind:call and party:TLS");
        await using var reader = await EventReader.OpenAsync(server, "/v1/topics/s-deleted/stream?after=0");
        using var answer = await server.SendAsync(HttpMethod.Delete, "/v1/topics/s-deleted");
        Assert.Null(await reader.NextAsync());
        using var again = await server.GetAsync("/v1/topics/s-deleted/stream");
        await Refusal.IsAsync(ProblemKind.UnknownTopic, again);
    }

    [Fact]
    public async Task Follow_UnknownTopic_IsRefused()
    {
        using var answer = await server.GetAsync("/v1/topics/nobody-asked/stream");
        await Refusal.IsAsync(ProblemKind.UnknownTopic, answer);
    }

    [Fact]
    public async Task Follow_PositionBeyondTheEnd_IsRefused()
    {
        await server.DefineAsync("s-ahead", "kind:call and party:TUV");
        using var answer = await server.GetAsync("/v1/topics/s-ahead/stream?after=7");
        var problem = await Refusal.IsAsync(ProblemKind.PositionAhead, answer);
        Assert.Equal(0, problem.GetProperty("lastPosition").GetInt64());
    }

    [Theory]
    [InlineData("?after=-1")]
    [InlineData("?after=soon")]
    [InlineData("?after=1&after=2")]
    public async Task Follow_BadPosition_IsRefused(string query)
    {
        using var answer = await server.GetAsync($"/v1/topics/s-bad/stream{query}");
        await Refusal.IsAsync(ProblemKind.InvalidParameter, answer);
    }

    [Fact]
    public async Task Follow_OnlyJsonAccepted_IsRefused()
    {
        using var answer = await server.GetAsync("/v1/topics/s-live/stream", accept: "application/json");
        await Refusal.IsAsync(ProblemKind.NotAcceptable, answer);
    }

    private async Task TellAsync(string topic, string country, int from, int count)
    {
        for (var at = from; at < from + count; at++) await server.TellAsync($"{topic}-{at}", country, Partners[at], 1 + at);
        await server.ReachedAsync(topic, from + count);
    }
}
