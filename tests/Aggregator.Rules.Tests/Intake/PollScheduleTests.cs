using CsCheck;
using Xunit;

namespace Aggregator.Intake;

public sealed class PollScheduleTests
{
    private const string Seed = "0N0XIzNsQ0O2";
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 10, 20, 0, TimeSpan.Zero); // a Tuesday
    private static readonly PollBounds Bounds = new(TimeSpan.FromMinutes(5), TimeSpan.FromHours(6), TimeSpan.FromDays(1));

    [Theory]
    [InlineData(24.0, 30)] // one an hour: asked twice an hour
    [InlineData(1_000.0, 5)]
    [InlineData(0.0, 360)]
    [InlineData(0.5, 360)]
    [InlineData(null, 30)]
    public void AfterSuccess_ByRate_AsksTwiceForEachNewEntry(double? perDay, double minutes) =>
        Assert.Equal(Now.AddMinutes(minutes), PollSchedule.AfterSuccess(Now, FeedPace.Unsaid, perDay, null, Bounds, 0));

    [Fact]
    public void AfterSuccess_WordOfTheFeedOrOfHttp_IsWaitedFor()
    {
        Assert.Equal(60, Minutes(new FeedPace { TimeToLive = TimeSpan.FromHours(1) }));
        Assert.Equal(120, Minutes(new FeedPace { UpdatePeriod = TimeSpan.FromHours(2) }));
        Assert.Equal(45, Minutes(FeedPace.Unsaid, TimeSpan.FromMinutes(45)));
        Assert.Equal(360, Minutes(new FeedPace { TimeToLive = TimeSpan.FromDays(30) }));
    }

    [Fact]
    public void AfterSuccess_SkippedHoursAndDays_ArePassed()
    {
        var hours = PollSchedule.AfterSuccess(Now, new FeedPace { SkipHours = [10, 11] }, 24, null, Bounds, 0);
        Assert.Equal((3, 12), (hours.Day, hours.Hour));
        var days = PollSchedule.AfterSuccess(Now, new FeedPace { SkipDays = [DayOfWeek.Tuesday, DayOfWeek.Wednesday] }, 24, null, Bounds, 0);
        Assert.Equal(5, days.Day);
        var all = PollSchedule.AfterSuccess(Now, new FeedPace { SkipHours = [.. Enumerable.Range(0, 24)] }, 24, null, Bounds, 0);
        Assert.Equal(Now.AddMinutes(30), all);
    }

    [Fact]
    public void AfterSuccess_Always_StaysWithinTheBounds() =>
        Gen.Select(Gen.Double[0, 5_000], Gen.Int[0, 100_000], Gen.Int[0, 100_000], Gen.Double[0, 1]).Sample(
            (rate, ttl, age, chance) =>
            {
                var wait = PollSchedule.AfterSuccess(
                    Now, new FeedPace { TimeToLive = TimeSpan.FromSeconds(ttl) }, rate, TimeSpan.FromSeconds(age), Bounds, chance) - Now;
                return wait >= Bounds.IntervalMin && wait <= Bounds.IntervalMax;
            },
            seed: Seed, iter: 5_000);

    [Fact]
    public void AfterFailure_InARow_DoublesUpToTheLongestPatience()
    {
        double[] minutes = [.. Enumerable.Range(1, 12).Select(count => (PollSchedule.AfterFailure(Now, count, null, Bounds, 1) - Now).TotalMinutes)];
        Assert.Equal([10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440, 1440, 1440], minutes);
        Assert.Equal(20, (PollSchedule.AfterFailure(Now, 3, null, Bounds, 0) - Now).TotalMinutes);
        Assert.Equal(1440, (PollSchedule.AfterFailure(Now, int.MaxValue, null, Bounds, 1) - Now).TotalMinutes);
    }

    [Fact]
    public void AfterFailure_RetryAfter_IsObeyedUpToTheLongestPatience() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 1_000_000], Gen.Double[0, 1]).Sample(
            (failures, seconds, chance) =>
            {
                var wait = PollSchedule.AfterFailure(Now, failures, TimeSpan.FromSeconds(seconds), Bounds, chance) - Now;
                return wait >= TimeSpan.FromSeconds(Math.Min(seconds, Bounds.PatienceMax.TotalSeconds)) && wait <= Bounds.PatienceMax && wait >= Bounds.IntervalMin;
            },
            seed: Seed, iter: 5_000);

    [Fact]
    public void PollBounds_OutOfOrder_CannotBeBuilt()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PollBounds(TimeSpan.Zero, TimeSpan.FromHours(1), TimeSpan.FromDays(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PollBounds(TimeSpan.FromHours(2), TimeSpan.FromHours(1), TimeSpan.FromDays(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PollBounds(TimeSpan.FromHours(1), TimeSpan.FromDays(2), TimeSpan.FromDays(1)));
    }

    private static double Minutes(FeedPace pace, TimeSpan? maxAge = null) =>
        (PollSchedule.AfterSuccess(Now, pace, 24, maxAge, Bounds, 0) - Now).TotalMinutes;
}
