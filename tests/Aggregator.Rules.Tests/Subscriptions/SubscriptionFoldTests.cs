using Aggregator.Topics;
using Xunit;

namespace Aggregator.Subscriptions;

public class SubscriptionFoldTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);
    private static readonly TopicId Talks = TopicId.Parse("talks"), Quakes = TopicId.Parse("quakes");
    private static readonly SubscriptionHealth Active = new() { Standing = SubscriptionStanding.Active, Positions = [new(Talks, 3), new(Quakes, 9)] };

    [Fact]
    public void Told_AfterFailures_ForgetsThem()
    {
        var failed = SubscriptionFold.Failed(Active, Attempt(1, 503), TimeSpan.FromMinutes(1));
        Assert.Equal((1, Noon.AddMinutes(1), "503"), (failed.FailureCount, failed.NextAttemptAt, failed.LastError));
        var told = SubscriptionFold.Told(failed, Attempt(2, 200), changeCount: 4).At(Talks, 7);
        Assert.Equal((0, null, null, 4L, 2L), (told.FailureCount, told.NextAttemptAt, told.LastError, told.DeliveredCount, told.AttemptCount));
        Assert.Equal((7L, 9L, null), (told.PositionOf(Talks), told.PositionOf(Quakes), told.PositionOf(TopicId.Parse("other"))));
    }

    [Theory]
    [InlineData(410, true, SubscriptionReason.Gone), InlineData(503, false, SubscriptionReason.GaveUp)]
    public void Failed_ForGood_PausesWithTheReason(int status, bool waits, SubscriptionReason reason)
    {
        var paused = SubscriptionFold.Failed(Active, Attempt(1, status), waits ? TimeSpan.FromMinutes(1) : null);
        Assert.Equal((SubscriptionStanding.Paused, reason, null), (paused.Standing, paused.Reason, paused.NextAttemptAt));
        Assert.Equal(3, paused.PositionOf(Talks));
        var resumed = SubscriptionFold.Resumed(paused);
        Assert.Equal((SubscriptionStanding.Active, null, 0), (resumed.Standing, resumed.Reason, resumed.FailureCount));
    }

    [Fact]
    public void Of_OtherTopics_KeepsWhatStaysAndBeginsWhatIsNew()
    {
        var next = SubscriptionFold.Of(Active, [new(Quakes, 50), new(TopicId.Parse("floods"), 5)]);
        Assert.Equal([new TopicPosition(Quakes, 9), new TopicPosition(TopicId.Parse("floods"), 5)], next.Positions);
    }

    private static DeliveryAttempt Attempt(long number, int status) => new()
    {
        Number = number, Purpose = DeliveryPurpose.Changes, MessageId = "talks:4", At = Noon, DurationMilliseconds = 5, Outcome = status == 200 ? "ok" : $"http-{status}",
        Status = status, Error = status == 200 ? null : $"{status}",
    };
}
