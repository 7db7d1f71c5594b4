using System.Text;
using Aggregator.Subscriptions;
using Orleans.Concurrency;
using Xunit;

namespace Aggregator.Intake;

/// <summary>A source and the hub that its feed names, here a test's own: what it may do to us.</summary>
public sealed class SourcePushTests : IAsyncLifetime
{
    private const string Source = "herald";
    private PollingSilo _silo = null!;
    // Made when they are first asked for, and more than once.
    private readonly List<SourceOptions> _options = [];
    private string? _address = "https://news.example.org/aggregator/";
    private FakeHub _hub = null!;

    private LoopbackSite Site => _silo.Site;

    public async ValueTask InitializeAsync()
    {
        _silo = await PollingSilo.StartAsync(options =>
        {
            (options.CallbackUrl, options.PushConfirmSeconds) = (_address, 1);
            _options.Add(options);
        });
        _hub = new FakeHub(Site, "/hub");
        Site.OnText("/f", Atom("1"), headers: response => response.Headers.Link = _hub.Links("/f"));
    }

    public async ValueTask DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task Confirmed_Hub_PushesIntoTheSameInboxAndTheFeedIsPolledSeldom()
    {
        var asked = await SubscribeAsync();
        await ConfirmAsync(asked);
        Assert.StartsWith("https://news.example.org/aggregator/v1/push/herald/", asked.Callback, StringComparison.Ordinal);
        var confirmed = await _silo.UntilAsync(Source, health => health.Push?.Standing == PushStanding.Active);
        // What fell between the first poll and the confirmation is polled for; then it is time for pushes.
        Assert.Equal(confirmed.LastPollAt!.Value.AddMinutes(5), confirmed.NextPollAt);
        Site.OnText("/f", Atom("2", "1"), headers: response => response.Headers.Link = _hub.Links("/f"));
        var polled = await _silo.PollAsync(Source);
        Assert.Equal((PushStanding.Active, 2L), (polled.Push!.Standing, polled.ArticleCount));
        Assert.True(polled.NextPollAt >= polled.LastPollAt!.Value.AddHours(6));
        Assert.Equal(PushOutcome.Taken, await PushAsync(asked, Atom("3", "2")));
        Assert.Equal(PushOutcome.Taken, await PushAsync(asked, Atom("3")));
        var pushed = (await _silo.Source(Source).ReadStatusAsync())!.Health;
        Assert.Equal((3L, 2L, polled.LastPollAt), (pushed.ArticleCount, pushed.Push!.PushCount, pushed.LastPollAt));
        Assert.Equal(("Item 3", 1), ((await _silo.ReadArticleAsync(Source, "3"))!.Title, (await _silo.ReadArticleAsync(Source, "2"))!.Revision));
    }

    [Fact]
    public async Task Hub_WithoutAPublicAddressOfOurs_IsNotAskedAndHealthSaysWhy()
    {
        Move(null);
        var health = await _silo.PutAsync(Source, "/f");
        Assert.Equal((PushStanding.Unaddressed, Site.At("/hub").AbsoluteUri), (health.Push!.Standing, health.Push.Hub));
        Assert.Contains("Sources:CallbackUrl", health.Push.LastError, StringComparison.Ordinal);
        Assert.Empty(_hub.Requests);
        // Unchanged as the feed is, it is heard of once there is an address.
        Site.OnStatus("/f", 304);
        Move("https://news.example.org");
        await _silo.PollAsync(Source);
        await _hub.AskedAsync(1);
    }

    [Fact]
    public async Task Denied_Subscription_IsPolledAsUsualAtOnce()
    {
        var asked = await SubscribeAsync();
        await ConfirmAsync(asked);
        var slow = await _silo.PollAsync(Source);
        Assert.True(slow.NextPollAt >= slow.LastPollAt!.Value.AddHours(6));
        Assert.True(await _silo.Source(Source).AnswerHubAsync(new HubQuestion(asked.Token, "denied", asked.Topic, null, "No quota left.")));
        var denied = (await _silo.Source(Source).ReadStatusAsync())!.Health;
        Assert.Equal((PushStanding.Denied, "No quota left.", null, null), (denied.Push!.Standing, denied.Push.LastError, denied.Push.LeaseUntil, denied.Push.Since));
        Assert.Equal(slow.LastPollAt!.Value.AddMinutes(5), denied.NextPollAt);
        // Its address is worth nothing any more.
        Assert.Equal(PushOutcome.Unknown, await PushAsync(asked, Atom("9")));
        Assert.False(await ConfirmedAsync(asked, 60));
    }

