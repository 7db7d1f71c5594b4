using Aggregator.Store;
using Xunit;

namespace Aggregator.Intake;

public sealed class PushFoldTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 10, 0, 0, TimeSpan.Zero);
    private static readonly SourceOptions Options = new() { CallbackUrl = "https://news.example.org" };
    private static readonly PushOffer Offer = new("https://hub.example/", "https://herald.example/f");

    private static readonly FetchResult.Fetched Answer =
        new(new byte[1], null, new Uri("https://herald.example/f"), null, FetchValidators.None, null) { HubUrl = Offer.Hub, SelfUrl = Offer.Topic };

    private static readonly StoredSource Polled = PollFold.Fold(
        new StoredSource(new SourceDefinition { Id = SourceId.Parse("herald"), Url = "https://herald.example/f" }, new SourceHealth { NextPollAt = Now }, "", 1),
        new PollResult.Taken(new FeedDocument { Format = "rss-2.0" }, Answer, SeenItems.Parse(null), 1, 0, 0), Options, Now, 0);

    [Fact]
    public void Offered_FirstTime_AsksTheHubAtOnce()
    {
        Assert.Equal((PushStanding.Pending, Offer.Hub, Offer.Topic), (Polled.Health.Push!.Standing, Polled.Health.Push.Hub, Polled.Health.Push.Topic));
        Assert.Equal(new PushMemory(Offer.Hub, Offer.Topic) { NextAt = Now }, Push(Polled));
    }

    [Fact]
    public void Asking_ThatIsNeverConfirmed_WaitsLongerEachTimeUpToADay()
    {
        var (source, at, waits) = (Polled, Now, new List<TimeSpan>());
        for (var count = 0; count < 15; count++)
        {
            source = Ask(source, at);
            waits.Add(Push(source).NextAt - at);
            at = Push(source).NextAt;
        }
        Assert.Equal(TimeSpan.FromMinutes(10), waits[0]);
        Assert.Equal(waits.Order(), waits);
        Assert.Equal(TimeSpan.FromDays(1), waits[^1]);
        Assert.Equal(PushStanding.Failed, source.Health.Push!.Standing);
        Assert.Single(new[] { Push(Ask(Polled, Now)), Push(source) }.Select(push => push.Token!.Length).Distinct());
    }

    [Fact]
    public void Addressed_AnotherServerAddress_IsAnotherCallbackAndSecret()
    {
        var push = Push(Ask(Polled, Now));
        Assert.Equal(push, push.Addressed("https://news.example.org/", Polled.Definition.Id));
        var moved = push.Addressed("https://other.example", Polled.Definition.Id);
        Assert.StartsWith("https://other.example/v1/push/herald/", moved.Callback, StringComparison.Ordinal);
        Assert.NotEqual((push.Token, push.Secret), (moved.Token, moved.Secret));
    }

    [Theory]
    [InlineData(900L, 900L), InlineData(null, 864_000L), InlineData(0L, 1L), InlineData(long.MaxValue, 31_622_400L)]
    public void Confirmed_Lease_IsWhatTheHubGrantedWithinReason(long? granted, long expected)
    {
        var source = Confirm(Ask(Polled, Now), granted);
        Assert.Equal((PushStanding.Active, Now, Now.AddSeconds(expected)), (source.Health.Push!.Standing, source.Health.Push.Since, source.Health.Push.LeaseUntil));
        Assert.Equal(Now + (TimeSpan.FromSeconds(expected) * (2.0 / 3)), Push(source).NextAt);
    }

    [Fact]
    public void NotAsked_WhileALeaseHolds_StaysActive()
    {
        var source = Confirm(Ask(Polled, Now), 900);
        var memory = PollMemory.Parse(source.Polling);
        var failed = PushFold.NotAsked(source, memory, memory.Push!, "The receiver answered 500.", Now, 1);
        Assert.Equal((PushStanding.Active, Now.AddSeconds(900), "The receiver answered 500."), (failed.Health.Push!.Standing, failed.Health.Push.LeaseUntil, failed.Health.Push.LastError));
        Assert.Equal((Now.AddMinutes(5), 1), (Push(failed).NextAt, Push(failed).FailureCount));
    }

    [Fact]
    public void Polled_OwnersLongestInterval_WinsOverTheSafetyInterval()
    {
        var source = Confirm(Ask(Polled, Now), 900);
        source = source with { Definition = source.Definition with { IntervalMax = TimeSpan.FromHours(1) } };
        var later = PollFold.Fold(source, new PollResult.Unchanged(new FetchResult.Unchanged(null, null)), Options, Now.AddMinutes(5), 0);
        Assert.Equal(Now.AddMinutes(65), later.Health.NextPollAt);
    }

    [Fact]
    public void Polled_AfterPushes_CountsThemInTheFeedsRate()
    {
        var source = Confirm(Ask(Polled, Now), 900);
        for (var count = 0; count < 4; count++)
        {
            var memory = PollMemory.Parse(source.Polling);
            source = PushFold.Taken(source, memory, memory.Push!, new PollResult.Taken(new FeedDocument { Format = "rss-2.0" }, Answer, SeenItems.Parse(null), 6, 0, 0), Now.AddHours(count));
        }
        var pushed = PollFold.Fold(source, new PollResult.Unchanged(new FetchResult.Unchanged(null, null)), Options, Now.AddDays(1), 0);
        Assert.Equal(24, pushed.Health.EntriesPerDay!.Value, 3);
        Assert.Equal((25L, 0), (pushed.Health.ArticleCount, Push(pushed).NewCount));
    }

    [Fact]
    public void Fold_DisabledMeanwhile_AsksNoHub()
    {
        var resting = new StoredSource(Polled.Definition with { Enabled = false }, new SourceHealth(), "", 1);
        var source = PollFold.Fold(resting, new PollResult.Taken(new FeedDocument { Format = "rss-2.0" }, Answer, SeenItems.Parse(null), 1, 0, 0), Options, Now, 0);
        Assert.Null(PollMemory.Parse(source.Polling).Push);
    }

    private static PushMemory Push(StoredSource source) => PollMemory.Parse(source.Polling).Push!;

    private static StoredSource Ask(StoredSource source, DateTimeOffset at)
    {
        var memory = PollMemory.Parse(source.Polling);
        return PushFold.Asking(source, memory, memory.Push!, Options.CallbackUrl!, Options, at);
    }

    private static StoredSource Confirm(StoredSource source, long? lease)
    {
        var memory = PollMemory.Parse(source.Polling);
        return PushFold.Confirmed(source, memory, memory.Push!, lease, Options, Now);
    }
}
