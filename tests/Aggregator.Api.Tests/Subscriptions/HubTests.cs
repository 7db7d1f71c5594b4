using System.Net;
using System.Text;
using System.Text.Json;
using Aggregator.Http;
using Aggregator.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Aggregator.Subscriptions;

public class HubTests(SubscriptionServer subscriptions) : IClassFixture<SubscriptionServer>
{
    private const string FormType = "application/x-www-form-urlencoded";

    private ApiServer Server => subscriptions.Server;

    private Receiver Receiver => subscriptions.Receiver;

    [Theory]
    [InlineData("atom", "application/atom+xml", "Peru", "PER"), InlineData("rss", "application/rss+xml", "Chile", "CHL"), InlineData("json", "application/feed+json", "Bolivia", "BOL")]
    public async Task Subscriber_Confirmed_IsSentTheFeedsNewEntriesSigned(string extension, string type, string country, string code)
    {
        var (topic, path) = ($"hub-{extension}", $"/hub-{extension}?own=1");
        await Server.DefineAsync(topic, $"party:{code} and party:NZL");
        Confirm($"/hub-{extension}");
        var id = await SubscribeAsync(topic, extension, path, "&hub.secret=open+sesame&hub.lease_seconds=600");
        var health = await subscriptions.UntilAsync(id, health => SubscriptionServer.Standing(health) == "active");
        Assert.True(health.GetProperty("leaseUntil").GetDateTimeOffset() > DateTimeOffset.UtcNow.AddMinutes(9));
        await Server.TellAsync($"{topic}-1", country, "New Zealand", 3);
        var got = (await Receiver.GotAsync($"/hub-{extension}", 2))[1];
        Assert.Equal(("POST", $"{type}; charset=utf-8", "?own=1"), (got.Method, got["Content-Type"], got.Query));
        Assert.Equal(HubSignature.Of(HubAlgorithm.Sha256, "open sesame", got.Body), got["X-Hub-Signature"]);
        Assert.Equal($"<{Server.Address}v1/hub>; rel=\"hub\", <{Feed(topic, extension)}>; rel=\"self\"", got["Link"]);
        Assert.Contains("New Zealand", Encoding.UTF8.GetString(got.Body), StringComparison.Ordinal);
        await subscriptions.UntilAsync(id, health => SubscriptionServer.Position(health) == 1);
    }

    [Theory]
    [InlineData("", true), InlineData("?per=event", true), InlineData("?limit=5", false), InlineData("?before=9", false)]
    public async Task Feed_Read_NamesItsHubWhereThatServesIt(string query, bool isServed)
    {
        await Server.DefineAsync("hub-named", "party:MEX and party:BLZ");
        var feed = $"{Feed("hub-named", "atom")}{query}";
        using var answer = await Server.GetAsync($"/v1/topics/hub-named/feed.atom{query}");
        Assert.Equal(isServed ? $"<{feed}>; rel=\"self\", <{Server.Address}v1/hub>; rel=\"hub\"" : "", answer.Headers.TryGetValues("Link", out var links) ? string.Join(", ", links) : "");
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(isServed, body.Contains($"rel=\"hub\" href=\"{Server.Address}v1/hub\"", StringComparison.Ordinal));
        var form = $"hub.mode=subscribe&hub.topic={Uri.EscapeDataString(feed)}&hub.callback={Uri.EscapeDataString(Receiver.At("/named"))}";
        using var asked = await Server.PostAsync("/v1/hub", form, FormType);
        Assert.Equal(isServed ? HttpStatusCode.Accepted : HttpStatusCode.NotFound, asked.StatusCode);
    }

    [Fact]
    public async Task Subscriber_OfTheFeedPerEvent_IsSentEventsAndTheirTombstones()
    {
        await Server.DefineAsync("hub-events", "party:SUR and party:NZL");
        Confirm("/hub-events");
        var feed = $"{Feed("hub-events", "json")}?per=event";
        var form = $"hub.mode=subscribe&hub.topic={Uri.EscapeDataString(feed)}&hub.callback={Uri.EscapeDataString(Receiver.At("/hub-events"))}";
        using (var asked = await Server.PostAsync("/v1/hub", form, FormType)) Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        await subscriptions.UntilAsync(HubEndpoint.IdOf(feed, Receiver.At("/hub-events")).Value, health => SubscriptionServer.Standing(health) == "active");
        await Server.TellAsync("hub-events-1", "Suriname", "New Zealand", 3);
        var told = (await Receiver.GotAsync("/hub-events", 2))[1].Json;
        var item = Assert.Single(told.GetProperty("items").EnumerateArray()).GetProperty("id").GetString();
        Assert.Contains(":event:", item, StringComparison.Ordinal);
        Assert.Equal(feed, told.GetProperty("feed_url").GetString());
        using (await Server.SendAsync(HttpMethod.Delete, "/v1/articles/hub-events-1")) { }
        var gone = (await Receiver.GotAsync("/hub-events", 3))[2].Json;
        Assert.Equal(0, gone.GetProperty("items").GetArrayLength());
        Assert.Equal(item, Assert.Single(gone.GetProperty("_aggregator").GetProperty("deleted").EnumerateArray()).GetProperty("ref").GetString());
    }

