using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Subscriptions;

public partial class WebhookTests(SubscriptionServer subscriptions) : IClassFixture<SubscriptionServer>
{
    private ApiServer Server => subscriptions.Server;

    private Receiver Receiver => subscriptions.Receiver;

    [Fact]
    public async Task Change_Structured_IsASignedCloudEvent()
    {
        await Server.DefineAsync("hook-structured", "party:PER and party:ECU");
        var (id, secret) = await subscriptions.SubscribeAsync("hook-structured", "/structured");
        await Server.TellAsync("hook-structured-1", "Peru", "Ecuador", 3);
        var got = Assert.Single(await Receiver.GotAsync("/structured", 1));
        Assert.Equal("application/cloudevents+json; charset=utf-8", got["Content-Type"]);
        var told = got.Json;
        Assert.Equal(("1.0", "hook-structured:1", "urn:aggregator:topic:hook-structured", "aggregator.entry.added", "application/json"),
            (Text(told, "specversion"), Plain(Text(told, "id")), Plain(Text(told, "source")), Text(told, "type"), Text(told, "datacontenttype")));
        var entry = (await Server.ReadAsync("/v1/topics/hook-structured/feed")).GetProperty("entries")[0];
        Assert.True(JsonElement.DeepEquals(entry, told.GetProperty("data")), $"{entry} {told}");
        Assert.Equal(Text(told, "id"), got["webhook-id"]);
        Assert.StartsWith($"{Text(told, "source")}:", $"urn:aggregator:topic:{got["webhook-id"]}", StringComparison.Ordinal);
        Assert.Equal(Sign(secret, got), got["webhook-signature"]);
        var health = await subscriptions.UntilAsync(id, health => SubscriptionServer.Position(health) == 1);
        Assert.Equal((1, "active"), (health.GetProperty("deliveredCount").GetInt32(), SubscriptionServer.Standing(health)));
        var log = (await Server.ReadAsync($"/v1/subscriptions/{id}/deliveries")).GetProperty("deliveries");
        var attempt = Assert.Single(log.EnumerateArray());
        Assert.Equal(("ok", 200, "hook-structured:1", "changes"),
            (Text(attempt, "outcome"), attempt.GetProperty("status").GetInt32(), Plain(Text(attempt, "messageId")), Text(attempt, "purpose")));
    }

    [Fact]
    public async Task Change_Binary_HasItsAttributesAsHeaders()
    {
        await Server.DefineAsync("hook-binary", "party:CHL and party:BOL");
        var (_, secret) = await subscriptions.SubscribeAsync("hook-binary", "/binary", new { mode = "binary" });
        await Server.TellAsync("hook-binary-1", "Chile", "Bolivia", 4);
        var got = Assert.Single(await Receiver.GotAsync("/binary", 1));
        Assert.Equal(("application/json; charset=utf-8", "1.0", "hook-binary:1", "urn:aggregator:topic:hook-binary", "aggregator.entry.added", "0000000000000000001"),
            (got["Content-Type"], got["ce-specversion"], Plain(got["ce-id"]), Plain(got["ce-source"]), got["ce-type"], got["ce-sequence"]));
        Assert.Equal("hook-binary", Text(got.Json, "topic"));
        Assert.Equal(Sign(secret, got), got["webhook-signature"]);
    }

    [Fact]
    public async Task Receiver_FailsTwice_IsToldTheSameAgainAndEverythingInOrder()
    {
        await Server.DefineAsync("hook-order", "party:URY and party:PRY");
        Receiver.OnStatus("/order", 503, 500, 200);
        var (id, _) = await subscriptions.SubscribeAsync("hook-order", "/order");
        for (var day = 1; day <= 3; day++) await Server.TellAsync($"hook-order-{day}", "Uruguay", "Paraguay", day * 6);
        await subscriptions.UntilAsync(id, health => SubscriptionServer.Position(health) == 3);
        Assert.Equal(["hook-order:1", "hook-order:1", "hook-order:1", "hook-order:2", "hook-order:3"], Receiver.Of("/order").Select(got => Plain(got["webhook-id"])));
        var log = (await Server.ReadAsync($"/v1/subscriptions/{id}/deliveries?limit=10")).GetProperty("deliveries").EnumerateArray().Reverse().ToList();
        Assert.Equal(["http-503", "http-500", "ok", "ok", "ok"], log.Select(attempt => Text(attempt, "outcome")));
        Assert.Equal([1, 2, 3, 1, 1], log.Select(attempt => attempt.GetProperty("ordinal").GetInt32()));
    }

    [Fact]
    public async Task Receiver_AnswersGone_IsPausedAtOnceAndGoesOnWhenResumed()
    {
        await Server.DefineAsync("hook-gone", "party:GTM and party:HND");
        Receiver.OnStatus("/gone", 410, 204);
        var (id, _) = await subscriptions.SubscribeAsync("hook-gone", "/gone");
        await Server.TellAsync("hook-gone-1", "Guatemala", "Honduras", 5);
        var paused = await subscriptions.UntilAsync(id, health => SubscriptionServer.Standing(health) == "paused");
        Assert.Equal(("gone", 1), (Text(paused, "reason"), Receiver.Of("/gone").Count));
        await subscriptions.SendAsync(HttpMethod.Patch, $"/v1/subscriptions/{id}", """{"paused":false}""");
        await subscriptions.UntilAsync(id, health => SubscriptionServer.Position(health) == 1);
        Assert.Equal(2, Receiver.Of("/gone").Count);
    }