    [Fact]
    public async Task Hub_ThatRefusesToBeAsked_IsAskedAgainLaterAndTheFeedPolledAsUsual()
    {
        _hub.Status = 503;
        await SubscribeAsync();
        var failed = await _silo.UntilAsync(Source, health => health.Push?.Standing == PushStanding.Failed);
        Assert.Contains("503", failed.Push!.LastError, StringComparison.Ordinal);
        var polled = await _silo.PollAsync(Source);
        Assert.True(polled.NextPollAt < polled.LastPollAt!.Value.AddHours(6));
    }

    [Fact]
    public async Task Hub_ThatDoesNotConfirm_IsAskedAgainUnderTheSameAddress()
    {
        var first = await SubscribeAsync();
        var second = (await _hub.AskedAsync(2))[1];
        Assert.Equal((first.Token, first.Secret), (second.Token, second.Secret));
        Assert.Contains("did not confirm", (await _silo.UntilAsync(Source, health => health.Push?.Standing == PushStanding.Failed)).Push!.LastError, StringComparison.Ordinal);
        // Late, but still what was asked for.
        await ConfirmAsync(first);
    }

    [Fact]
    public async Task Lease_AboutToEnd_IsRenewedAndOnceLostPolledAsUsual()
    {
        var asked = await SubscribeAsync();
        await ConfirmAsync(asked, leaseSeconds: 2);
        var renewal = (await _hub.AskedAsync(2))[1];
        Assert.Equal((asked.Token, asked.Secret, "subscribe"), (renewal.Token, renewal.Secret, renewal.Mode));
        Assert.True(await ConfirmedAsync(renewal, 2));
        var since = (await _silo.Source(Source).ReadStatusAsync())!.Health.Push!.Since;
        // The next is not confirmed.
        var lapsed = await _silo.UntilAsync(Source, health => health.Push?.Standing == PushStanding.Lapsed);
        Assert.Equal((null, null), (lapsed.Push!.LeaseUntil, lapsed.Push.Since));
        Assert.True(lapsed.NextPollAt <= lapsed.LastPollAt!.Value.AddMinutes(5));
        // Once the hub is back, all is as before.
        var again = (await _hub.AskedAsync(4))[3];
        await ConfirmAsync(again, leaseSeconds: 600);
        Assert.True((await _silo.Source(Source).ReadStatusAsync())!.Health.Push!.Since > since);
    }

    [Fact]
    public async Task Poll_FindsWhatTheHubDidNotPush_ItIsSilentUntilItPushesAgain()
    {
        var asked = await SubscribeAsync();
        await ConfirmAsync(asked);
        await _silo.PollAsync(Source);
        Site.OnText("/f", Atom("2", "1"), headers: response => response.Headers.Link = _hub.Links("/f"));
        var found = await _silo.PollAsync(Source);
        Assert.Equal(PushStanding.Silent, found.Push!.Standing);
        Assert.True(found.NextPollAt < found.LastPollAt!.Value.AddHours(6));
        Assert.Equal(PushOutcome.Taken, await PushAsync(asked, Atom("3")));
        Assert.Equal(PushStanding.Active, (await _silo.Source(Source).ReadStatusAsync())!.Health.Push!.Standing);
        var polled = await _silo.PollAsync(Source);
        Assert.True(polled.NextPollAt >= polled.LastPollAt!.Value.AddHours(6));
    }

    [Fact]
    public async Task Push_OfWhatIsNoFeedOrWantsPages_IsTakenForAHintToPollSoon()
    {
        var asked = await SubscribeAsync(definition => definition with { FetchPages = true });
        await ConfirmAsync(asked);
        var slow = await _silo.PollAsync(Source);
        Assert.True(slow.NextPollAt >= slow.LastPollAt!.Value.AddHours(6));
        Assert.Equal(PushOutcome.Hint, await PushAsync(asked, "update"));
        Assert.Equal(slow.LastPollAt!.Value.AddMinutes(5), (await _silo.Source(Source).ReadStatusAsync())!.Health.NextPollAt);
        var again = await _silo.PollAsync(Source);
        Assert.Equal(PushOutcome.Hint, await PushAsync(asked, Atom("2").Replace("<title>Item", $"<link href='{Site.At("/page")}'/><title>Item", StringComparison.Ordinal)));
        Assert.Equal((again.LastPollAt!.Value.AddMinutes(5), 1L), ((await _silo.Source(Source).ReadStatusAsync())!.Health.NextPollAt!.Value, again.ArticleCount));
    }