    [Fact]
    public async Task Change_RecordedWhileTheCallbackIsAsked_IsTold()
    {
        await Server.DefineAsync("hub-meanwhile", "party:ECU and party:BOL");
        Receiver.On("/meanwhile", async (context, before) =>
        {
            if (before == 0) await Server.TellAsync("hub-meanwhile-1", "Ecuador", "Bolivia", 3);
            await EchoAsync(context);
        });
        var id = await SubscribeAsync("hub-meanwhile", "json", "/meanwhile");
        var told = (await Receiver.GotAsync("/meanwhile", 2))[1];
        Assert.Equal("POST", told.Method);
        Assert.Single(told.Json.GetProperty("items").EnumerateArray());
        await subscriptions.UntilAsync(id, health => SubscriptionServer.Position(health) == 1);
    }

    [Fact]
    public async Task Subscriber_NotConfirmed_IsForgotten()
    {
        await Server.DefineAsync("hub-forged", "party:THA and party:LAO");
        Receiver.On("/forged", (context, _) => context.Response.WriteAsync("what challenge?"));
        var id = await SubscribeAsync("hub-forged", "atom", "/forged");
        await Receiver.GotAsync("/forged", 1);
        await GoneAsync(id);
    }

    [Fact]
    public async Task Subscriber_Unsubscribes_IsToldNothingMore()
    {
        await Server.DefineAsync("hub-left", "party:VNM and party:KHM");
        Confirm("/left");
        var id = await SubscribeAsync("hub-left", "atom", "/left");
        await subscriptions.UntilAsync(id, health => SubscriptionServer.Standing(health) == "active");
        Assert.Equal(id, await SubscribeAsync("hub-left", "atom", "/left", mode: "unsubscribe"));
        var ended = await subscriptions.UntilAsync(id, health => SubscriptionServer.Standing(health) == "ended");
        Assert.Equal("unsubscribed", ended.GetProperty("reason").GetString());
        Confirm("/stays");
        var other = await SubscribeAsync("hub-left", "atom", "/stays");
        await subscriptions.UntilAsync(other, health => SubscriptionServer.Standing(health) == "active");
        await Server.TellAsync("hub-left-1", "Vietnam", "Cambodia", 3);
        // Once who still follows has it, who left would have it too.
        Assert.Equal("POST", (await Receiver.GotAsync("/stays", 2))[1].Method);
        Assert.DoesNotContain("POST", Receiver.Of("/left").Select(got => got.Method));
        Assert.Equal("hub-left", QueryHelpers.ParseQuery(Receiver.Of("/left")[1].Query)["hub.topic"].ToString().Split('/')[^2]);
    }

    [Fact]
    public async Task Lease_RunOut_EndsUnlessRenewed()
    {
        await Server.DefineAsync("hub-lease", "party:LKA and party:MDV");
        Confirm("/lease");
        var id = await SubscribeAsync("hub-lease", "atom", "/lease", "&hub.lease_seconds=1");
        var ended = await subscriptions.UntilAsync(id, health => SubscriptionServer.Standing(health) == "ended");
        Assert.Equal("expired", ended.GetProperty("reason").GetString());
        await SubscribeAsync("hub-lease", "atom", "/lease", "&hub.lease_seconds=600");
        var renewed = await subscriptions.UntilAsync(id, health => SubscriptionServer.Standing(health) == "active");
        Assert.Equal(JsonValueKind.Null, renewed.GetProperty("reason").ValueKind);
    }