    [Fact]
    public async Task Receiver_FailsThroughTheWholeSchedule_IsPausedWithTheReason()
    {
        await Server.DefineAsync("hook-dead", "party:NIC and party:SLV");
        Receiver.OnStatus("/dead", 500);
        var (id, _) = await subscriptions.SubscribeAsync("hook-dead", "/dead");
        await Server.TellAsync("hook-dead-1", "Nicaragua", "El Salvador", 5);
        var paused = await subscriptions.UntilAsync(id, health => SubscriptionServer.Standing(health) == "paused");
        Assert.Equal(("gave-up", "The receiver answered 500.", 4, 0L),
            (Text(paused, "reason"), Text(paused, "lastError"), Receiver.Of("/dead").Count, SubscriptionServer.Position(paused)));
    }

    [Fact]
    public async Task Receiver_AsksForPatienceOrRedirects_IsLeftAloneAndNotFollowed()
    {
        await Server.DefineAsync("hook-busy", "party:CUB and party:HTI");
        Receiver.On("/busy", (context, _) =>
        {
            (context.Response.StatusCode, context.Response.Headers.RetryAfter, context.Response.Headers.Location) = (302, "3600", Receiver.At("/elsewhere"));
            return Task.CompletedTask;
        });
        var (id, _) = await subscriptions.SubscribeAsync("hook-busy", "/busy");
        await Server.TellAsync("hook-busy-1", "Cuba", "Haiti", 5);
        var health = await subscriptions.UntilAsync(id, health => health.GetProperty("failureCount").GetInt32() == 1);
        Assert.True(health.GetProperty("nextAttemptAt").GetDateTimeOffset() - health.GetProperty("lastAttemptAt").GetDateTimeOffset() >= TimeSpan.FromHours(1));
        Assert.Empty(Receiver.Of("/elsewhere"));
        Assert.Contains("redirects are not followed", Text(health, "lastError"), StringComparison.Ordinal);
        await subscriptions.SendAsync(HttpMethod.Delete, $"/v1/subscriptions/{id}");
    }