    [Fact]
    public async Task Restart_Silo_KeepsWhatTheHubWasTold()
    {
        var asked = await SubscribeAsync();
        await ConfirmAsync(asked);
        var before = (await _silo.Source(Source).ReadStatusAsync())!.Health.Push;
        await _silo.RestartAsync();
        Assert.Equal(PushOutcome.Taken, await PushAsync(asked, Atom("2")));
        var after = (await _silo.Source(Source).ReadStatusAsync())!.Health.Push!;
        Assert.Equal((before!.Since, before.LeaseUntil, 1L), (after.Since, after.LeaseUntil, after.PushCount));
        Assert.Equal(PushOutcome.Unverified, await PushAsync(asked, Atom("3"), "sha256=0"));
        Assert.Single(_hub.Requests);
    }

    [Fact]
    public async Task Hub_ThatMoved_IsFollowedAndOneInAPrivateNetworkIsNotAsked()
    {
        Site.OnRedirect("/hub", 307, "/moved");
        var moved = new FakeHub(Site, "/moved");
        await _silo.PutAsync(Source, "/f");
        Assert.Equal(Site.At("/f").AbsoluteUri, (await moved.AskedAsync(1))[0].Topic);
        Site.OnText("/inner", Atom("1"), headers: response => response.Headers.Link = "<http://10.0.0.1/hub>; rel=\"hub\"");
        await _silo.PutAsync("inner", "/inner");
        var refused = await _silo.UntilAsync("inner", health => health.Push?.Standing == PushStanding.Failed);
        Assert.Contains("10.0.0.1", refused.Push!.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_ThatNamesAnotherHubOrNone_IsLeftByTheOneBefore()
    {
        var asked = await SubscribeAsync();
        await ConfirmAsync(asked);
        var other = new FakeHub(Site, "/other");
        Site.OnText("/f", Atom("1", links: $"<link rel='hub' href='{Site.At("/other")}'/><link rel='self' href='{Site.At("/self")}'/>"));
        await _silo.PollAsync(Source);
        Assert.Equal(("subscribe", Site.At("/self").AbsoluteUri), ((await other.AskedAsync(1))[0].Mode, (await other.AskedAsync(1))[0].Topic));
        Assert.Equal(("unsubscribe", asked.Token), ((await _hub.AskedAsync(2))[1].Mode, (await _hub.AskedAsync(2))[1].Token));
        Assert.True(await _silo.Source(Source).AnswerHubAsync(new HubQuestion(asked.Token, "unsubscribe", asked.Topic, null, null)));
        Site.OnText("/f", Atom("1"));
        Assert.Null((await _silo.PollAsync(Source)).Push);
        Assert.Equal("unsubscribe", (await other.AskedAsync(2))[1].Mode);
    }

    /// <summary>Gives the server another public address.</summary>
    private void Move(string? address)
    {
        _address = address;
        _options.ForEach(options => options.CallbackUrl = address);
    }

    private async Task<HubAsked> SubscribeAsync(Func<SourceDefinition, SourceDefinition>? change = null)
    {
        await _silo.PutAsync(Source, "/f", change);
        return (await _hub.AskedAsync(1))[0];
    }

    private Task<bool> ConfirmedAsync(HubAsked asked, long leaseSeconds) => _silo.Source(Source).AnswerHubAsync(new HubQuestion(asked.Token, "subscribe", asked.Topic, leaseSeconds, null));

    private async Task ConfirmAsync(HubAsked asked, long leaseSeconds = 600)
    {
        Assert.True(await ConfirmedAsync(asked, leaseSeconds));
        Assert.Equal(PushStanding.Active, (await _silo.Source(Source).ReadStatusAsync())!.Health.Push!.Standing);
    }

    private async Task<PushOutcome> PushAsync(HubAsked asked, string document, string? signature = null)
    {
        var body = Encoding.UTF8.GetBytes(document);
        return (await _silo.Source(Source).PushAsync(new PushedContent(asked.Token, body.AsImmutable(), "application/atom+xml", signature ?? HubSignature.Of(HubAlgorithm.Sha256, asked.Secret, body)))).Outcome;
    }

    private static string Atom(params string[] ids) => Atom(ids, "");

    private static string Atom(string id, string links) => Atom([id], links);

    private static string Atom(string[] ids, string links) => $"<feed xmlns='http://www.w3.org/2005/Atom'><title>The Herald</title><id>f</id>{links}" + string.Concat(ids.Select(id =>
        $"<entry><id>{id}</id><title>Item {id}</title><updated>2026-03-03T08:30:00Z</updated><content>The text of {id}.</content></entry>")) + "</feed>";
}
