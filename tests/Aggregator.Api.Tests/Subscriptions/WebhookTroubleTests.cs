using System.Net;
using System.Text.Json;
using Aggregator.Http;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Subscriptions;

/// <summary>What becomes of a webhook whose topic goes, whose receiver can't take a change, or that is changed into what can't be.</summary>
public class WebhookTroubleTests(SubscriptionServer subscriptions) : IClassFixture<SubscriptionServer>
{
    private ApiServer Server => subscriptions.Server;

    private Receiver Receiver => subscriptions.Receiver;

    [Fact]
    public async Task Topic_OnlyOneDeleted_PausesWithTheReasonAndGoesOnWhenDefinedAnew()
    {
        await Server.DefineAsync("lost-one", "party:BWA and party:ZMB");
        var (id, _) = await subscriptions.SubscribeAsync("lost-one", "/lost-one");
        await Server.TellAsync("lost-one-1", "Botswana", "Zambia", 3);
        await subscriptions.UntilAsync(id, health => SubscriptionServer.Position(health) == 1);
        using (await Server.SendAsync(HttpMethod.Delete, "/v1/topics/lost-one")) { }
        var paused = await subscriptions.UntilAsync(id, health => SubscriptionServer.Standing(health) == "paused");
        Assert.Equal(("topic-deleted", "The topic 'lost-one' was deleted."), (Text(paused, "reason"), Text(paused, "lastError")));
        var notice = JsonDocument.Parse((await Receiver.GotAsync("/lost-one", 2))[1].Body).RootElement;
        Assert.Equal(("aggregator.topic.deleted", "lost-one", $"urn:aggregator:subscription:{id}", 1),
            (Text(notice, "type"), Text(notice, "subject"), Text(notice, "source"), notice.GetProperty("data").GetProperty("position").GetInt64()));
        Assert.True(paused.GetProperty("positions")[0].GetProperty("deleted").GetBoolean());
        await Server.DefineAsync("lost-one", "party:BWA and party:NAM");
        await subscriptions.SendAsync(HttpMethod.Patch, $"/v1/subscriptions/{id}", """{"paused":false}""");
        await Server.TellAsync("lost-one-2", "Botswana", "Namibia", 9);
        var told = await subscriptions.UntilAsync(id, health => health.GetProperty("deliveredCount").GetInt64() >= 2);
        Assert.False(told.GetProperty("positions")[0].GetProperty("deleted").GetBoolean());
        var ids = Receiver.Of("/lost-one").Select(got => got["webhook-id"]).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Topics_SeveralWithABacklog_AreToldByTurns()
    {
        await Server.DefineAsync("turn-left", "party:CRI and party:PAN");
        await Server.DefineAsync("turn-right", "party:CRI and party:HND");
        for (var at = 1; at <= 3; at++)
        {
            await Server.TellAsync($"turn-left-{at}", "Costa Rica", "Panama", 6 * at);
            await Server.TellAsync($"turn-right-{at}", "Costa Rica", "Honduras", 6 * at);
        }
        await subscriptions.SubscribeAsync("turn-left turn-right", "/turns", new { after = 0 });
        var topics = (await Receiver.GotAsync("/turns", 6)).Select(got => got["webhook-id"].Split(':')[0]);
        Assert.Equal(["turn-left", "turn-right", "turn-left", "turn-right", "turn-left", "turn-right"], topics);
    }

    [Fact]
    public async Task Topic_OneOfTwoDeleted_IsMarkedAndTheOtherGoesOn()
    {
        await Server.DefineAsync("lost-left", "party:SEN and party:GMB");
        await Server.DefineAsync("lost-right", "party:SEN and party:GIN");
        var (id, _) = await subscriptions.SubscribeAsync("lost-left lost-right", "/lost-two");
        using (await Server.SendAsync(HttpMethod.Delete, "/v1/topics/lost-left")) { }
        var marked = await subscriptions.UntilAsync(id, health => health.GetProperty("positions")[0].GetProperty("deleted").GetBoolean());
        Assert.Equal(("active", "The topic 'lost-left' was deleted."), (SubscriptionServer.Standing(marked), Text(marked, "lastError")));
        await Server.TellAsync("lost-right-1", "Senegal", "Guinea", 3);
        Assert.Equal(2, (await Receiver.GotAsync("/lost-two", 2)).Count);
    }

    [Theory]
    [InlineData("""{"mode":"binary"}""", "application/json", "{"), InlineData("""{"batchSeconds":1}""", "application/cloudevents-batch+json", "[")]
    public async Task Topic_DeletedWhileTheReceiverIsAiling_IsToldUnderOneIdUntilItIsHeard(string mode, string mediaType, string begins)
    {
        var name = begins == "[" ? "lost-gathered" : "lost-binary";
        await Server.DefineAsync(name, "party:TCD and party:TGO");
        var count = 0;
        Receiver.On($"/{name}", (context, _) =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref count) == 1 ? 500 : 204;
            return Task.CompletedTask;
        });
        var (id, _) = await subscriptions.SubscribeAsync(name, $"/{name}", JsonSerializer.Deserialize<JsonElement>(mode));
        using (await Server.SendAsync(HttpMethod.Delete, $"/v1/topics/{name}")) { }
        await subscriptions.UntilAsync(id, health => SubscriptionServer.Standing(health) == "paused");
        var got = Receiver.Of($"/{name}").ToList();
        Assert.Equal([$"deleted:{id}:{name}:0", $"deleted:{id}:{name}:0"], got.Select(request => request["webhook-id"]));
        Assert.All(got, request => Assert.StartsWith(mediaType, request["Content-Type"], StringComparison.Ordinal));
        Assert.All(got, request => Assert.StartsWith(begins, System.Text.Encoding.UTF8.GetString(request.Body), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replay_BehindWhatTheReceiverCantTake_GoesOnAtOnce()
    {
        await Server.DefineAsync("hook-stuck", "party:AGO and party:COD");
        Receiver.On("/stuck", (context, body) =>
        {
            (context.Response.StatusCode, context.Response.Headers.RetryAfter) = context.Request.Headers["webhook-id"].ToString().EndsWith(":1", StringComparison.Ordinal) ? (500, "3600") : (204, "");
            return Task.CompletedTask;
        });
        var (id, _) = await subscriptions.SubscribeAsync("hook-stuck", "/stuck");
        await Server.TellAsync("hook-stuck-1", "Angola", "DR Congo", 3);
        await Server.TellAsync("hook-stuck-2", "Angola", "DR Congo", 13);
        await subscriptions.UntilAsync(id, health => health.GetProperty("failureCount").GetInt32() == 1);
        var moved = await subscriptions.SendAsync(HttpMethod.Post, $"/v1/subscriptions/{id}/replay", """{"topic":"hook-stuck","after":1}""");
        Assert.Equal((0, JsonValueKind.Null), (moved.GetProperty("health").GetProperty("failureCount").GetInt32(), moved.GetProperty("health").GetProperty("nextAttemptAt").ValueKind));
        await subscriptions.UntilAsync(id, health => SubscriptionServer.Position(health) == 2);
    }

    [Theory]
    [InlineData("""{"batchSeconds":5}""", """{"mode":"binary"}"""), InlineData("""{"mode":"binary"}""", """{"batchSeconds":5}""")]
    public async Task Patch_IntoGatheringInBinary_IsRefused(string made, string change)
    {
        await Server.DefineAsync("hook-mixed", "party:MOZ and party:MWI");
        var (id, _) = await subscriptions.SubscribeAsync("hook-mixed", "/mixed", JsonSerializer.Deserialize<JsonElement>(made));
        using var answer = await Server.SendAsync(HttpMethod.Patch, $"/v1/subscriptions/{id}", change);
        await Refusal.IsAsync(ProblemKind.InvalidSubscription, answer);
        using var both = await Server.SendAsync(HttpMethod.Patch, $"/v1/subscriptions/{id}", """{"mode":"binary","batchSeconds":0}""");
        Assert.Equal(HttpStatusCode.OK, both.StatusCode);
    }

    [Fact]
    public async Task Secret_MadeOrReplaced_IsKeptByNobodyOnTheWay()
    {
        await Server.DefineAsync("hook-kept", "party:MLT and party:CYP");
        using var made = await Server.PostAsync("/v1/subscriptions", $$"""{"topics":["hook-kept"],"url":"{{Receiver.At("/kept")}}"}""");
        var id = JsonDocument.Parse(await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("subscription").GetProperty("id").GetString();
        using var replaced = await Server.SendAsync(HttpMethod.Post, $"/v1/subscriptions/{id}/secret", "{}");
        Assert.All([made, replaced], answer => Assert.True(answer.Headers.CacheControl?.NoStore));
        var until = JsonDocument.Parse(await replaced.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("overlapUntil").GetDateTimeOffset();
        Assert.InRange(until - DateTimeOffset.UtcNow, TimeSpan.FromHours(23), TimeSpan.FromHours(24));
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
