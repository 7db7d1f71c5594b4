using Aggregator.Store;
using Xunit;

namespace Aggregator.Intake;

public sealed class PollFoldTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 10, 0, 0, TimeSpan.Zero);
    private static readonly SourceOptions Options = new();

    private static readonly StoredSource New = new(
        new SourceDefinition { Id = SourceId.Parse("herald"), Url = "https://herald.example/f" }, new SourceHealth { NextPollAt = Now }, "", 1);

    private static readonly FetchResult.Fetched Answer = new(
        new byte[1], null, new Uri("https://herald.example/f"), null, new FetchValidators("e", "m"), null);

    [Fact]
    public void Fold_Taken_RemembersValidatorsAndThePaceOfTheFeed()
    {
        var feed = new FeedDocument { Format = "rss-2.0", Title = "H", Pace = new FeedPace { TimeToLive = TimeSpan.FromHours(2) } };
        var source = Fold(New, new PollResult.Taken(feed, Answer, SeenItems.Parse(null), 3, 1, 0));
        var memory = PollMemory.Parse(source.Polling);
        Assert.Equal(("e", "m", 1, 120.0), (memory.ETag, memory.LastModified, memory.GoodPollCount, memory.PaceMinutes));
        Assert.Equal((2L, 4L, Now.AddHours(2)), (source.Version, source.Health.ArticleCount, source.Health.NextPollAt));
        var unchanged = Fold(source, new PollResult.Unchanged(new FetchResult.Unchanged(null, null)));
        Assert.True(unchanged.Health.NextPollAt >= Now.AddHours(2));
        Assert.Equal("e", PollMemory.Parse(unchanged.Polling).ETag);
    }

    [Fact]
    public void Fold_ItemsLeftForTheNextPoll_ForgetsValidatorsAndComesSoon()
    {
        var feed = new FeedDocument { Format = "rss-2.0" };
        var source = Fold(New, new PollResult.Taken(feed, Answer, SeenItems.Parse(null), 3, 0, LeftCount: 5));
        Assert.Null(PollMemory.Parse(source.Polling).ETag);
        Assert.Equal(Now.AddMinutes(5), source.Health.NextPollAt);
    }

    [Fact]
    public void Fold_PutOff_IsNotTheSourcesFault()
    {
        var source = Fold(New with { Health = New.Health with { FailureCount = 2 } }, new PollResult.PutOff(PollResult.InboxFull, TimeSpan.FromSeconds(5)));
        Assert.Equal((2, "inbox-full", Now.AddSeconds(5)), (source.Health.FailureCount, source.Health.LastOutcome, source.Health.NextPollAt));
    }

    [Fact]
    public void Fold_DisabledMeanwhile_StaysAtRest()
    {
        var resting = New with { Definition = New.Definition with { Enabled = false } };
        Assert.Null(Fold(resting, new PollResult.Unchanged(new FetchResult.Unchanged(null, null))).Health.NextPollAt);
    }

    [Fact]
    public void Bounds_OwnersWishes_StayWithinTheGeneralBounds()
    {
        var wished = PollFold.Bounds(New.Definition with { IntervalMin = TimeSpan.Zero, IntervalMax = TimeSpan.FromDays(400) }, Options);
        Assert.Equal((TimeSpan.FromMinutes(5), TimeSpan.FromDays(1)), (wished.IntervalMin, wished.IntervalMax));
        var crossed = PollFold.Bounds(New.Definition with { IntervalMin = TimeSpan.FromHours(3), IntervalMax = TimeSpan.FromHours(1) }, Options);
        Assert.Equal((TimeSpan.FromHours(3), TimeSpan.FromHours(3)), (crossed.IntervalMin, crossed.IntervalMax));
    }

    [Fact]
    public void Parse_TextThatIsNotOurs_IsAnEmptyMemory() => Assert.Equal(new PollMemory(), PollMemory.Parse("{broken"));

    private static StoredSource Fold(StoredSource source, PollResult result) => PollFold.Fold(source, result, Options, Now, 0);
}
