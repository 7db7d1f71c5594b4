using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Aggregator.Access;
using Aggregator.Http;
using Aggregator.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Aggregator.Subscriptions;

/// <summary>The hub of a server that lets nobody read without a key: who lost what let it in is told nothing more.</summary>
public sealed class HubAccessTests(LockedServer locked) : IClassFixture<LockedServer>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private Receiver _receiver = null!;

    public async ValueTask InitializeAsync() => _receiver = await Receiver.StartAsync();

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    [Theory]
    [InlineData("revoked", false, "Norway", "NOR"), InlineData("revoked", true, "Sweden", "SWE"), InlineData("rotated", false, "Finland", "FIN")]
    public async Task Key_RevokedOrRotated_IsDeniedInPlaceOfTheNextChange(string how, bool isPrivate, string country, string code)
    {
        var topic = await DefineAsync($"key-{how}-{code.ToLowerInvariant()}", code, isPrivate);
        var key = await locked.MakeKeyAsync("reader", "read");
        var (id, token) = (key.GetProperty("id").GetString(), key.GetProperty("token").GetString());
        var subscription = await SubscribedAsync(topic, Feed(topic), token);
        await TellAsync($"{topic}-1", country, 3);
        Assert.Equal("POST", (await _receiver.GotAsync($"/{topic}", 2))[1].Method);
        using (var ended = how == "revoked"
            ? await locked.SendAsync(HttpMethod.Delete, $"/v1/keys/{id}", locked.First)
            : await locked.SendAsync(HttpMethod.Post, $"/v1/keys/{id}/rotate", locked.First, """{"overlapSeconds":0}""")) Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        await IsDeniedAsync(topic, subscription, country, before: 2);
    }

    [Fact]
    public async Task Key_Rotated_IsToldWhileTheOldSecretWorks()
    {
        var topic = await DefineAsync("key-overlap", "DNK", isPrivate: true);
        var key = await locked.MakeKeyAsync("reader", "read");
        await SubscribedAsync(topic, Feed(topic), key.GetProperty("token").GetString());
        using (var rotated = await locked.SendAsync(HttpMethod.Post, $"/v1/keys/{key.GetProperty("id").GetString()}/rotate", locked.First, """{"overlapSeconds":3600}"""))
            Assert.Equal(HttpStatusCode.OK, rotated.StatusCode);
        await TellAsync($"{topic}-1", "Denmark", 3);
        Assert.Equal("POST", (await _receiver.GotAsync($"/{topic}", 2))[1].Method);
    }

    [Theory]
    [InlineData("deleted", null, "Iceland", "ISL"), InlineData("replaced", null, "Ireland", "IRL"), InlineData("deleted", "ingest", "Portugal", "PRT")]
    public async Task Capability_TakenAwayOfATopicThatIsNotPrivate_IsDeniedInPlaceOfTheNextChange(string how, string? scope, string country, string code)
    {
        var topic = await DefineAsync($"capability-{how}-{code.ToLowerInvariant()}", code, isPrivate: false);
        var made = await LockedServer.ReadAsync(await locked.SendAsync(HttpMethod.Post, $"/v1/topics/{topic}/capability", locked.First, "{}"));
        var feed = $"{Feed(topic)}?token={made.GetProperty("token").GetString()}";
        // What a key may not, a key that may only hand in does not add.
        var subscription = await SubscribedAsync(topic, feed, scope is null ? null : await locked.MakeTokenAsync("importer", scope));
        await TellAsync($"{topic}-1", country, 3);
        Assert.Equal("POST", (await _receiver.GotAsync($"/{topic}", 2))[1].Method);
        using (var taken = how == "deleted"
            ? await locked.SendAsync(HttpMethod.Delete, $"/v1/topics/{topic}/capability", locked.First)
            : await locked.SendAsync(HttpMethod.Post, $"/v1/topics/{topic}/capability", locked.First, """{"overlapSeconds":0}""")) Assert.True(taken.IsSuccessStatusCode);
        await IsDeniedAsync(topic, subscription, country, before: 2);
    }

    [Theory]
    [InlineData("ingest"), InlineData(null)]
    public async Task Subscribe_WithoutWhatMayRead_IsRefused(string? scope)
    {
        var topic = await DefineAsync($"unread-{scope ?? "nobody"}", "LUX", isPrivate: false);
        using var answer = await AskAsync(topic, Feed(topic), scope is null ? null : await locked.MakeTokenAsync("importer", scope));
        await Refusal.IsAsync(ProblemKind.UnknownTopic, answer);
        Assert.Empty(_receiver.Of($"/{topic}"));
    }

    [Fact]
    public async Task Lease_OfWhoCameByATokenOrKeyThatEnds_EndsWithIt()
    {
        var topic = await DefineAsync("lease-ends", "LUX", isPrivate: true);
        var id = await SubscribedAsync(topic, Feed(topic), JwtTests.Token("read"), "&hub.lease_seconds=800000");
        Assert.InRange(Lease(0), 400, 600);
        Assert.True((await HealthAsync(id)).GetProperty("leaseUntil").GetDateTimeOffset() <= DateTimeOffset.UtcNow.AddMinutes(10));
        var ends = DateTimeOffset.UtcNow.AddMinutes(30).ToString("O", CultureInfo.InvariantCulture);
        using (var renewed = await AskAsync(topic, Feed(topic), await locked.MakeTokenAsync("guest", "read", $",\"expiresAt\":\"{ends}\""))) Assert.Equal(HttpStatusCode.Accepted, renewed.StatusCode);
        await _receiver.GotAsync($"/{topic}", 2);
        Assert.InRange(Lease(1), 1_600, 1_800);

        long Lease(int request) => long.Parse(QueryHelpers.ParseQuery(_receiver.Of($"/{topic}")[request].Query)["hub.lease_seconds"].ToString(), CultureInfo.InvariantCulture);
    }

    private async Task IsDeniedAsync(string topic, string subscription, string country, int before)
    {
        await TellAsync($"{topic}-2", country, 9);
        var told = (await _receiver.GotAsync($"/{topic}", before + 1))[before];
        Assert.Equal(("GET", "denied"), (told.Method, QueryHelpers.ParseQuery(told.Query)["hub.mode"].ToString()));
        Assert.Equal("denied", (await UntilAsync(subscription, "ended")).GetProperty("reason").GetString());
        Assert.Equal(before + 1, _receiver.Of($"/{topic}").Count);
    }

    private string Feed(string topic) => $"{locked.Server.Address}v1/topics/{topic}/feed.atom";

    private async Task<string> DefineAsync(string topic, string code, bool isPrivate)
    {
        var body = JsonSerializer.Serialize(new Dictionary<string, object> { ["title"] = topic, ["question"] = $"party:{code} and party:BEL", ["private"] = isPrivate });
        using var answer = await locked.SendAsync(HttpMethod.Put, $"/v1/topics/{topic}", locked.First, body);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        return topic;
    }

    private async Task TellAsync(string id, string country, int day)
    {
        using var answer = await locked.SendAsync(HttpMethod.Post, "/v1/articles", locked.First, ApiServer.Call(id, country, "Belgium", day));
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
    }

    private Task<HttpResponseMessage> AskAsync(string topic, string feed, string? token, string more = "")
    {
        _receiver.On($"/{topic}", (context, _) => HttpMethods.IsGet(context.Request.Method) ? context.Response.WriteAsync(context.Request.Query["hub.challenge"].ToString()) : Task.CompletedTask);
        var form = $"hub.mode=subscribe&hub.topic={Uri.EscapeDataString(feed)}&hub.callback={Uri.EscapeDataString(_receiver.At($"/{topic}"))}{more}";
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/hub") { Content = new StringContent(form, MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded")) };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return locked.Server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<string> SubscribedAsync(string topic, string feed, string? token, string more = "")
    {
        using var answer = await AskAsync(topic, feed, token, more);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var id = HubEndpoint.IdOf(feed, _receiver.At($"/{topic}")).Value;
        await UntilAsync(id, "active");
        return id;
    }

    private async Task<JsonElement> HealthAsync(string id) =>
        (await LockedServer.ReadAsync(await locked.GetAsync($"/v1/subscriptions/{id}", locked.First))).GetProperty("health");

    private async Task<JsonElement> UntilAsync(string id, string standing)
    {
        var began = Stopwatch.GetTimestamp();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            var health = await HealthAsync(id);
            if (SubscriptionServer.Standing(health) == standing) return health;
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, $"{health}");
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
