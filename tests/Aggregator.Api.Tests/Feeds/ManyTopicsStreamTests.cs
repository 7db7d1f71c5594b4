using System.Text.Json;
using Aggregator.Http;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Feeds;

public class ManyTopicsStreamTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Follow_TwoTopics_TellsBothAndResumesEachAtItsPosition()
    {
        await server.DefineAsync("m-one", "kind:call and party:BTN");
        await server.DefineAsync("m-two", "kind:call and party:MWI");
        await server.TellAsync("m-1", "Bhutan", "Norway", 1);
        await server.TellAsync("m-2", "Malawi", "Norway", 2);
        string cursor;
        await using (var reader = await EventReader.OpenAsync(server, "/v1/stream?topics=m-one,m-two&after=0"))
        {
            var told = await reader.TakeAsync(2);
            Assert.Equal(["m-one", "m-two"], told.Select(TopicOf));
            Assert.Equal("m-one:1,m-two:1", told[1].Cursor);
            await server.TellAsync("m-3", "Malawi", "Peru", 3);
            cursor = (await reader.NextAsync())!.Cursor;
        }
        Assert.Equal("m-one:1,m-two:2", cursor);
        await server.TellAsync("m-4", "Bhutan", "Peru", 4);
        await using var resumed = await EventReader.OpenAsync(server, "/v1/stream?topics=m-one,m-two", cursor);
        await server.TellAsync("m-5", "Malawi", "Japan", 5);
        Assert.Equal([("m-one", "m-one:2,m-two:2"), ("m-two", "m-one:2,m-two:3")], (await resumed.TakeAsync(2)).Select(told => (TopicOf(told), told.Cursor)));
    }

    [Fact]
    public async Task Follow_Filtered_TellsOnlyWhatIsWanted()
    {
        await server.DefineAsync("m-filter", "kind:call and party:BRN");
        foreach (var (at, partner) in ((string[])["Norway", "Peru", "Japan"]).Index()) await server.TellAsync($"m-f-{at}", "Brunei", partner, 1 + at);
        await using var reader = await EventReader.OpenAsync(server, "/v1/topics/m-filter/stream?after=0&parties=JPN,PER&kinds=call&changes=added");
        Assert.Equal([2, 3], (await reader.TakeAsync(2)).Select(told => told.Id));
    }

    [Fact]
    public async Task Follow_TopicWasDefinedAnew_SaysWhatIsLostAndGoesOn()
    {
        await server.DefineAsync("m-new", "kind:call and party:SGP");
        await server.DefineAsync("m-old", "kind:call and party:MMR");
        await server.TellAsync("m-n-1", "Singapore", "Norway", 1);
        await server.TellAsync("m-n-2", "Singapore", "Peru", 2);
        await server.TellAsync("m-o-1", "Myanmar", "Norway", 1);
        using (await server.SendAsync(HttpMethod.Delete, "/v1/topics/m-new")) { }
        await server.DefineAsync("m-new", "kind:call and party:SGP");
        await server.ReachedAsync("m-new", 4);
        await using var reader = await EventReader.OpenAsync(server, "/v1/stream?topics=m-new,m-old", "m-new:1,m-old:1");
        var lost = await reader.NextAsync();
        var problem = JsonDocument.Parse(lost!.Data).RootElement;
        Assert.Equal(("lost", ProblemKind.PositionGone.Type, "m-new", 2), (lost.Type, problem.GetProperty("type").GetString(), problem.GetProperty("topic").GetString(), problem.GetProperty("origin").GetInt64()));
        Assert.Equal(["m-new:3,m-old:1", "m-new:4,m-old:1"], (await reader.TakeAsync(2)).Select(told => told.Cursor));
    }

    [Fact]
    public async Task Follow_TopicWasDeleted_SaysSoAndTheOtherGoesOn()
    {
        await server.DefineAsync("m-gone", "kind:call and party:FJI");
        await server.DefineAsync("m-stays", "kind:call and party:TON");
        await server.TellAsync("m-g-1", "Fiji", "Norway", 1);
        await server.TellAsync("m-s-1", "Tonga", "Norway", 2);
        string cursor;
        await using (var reader = await EventReader.OpenAsync(server, "/v1/stream?topics=m-gone,m-stays&after=0")) cursor = (await reader.TakeAsync(2))[1].Cursor;
        using (await server.SendAsync(HttpMethod.Delete, "/v1/topics/m-gone")) { }
        await server.TellAsync("m-s-2", "Tonga", "Peru", 3);
        await using (var resumed = await EventReader.OpenAsync(server, "/v1/stream?topics=m-gone,m-stays", cursor))
        {
            var lost = await resumed.NextAsync();
            var problem = JsonDocument.Parse(lost!.Data).RootElement;
            Assert.Equal(("lost", ProblemKind.UnknownTopic.Type, "m-gone"), (lost.Type, problem.GetProperty("type").GetString(), problem.GetProperty("topic").GetString()));
            cursor = (await resumed.NextAsync())!.Cursor;
        }
        // Its positions name the lost topic no more, while the address still does.
        Assert.Equal("m-stays:2", cursor);
        await server.TellAsync("m-s-3", "Tonga", "Japan", 4);
        await using (var again = await EventReader.OpenAsync(server, "/v1/stream?topics=m-gone,m-stays", cursor))
            Assert.Equal(["lost", "added"], (await again.TakeAsync(2)).Select(told => told.Type));
        using (await server.SendAsync(HttpMethod.Delete, "/v1/topics/m-stays")) { }
        using var none = await server.GetAsync($"/v1/stream?topics=m-gone,m-stays&after={cursor}");
        await Refusal.IsAsync(ProblemKind.UnknownTopic, none);
    }

    [Theory]
    [InlineData("", "invalid-parameter")]
    [InlineData("?topics=m-nothing-here", "unknown-topic")]
    [InlineData("?topics=Not!a!topic", "invalid-parameter")]
    [InlineData("?topics=m-one&after=seven", "invalid-parameter")]
    [InlineData("?topics=m-one&kinds=dance", "invalid-parameter")]
    public async Task Follow_BadQuery_IsRefused(string query, string kind)
    {
        using var answer = await server.GetAsync($"/v1/stream{query}");
        await Refusal.IsAsync(ProblemKind.All.Single(known => known.Name == kind), answer);
    }

    private static string? TopicOf(StreamedEvent told) => JsonDocument.Parse(told.Data).RootElement.GetProperty("topic").GetString();
}
