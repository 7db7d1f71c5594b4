using System.Net;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Access;
using Aggregator.Http;
using Aggregator.Serving;
using Aggregator.Store;
using Aggregator.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Aggregator.Intake;

/// <summary>One server's source is another's topic feed; and what hubs that are not ours may send.</summary>
public sealed class PushTests(PushingServers servers, LockedServer locked) : IClassFixture<PushingServers>, IClassFixture<LockedServer>
{
    private const string AtomType = "application/atom+xml";

    private ApiServer Reader => servers.Reader;

    [Theory]
    [InlineData("atom", "Peru", "PER"), InlineData("rss", "Chile", "CHL"), InlineData("json", "Bolivia", "BOL")]
    public async Task Source_AnothersTopicFeed_IsPushedByItsHubWithoutAPoll(string extension, string country, string code)
    {
        var topic = $"pushed-{extension}";
        await servers.Writer.DefineAsync(topic, $"party:{code} and party:NZL");
        await servers.PutAsync(topic, new Uri(servers.Writer.Address, $"v1/topics/{topic}/feed.{extension}").AbsoluteUri);
        var active = await servers.UntilAsync(topic, health => PushingServers.Standing(health) == "active");
        await servers.Writer.TellAsync($"{topic}-1", country, "New Zealand", 3);
        var pushed = await servers.UntilAsync(topic, health => health.GetProperty("push").GetProperty("pushCount").GetInt64() == 1);
        Assert.Equal(1, pushed.GetProperty("articleCount").GetInt64());
        Assert.Equal(active.GetProperty("lastPollAt").GetString(), pushed.GetProperty("lastPollAt").GetString());
        Assert.True(pushed.GetProperty("push").GetProperty("lastPushAt").GetDateTimeOffset() >= active.GetProperty("push").GetProperty("since").GetDateTimeOffset());
        var item = (await servers.Writer.ReadAsync($"/v1/topics/{topic}/feed.json")).GetProperty("items")[0];
        var article = await Reader.Services.GetRequiredService<IStore>()
            .ReadArticleAsync(ArticleIdentity.Of(SourceId.Parse(topic), item.GetProperty("id").GetString()!), TestContext.Current.CancellationToken);
        Assert.Contains(country, article!.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_Deleted_UnsubscribesAtTheHub()
    {
        await servers.Writer.DefineAsync("left", "party:FRA and party:ITA");
        await servers.PutAsync("left", new Uri(servers.Writer.Address, "v1/topics/left/feed.atom").AbsoluteUri);
        await servers.UntilAsync("left", health => PushingServers.Standing(health) == "active");
        using var deleted = await Reader.SendAsync(HttpMethod.Delete, "/v1/sources/left");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await servers.EndedAsync("left", "unsubscribed");
    }

    [Fact]
    public async Task Source_SwitchedOff_UnsubscribesAtTheHubAndComesBackWhenSwitchedOn()
    {
        await servers.Writer.DefineAsync("off", "party:ESP and party:PRT");
        var feed = new Uri(servers.Writer.Address, "v1/topics/off/feed.atom").AbsoluteUri;
        await servers.PutAsync("off", feed);
        await servers.UntilAsync("off", health => PushingServers.Standing(health) == "active");
        await servers.PutAsync("off", feed, enabled: false);
        await servers.EndedAsync("off", "unsubscribed");
        Assert.Null(PushingServers.Standing((await Reader.ReadAsync("/v1/sources/off")).GetProperty("health")));
        await servers.PutAsync("off", feed);
        await servers.UntilAsync("off", health => PushingServers.Standing(health) == "active");
    }

    [Fact]
    public async Task Push_NotSignedAsAgreed_IsAnsweredAlikeAndCounted()
    {
        var (callback, secret) = await servers.SubscribeAsync("forged");
        var document = Feed("forged-1");
        foreach (var signature in new[] { null, "", "sha256=00", HubSignature.Of(HubAlgorithm.Sha256, "another secret", document), $"sha1={Convert.ToHexStringLower(Sha1(secret, document))}", HubSignature.Of(HubAlgorithm.Sha256, secret, Feed("forged-2")) })
            Assert.Equal(HttpStatusCode.Accepted, await servers.PushAsync(callback, document, signature));
        var health = (await Reader.ReadAsync("/v1/sources/forged")).GetProperty("health");
        Assert.Equal((0, 6, 0), (health.GetProperty("articleCount").GetInt64(), health.GetProperty("push").GetProperty("unverifiedCount").GetInt64(), health.GetProperty("push").GetProperty("pushCount").GetInt64()));
        foreach (var algorithm in Enum.GetValues<HubAlgorithm>())
            Assert.Equal(HttpStatusCode.Accepted, await servers.PushAsync(callback, Feed($"signed-{algorithm}"), HubSignature.Of(algorithm, secret, Feed($"signed-{algorithm}"))));
        Assert.Equal(3, (await Reader.ReadAsync("/v1/sources/forged")).GetProperty("health").GetProperty("articleCount").GetInt64());
    }

    [Fact]
    public async Task Hub_AsksWhatWasNotAskedFor_IsAnsweredWith404()
    {
        var (callback, _) = await servers.SubscribeAsync("asked");
        var topic = servers.Hub.At("/asked");
        string[] questions =
        [
            $"?hub.mode=unsubscribe&hub.topic={topic}&hub.challenge=c", $"?hub.mode=subscribe&hub.topic={topic}x&hub.challenge=c&hub.lease_seconds=60", $"?hub.mode=subscribe&hub.topic={topic}&hub.lease_seconds=60",
            $"?hub.mode=dance&hub.topic={topic}&hub.challenge=c", "", $"?hub.mode=subscribe&hub.topic={topic}&hub.challenge={new string('c', 3_000)}",
        ];
        foreach (var question in questions)
        {
            using var answer = await Reader.GetAsync(callback + question);
            await Refusal.IsAsync(ProblemKind.UnknownPush, answer);
        }
        using var elsewhere = await Reader.GetAsync($"{callback}0?hub.mode=subscribe&hub.topic={topic}&hub.challenge=c&hub.lease_seconds=60");
        await Refusal.IsAsync(ProblemKind.UnknownPush, elsewhere);
        using var known = await Reader.GetAsync($"{callback}?hub.mode=subscribe&hub.topic={topic}&hub.challenge=%3Cb%3E&hub.lease_seconds=60&hub.own=1");
        Assert.Equal(("<b>", "text/plain", "nosniff"), (await known.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), known.Content.Headers.ContentType?.MediaType, string.Join("", known.Headers.GetValues("X-Content-Type-Options"))));
    }

    [Fact]
    public async Task Push_ToNobodyOrTooLarge_IsRefused()
    {
        var (callback, secret) = await servers.SubscribeAsync("bounded");
        foreach (var path in new[] { $"{callback}0", "/v1/push/bounded/x", "/v1/push/no-such-source/x" })
        {
            using var nobody = await Reader.PostAsync(path, "<feed/>", AtomType);
            await Refusal.IsAsync(ProblemKind.EndedPush, nobody);
        }
        using var invalid = await Reader.PostAsync("/v1/push/No_Source/x", "<feed/>", AtomType);
        await Refusal.IsAsync(ProblemKind.InvalidId, invalid);
        using var large = await Reader.PostAsync(callback, new string(' ', 70_000), AtomType);
        await Refusal.IsAsync(ProblemKind.TooLarge, large);
        using var put = await Reader.SendAsync(HttpMethod.Put, callback, "<feed/>", AtomType);
        await Refusal.IsAsync(ProblemKind.MethodNotAllowed, put);
        foreach (var type in new[] { "text/xml", "application/json", "" })
        {
            using var taken = await Reader.PostAsync(callback, "<feed/>", type);
            Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        }
        Assert.Equal(HttpStatusCode.Accepted, await servers.PushAsync(callback, [], HubSignature.Of(HubAlgorithm.Sha256, secret, [])));
    }

    [Fact]
    public async Task Callback_OnAServerThatWantsKeys_NeedsNone()
    {
        using var asked = await locked.GetAsync("/v1/push/herald/0123?hub.mode=subscribe&hub.topic=https://herald.example/f&hub.challenge=c", token: null);
        await Refusal.IsAsync(ProblemKind.UnknownPush, asked);
        using var pushed = await locked.SendAsync(HttpMethod.Post, "/v1/push/herald/0123", token: null, "{}");
        await Refusal.IsAsync(ProblemKind.EndedPush, pushed);
    }

    private static byte[] Feed(string id) => Encoding.UTF8.GetBytes(
        $"<feed xmlns='http://www.w3.org/2005/Atom'><title>F</title><id>f</id><entry><id>{id}</id><title>Fiji and Tonga speak</title><updated>2026-09-01T00:00:00Z</updated><content>Of {id}.</content></entry></feed>");

    /// <summary>What hubs still sign with that follow an older rule.</summary>
    private static byte[] Sha1(string secret, byte[] body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