    [Fact]
    public async Task Secret_Rotated_BothSignForTheOverlap()
    {
        await Server.DefineAsync("hook-rotated", "party:DZA and party:TUN");
        var (id, before) = await subscriptions.SubscribeAsync("hook-rotated", "/rotated");
        var rotated = await subscriptions.SendAsync(HttpMethod.Post, $"/v1/subscriptions/{id}/secret", """{"overlapSeconds":3600}""");
        var after = Text(rotated, "secret")!;
        Assert.NotEqual(before, after);
        await subscriptions.SendAsync(HttpMethod.Post, $"/v1/subscriptions/{id}/ping");
        var overlapping = Receiver.Of("/rotated")[0];
        Assert.Equal($"{Sign(after, overlapping)} {Sign(before, overlapping)}", overlapping["webhook-signature"]);
        var own = "whsec_" + Convert.ToBase64String(new byte[32]);
        Assert.Equal(own, Text(await subscriptions.SendAsync(HttpMethod.Post, $"/v1/subscriptions/{id}/secret", $$"""{"secret":"{{own}}","overlapSeconds":0}"""), "secret"));
        await subscriptions.SendAsync(HttpMethod.Post, $"/v1/subscriptions/{id}/ping");
        Assert.Equal(Sign(own, Receiver.Of("/rotated")[1]), Receiver.Of("/rotated")[1]["webhook-signature"]);
        foreach (var secret in (string[])[before, after, own])
            Assert.DoesNotContain(secret, (await Server.ReadAsync($"/v1/subscriptions/{id}")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_FromTheStart_TellsAllAgainUnderTheSameIds()
    {
        await Server.DefineAsync("hook-replay", "party:MLI and party:NER");
        await Server.TellAsync("hook-replay-1", "Mali", "Niger", 4);
        await Server.TellAsync("hook-replay-2", "Mali", "Niger", 14);
        var (id, _) = await subscriptions.SubscribeAsync("hook-replay", "/replay", new { after = 0 });
        await subscriptions.UntilAsync(id, health => SubscriptionServer.Position(health) == 2);
        await subscriptions.SendAsync(HttpMethod.Post, $"/v1/subscriptions/{id}/replay", """{"topic":"hook-replay","after":0}""");
        var got = await Receiver.GotAsync("/replay", 4);
        Assert.Equal(["hook-replay:1", "hook-replay:2", "hook-replay:1", "hook-replay:2"], got.Select(one => Plain(one["webhook-id"])));
        Assert.Equal(got[0].Body, got[2].Body);
    }

    [Fact]
    public async Task Ping_Test_AnswersWhatCameOfIt()
    {
        await Server.DefineAsync("hook-ping", "party:GHA and party:TGO");
        var (id, secret) = await subscriptions.SubscribeAsync("hook-ping", "/ping");
        Receiver.OnStatus("/ping", 202, 418);
        var well = await subscriptions.SendAsync(HttpMethod.Post, $"/v1/subscriptions/{id}/ping");
        var ill = await subscriptions.SendAsync(HttpMethod.Post, $"/v1/subscriptions/{id}/ping");
        Assert.Equal(("ok", 202, "http-418"), (Text(well, "outcome"), well.GetProperty("status").GetInt32(), Text(ill, "outcome")));
        var got = Receiver.Of("/ping")[0];
        Assert.Equal(("aggregator.ping", id), (Text(got.Json, "type"), Text(got.Json.GetProperty("data"), "subscription")));
        Assert.Equal(Sign(secret, got), got["webhook-signature"]);
        Assert.Equal("active", SubscriptionServer.Standing(await subscriptions.HealthAsync(id)));
    }

    [Fact]
    public async Task Filter_OfChanges_LeavesOutTheOthers()
    {
        await Server.DefineAsync("hook-filter", "party:SDN and party:TCD");
        var (id, _) = await subscriptions.SubscribeAsync("hook-filter", "/filter", new { changes = (string[])["retracted"] });
        await Server.TellAsync("hook-filter-1", "Sudan", "Chad", 7);
        await subscriptions.UntilAsync(id, health => SubscriptionServer.Position(health) == 1);
        using var withdrawn = await Server.SendAsync(HttpMethod.Delete, "/v1/articles/hook-filter-1");
        var got = Assert.Single(await Receiver.GotAsync("/filter", 1));
        Assert.Equal("aggregator.entry.retracted", Text(got.Json, "type"));
    }

    [Fact]
    public async Task Batch_Window_GathersChangesIntoOneRequest()
    {
        await Server.DefineAsync("hook-batch", "party:KEN and party:UGA");
        await Server.TellAsync("hook-batch-1", "Kenya", "Uganda", 4);
        await Server.TellAsync("hook-batch-2", "Kenya", "Uganda", 14);
        Receiver.OnStatus("/batch", 500, 200);
        var (id, secret) = await subscriptions.SubscribeAsync("hook-batch", "/batch", new { after = 0, batchSeconds = 1 });
        await subscriptions.UntilAsync(id, health => SubscriptionServer.Position(health) == 2);
        var got = Receiver.Of("/batch");
        Assert.Equal(["hook-batch:1-2", "hook-batch:1-2"], got.Select(one => Plain(one["webhook-id"])));
        Assert.Equal("application/cloudevents-batch+json; charset=utf-8", got[1]["Content-Type"]);
        Assert.Equal(["hook-batch:1", "hook-batch:2"], got[1].Json.EnumerateArray().Select(one => Plain(Text(one, "id"))));
        Assert.Equal(Sign(secret, got[1]), got[1]["webhook-signature"]);
    }

    [Fact]
    public async Task Topics_Several_AreEachToldInOrder()
    {
        await Server.DefineAsync("hook-left", "party:FIN and party:EST");
        await Server.DefineAsync("hook-right", "party:LVA and party:LTU");
        var (id, _) = await subscriptions.SubscribeAsync("hook-left hook-right", "/several");
        await Server.TellAsync("hook-left-1", "Finland", "Estonia", 4);
        await Server.TellAsync("hook-right-1", "Latvia", "Lithuania", 5);
        await Server.TellAsync("hook-left-2", "Finland", "Estonia", 16);
        var got = await Receiver.GotAsync("/several", 3);
        Assert.Equal(["hook-left:1", "hook-left:2"], got.Select(one => Plain(one["webhook-id"])).Where(name => name!.StartsWith("hook-left", StringComparison.Ordinal)));
        await subscriptions.SendAsync(HttpMethod.Patch, $"/v1/subscriptions/{id}", """{"topics":["hook-right"],"paused":true}""");
        var health = await subscriptions.HealthAsync(id);
        Assert.Equal(("hook-right", "paused", "asked"),
            (Text(Assert.Single(health.GetProperty("positions").EnumerateArray()), "topic"), SubscriptionServer.Standing(health), Text(health, "reason")));
    }

    /// <summary>An id without the moment of its topic's creation, which tells it from those of other servers.</summary>
    private static string? Plain(string? id) => id is null ? null : Creation().Replace(id, "");

    [GeneratedRegex(@":\d{8}T\d{9}")]
    private static partial Regex Creation();

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    /// <summary>What a receiver would compute, by the text of the specification.</summary>
    private static string Sign(string secret, Received got)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        Assert.InRange(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - long.Parse(got["webhook-timestamp"], CultureInfo.InvariantCulture), 0, 60);
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{got["webhook-id"]}.{got["webhook-timestamp"]}.{Encoding.UTF8.GetString(got.Body)}")));
    }
}
