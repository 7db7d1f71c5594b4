using Xunit;

namespace Aggregator.Subscriptions;

public class RetryScheduleTests
{
    [Fact]
    public void Default_AllFail_TakesDaysAndThenGivesUp()
    {
        var waits = Enumerable.Range(1, RetrySchedule.Default.Count).Select(failure => RetrySchedule.After(failure, RetrySchedule.Default, asked: null, chance: 0)!.Value).ToList();
        Assert.Equal(TimeSpan.FromSeconds(5), waits[0]);
        Assert.Equal(waits.Order(), waits);
        Assert.InRange(waits.Aggregate((sum, wait) => sum + wait), TimeSpan.FromDays(3), TimeSpan.FromDays(5));
        Assert.Null(RetrySchedule.After(waits.Count + 1, RetrySchedule.Default, asked: null, chance: 0));
    }

    [Theory]
    [InlineData(0, 60), InlineData(1, 72), InlineData(0.5, 66)]
    public void After_Chance_OnlyLengthens(double chance, double seconds) =>
        Assert.Equal(seconds, RetrySchedule.After(2, RetrySchedule.Default, asked: null, chance)!.Value.TotalSeconds, precision: 6);

    [Theory]
    [InlineData(1, 60), InlineData(600, 600), InlineData(1_000_000, 86_400)]
    public void After_ReceiverAsksForPatience_IsHonouredWithinADay(int askedSeconds, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetrySchedule.After(2, RetrySchedule.Default, TimeSpan.FromSeconds(askedSeconds), chance: 0));

    [Fact]
    public void After_NoFailure_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => RetrySchedule.After(0, RetrySchedule.Default, asked: null, chance: 0));

    [Theory]
    [InlineData(null, 600), InlineData(1L, 300), InlineData(-5L, 300), InlineData(700L, 700), InlineData(long.MaxValue, 1_000)]
    public void Grant_Lease_LiesWithinBounds(long? asked, int granted) =>
        Assert.Equal(TimeSpan.FromSeconds(granted), new LeaseRule(TimeSpan.FromSeconds(300), TimeSpan.FromSeconds(600), TimeSpan.FromSeconds(1_000)).Grant(asked));

    [Theory]
    [InlineData(null, 90.5, 90), InlineData(700L, 650.0, 650), InlineData(700L, 5_000.0, 700), InlineData(700L, -3.0, 1)]
    public void Grant_Lease_DoesNotOutliveWhatLetTheSubscriberIn(long? asked, double most, int granted) =>
        Assert.Equal(
            TimeSpan.FromSeconds(granted),
            new LeaseRule(TimeSpan.FromSeconds(300), TimeSpan.FromSeconds(600), TimeSpan.FromSeconds(1_000)).Grant(asked, TimeSpan.FromSeconds(most)));
}
