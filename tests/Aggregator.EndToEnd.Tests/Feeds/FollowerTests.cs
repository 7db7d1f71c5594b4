using Xunit;

namespace Aggregator.Feeds;

/// <summary>Clients of server-sent events that others wrote, on a real server.</summary>
public sealed class FollowerTests(FeedServer server) : IClassFixture<FeedServer>
{
    [Theory]
    [InlineData("eventsource")]
    [InlineData("eventsource-parser")]
    public async Task Stream_ByAClient_IsToldInOrderAndGoesOnWhereItWas(string client)
    {
        var count = (int)server.Position;
        var all = await Reader.FollowAsync(client, server.At("/v1/topics/news/stream?after=0"), count);
        Assert.Equal(Enumerable.Range(1, count).Select(position => $"{position}"), all.Select(told => told.GetProperty("id").GetString()));
        var rest = await Reader.FollowAsync(client, server.At("/v1/topics/news/stream"), count - 2, "2");
        Assert.Equal(all.Skip(2).Select(told => told.ToString()), rest.Select(told => told.ToString()));
    }

    [Theory]
    [InlineData("eventsource")]
    [InlineData("eventsource-parser")]
    public async Task Stream_OfTopics_ByAClient_GoesOnByItsCursor(string client)
    {
        var told = Assert.Single(await Reader.FollowAsync(client, server.At("/v1/stream?topics=news"), 1, "news:2"));
        Assert.Equal(("news:3", 3), (told.GetProperty("id").GetString(), told.GetProperty("position").GetInt64()));
    }
}