    [Fact]
    public async Task Subscriber_AnswersGone_IsEnded()
    {
        await Server.DefineAsync("hub-gone", "party:NPL and party:BTN");
        Receiver.On("/hub-gone", (context, before) => before == 0 ? EchoAsync(context) : Task.FromResult(context.Response.StatusCode = 410));
        var id = await SubscribeAsync("hub-gone", "rss", "/hub-gone");
        await subscriptions.UntilAsync(id, health => SubscriptionServer.Standing(health) == "active");
        await Server.TellAsync("hub-gone-1", "Nepal", "Bhutan", 3);
        var ended = await subscriptions.UntilAsync(id, health => SubscriptionServer.Standing(health) == "ended");
        Assert.Equal("gone", ended.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Topic_Deleted_IsDenied()
    {
        await Server.DefineAsync("hub-denied", "party:MNG and party:KGZ");
        Confirm("/denied");
        var id = await SubscribeAsync("hub-denied", "atom", "/denied");
        await subscriptions.UntilAsync(id, health => SubscriptionServer.Standing(health) == "active");
        using var deleted = await Server.SendAsync(HttpMethod.Delete, "/v1/topics/hub-denied");
        var denied = QueryHelpers.ParseQuery((await Receiver.GotAsync("/denied", 2))[1].Query);
        Assert.Equal(("denied", "The topic was deleted."), (denied["hub.mode"].ToString(), denied["hub.reason"].ToString()));
        Assert.Equal("denied", (await subscriptions.UntilAsync(id, health => SubscriptionServer.Standing(health) == "ended")).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Subscribe_PrivateTopic_TakesItsCapabilityOrIsUnknown()
    {
        await Server.DefineAsync("hub-private", "party:ZMB and party:MWI");
        using var hidden = await Server.SendAsync(HttpMethod.Put, "/v1/topics/hub-private", """{"title":"t","question":"party:ZMB and party:MWI","private":true}""");
        using var made = await Server.PostAsync("/v1/topics/hub-private/capability", "{}");
        var token = JsonDocument.Parse(await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("token").GetString();
        Confirm("/private");
        foreach (var topic in new[] { Feed("hub-private", "atom"), $"{Feed("hub-private", "atom")}?token={new string('0', 64)}" })
        {
            using var refused = await Server.PostAsync("/v1/hub", $"hub.mode=subscribe&hub.topic={Uri.EscapeDataString(topic)}&hub.callback={Uri.EscapeDataString(Receiver.At("/private"))}", FormType);
            await Refusal.IsAsync(ProblemKind.UnknownTopic, refused);
        }
        Assert.Empty(Receiver.Of("/private"));
        var opened = $"{Feed("hub-private", "atom")}?token={token}";
        using var answer = await Server.PostAsync("/v1/hub", $"hub.mode=subscribe&hub.topic={Uri.EscapeDataString(opened)}&hub.callback={Uri.EscapeDataString(Receiver.At("/private"))}", FormType);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = HubEndpoint.IdOf(opened, Receiver.At("/private")).Value;
        await subscriptions.UntilAsync(id, health => SubscriptionServer.Standing(health) == "active");
        await Server.TellAsync("hub-private-1", "Zambia", "Malawi", 3);
        var got = await Receiver.GotAsync("/private", 2);
        Assert.Contains("Malawi", Encoding.UTF8.GetString(got[1].Body), StringComparison.Ordinal);
        // The subscriber hears its address to the letter; nobody else hears the capability in it.
        Assert.Equal(opened, QueryHelpers.ParseQuery(got[0].Query)["hub.topic"].ToString());
        Assert.EndsWith($"<{opened}>; rel=\"self\"", got[1]["Link"], StringComparison.Ordinal);
        await subscriptions.UntilAsync(id, health => SubscriptionServer.Position(health) == 1);
        foreach (var path in (string[])["/v1/subscriptions?limit=500", $"/v1/subscriptions/{id}", $"/v1/subscriptions/{id}/deliveries"])
        {
            var shown = (await Server.ReadAsync(path)).ToString();
            Assert.DoesNotContain(token!, shown, StringComparison.Ordinal);
            Assert.Equal(!path.EndsWith("/deliveries", StringComparison.Ordinal), shown.Contains($"{Feed("hub-private", "atom")}?token=***", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(false, false, "Gambia", "GMB"), InlineData(true, false, "Guinea", "GIN"), InlineData(true, true, "Ghana", "GHA")]
    public async Task Topic_MadePrivateOrItsCapabilityTakenAway_IsToldToNobodyWhoMayNotReadIt(bool hasCapability, bool keepsIt, string country, string code)
    {
        var topic = $"hub-turned-{hasCapability}-{keepsIt}".ToLowerInvariant();
        await Server.DefineAsync(topic, $"party:{code} and party:SEN");
        using var made = await Server.PostAsync($"/v1/topics/{topic}/capability", "{}");
        var token = JsonDocument.Parse(await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("token").GetString();
        Confirm($"/{topic}");
        var feed = Feed(topic, "atom") + (hasCapability ? $"?token={token}" : "");
        using var answer = await Server.PostAsync("/v1/hub", $"hub.mode=subscribe&hub.topic={Uri.EscapeDataString(feed)}&hub.callback={Uri.EscapeDataString(Receiver.At($"/{topic}"))}", FormType);
        var id = HubEndpoint.IdOf(feed, Receiver.At($"/{topic}")).Value;
        await subscriptions.UntilAsync(id, health => SubscriptionServer.Standing(health) == "active");
        using var hidden = await Server.SendAsync(HttpMethod.Put, $"/v1/topics/{topic}", JsonSerializer.Serialize(new Dictionary<string, object> { ["title"] = topic, ["question"] = $"party:{code} and party:SEN", ["private"] = true }));
        if (hasCapability && !keepsIt) (await Server.SendAsync(HttpMethod.Delete, $"/v1/topics/{topic}/capability")).Dispose();
        await Server.TellAsync($"{topic}-1", country, "Senegal", 3);
        var told = (await Receiver.GotAsync($"/{topic}", 2))[1];
        Assert.Equal(keepsIt ? "POST" : "GET", told.Method);
        if (!keepsIt) Assert.Equal("The topic is private.", QueryHelpers.ParseQuery(told.Query)["hub.reason"].ToString());
    }

    [Theory]
    [InlineData("", "invalid-subscription"), InlineData("hub.mode=dance&hub.topic=x", "invalid-subscription"), InlineData("hub.mode=subscribe", "invalid-subscription")]
    [InlineData("hub.mode=subscribe&hub.topic=FEED", "invalid-subscription"), InlineData("hub.mode=subscribe&hub.topic=FEED&hub.callback=mailto:a", "invalid-subscription")]
    [InlineData("hub.mode=subscribe&hub.topic=FEED&hub.callback=https://a.example/&hub.lease_seconds=soon", "invalid-subscription")]
    [InlineData("hub.mode=subscribe&hub.topic=https://other.example/v1/topics/hub-refused/feed.atom&hub.callback=https://a.example/", "unknown-topic")]
    [InlineData("hub.mode=publish&hub.url=https://other.example/feed", "unknown-topic"), InlineData("hub.mode=subscribe&hub.topic=FEED&hub.callback=http://10.0.0.1/", "refused-callback")]
    [InlineData("hub.mode=unsubscribe&hub.topic=FEED&hub.callback=https://a.example/", "unknown-subscription")]
    public async Task Post_WhatCantBe_IsRefusedByItsKind(string form, string kind)
    {
        await Server.DefineAsync("hub-refused", "party:AUS and party:FJI");
        using var answer = await Server.PostAsync("/v1/hub", form.Replace("FEED", Feed("hub-refused", "atom"), StringComparison.Ordinal), FormType);
        await Refusal.IsAsync(ProblemKind.All.Single(known => known.Name == kind), answer);
    }

    [Fact]
    public async Task Post_LongSecretOrOtherType_IsRefused()
    {
        await Server.DefineAsync("hub-secret", "party:TON and party:WSM");
        using var secret = await Server.PostAsync("/v1/hub", $"hub.mode=subscribe&hub.topic={Feed("hub-secret", "atom")}&hub.callback=https://a.example/&hub.secret={new string('x', 200)}", FormType);
        await Refusal.IsAsync(ProblemKind.InvalidSubscription, secret);
        using var json = await Server.PostAsync("/v1/hub", "{}");
        await Refusal.IsAsync(ProblemKind.UnsupportedMediaType, json);
        using var ping = await Server.PostAsync("/v1/hub", $"hub.mode=publish&hub.url={Feed("hub-secret", "atom")}", FormType);
        Assert.Equal(HttpStatusCode.Accepted, ping.StatusCode);
    }

    private string Feed(string topic, string extension) => $"{Server.Address}v1/topics/{topic}/feed.{extension}";

    private void Confirm(string path) => Receiver.On(path, (context, _) => HttpMethods.IsGet(context.Request.Method) ? EchoAsync(context) : Task.CompletedTask);

    private static Task EchoAsync(HttpContext context) => context.Response.WriteAsync(context.Request.Query["hub.challenge"].ToString());

    private async Task<string> SubscribeAsync(string topic, string extension, string path, string more = "", string mode = "subscribe")
    {
        var form = $"hub.mode={mode}&hub.topic={Uri.EscapeDataString(Feed(topic, extension))}&hub.callback={Uri.EscapeDataString(Receiver.At(path))}{more}";
        using var answer = await Server.PostAsync("/v1/hub", form, FormType);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return HubEndpoint.IdOf(Feed(topic, extension), Receiver.At(path)).Value;
    }

    private async Task GoneAsync(string id)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            using var answer = await Server.GetAsync($"/v1/subscriptions/{id}");
            if (answer.StatusCode == HttpStatusCode.NotFound) return;
            await pause.WaitForNextTickAsync(timeout.Token);
        }
    }
}
