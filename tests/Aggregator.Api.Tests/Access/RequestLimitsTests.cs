using System.Diagnostics;
using System.Threading.RateLimiting;
using Xunit;

namespace Aggregator.Access;

public class RequestLimitsTests
{
    [Theory]
    [InlineData(1, 60), InlineData(7, 9), InlineData(59, 2), InlineData(60, 1), InlineData(61, 2), InlineData(119, 2), InlineData(600, 1), InlineData(12_000, 1)]
    public void BucketOf_AnyLimit_HoldsAMinuteAndFillsAtExactlyItsRate(int perMinute, int secondsMax)
    {
        var bucket = RequestLimits.BucketOf(perMinute);
        Assert.Equal(perMinute, bucket.TokenLimit);
        Assert.Equal(perMinute, bucket.TokensPerPeriod * TimeSpan.FromMinutes(1) / bucket.ReplenishmentPeriod, 0.001);
        Assert.InRange(bucket.ReplenishmentPeriod, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(secondsMax));
    }

    [Fact]
    public async Task BucketOf_Emptied_HasAgainWhatThePeriodBrings()
    {
        var options = RequestLimits.BucketOf(119);
        options.QueueLimit = 2;
        await using var bucket = new TokenBucketRateLimiter(options);
        using (var all = bucket.AttemptAcquire(119)) Assert.True(all.IsAcquired);
        using (var more = bucket.AttemptAcquire()) Assert.False(more.IsAcquired);
        var began = Stopwatch.GetTimestamp();
        using (var two = await bucket.AcquireAsync(2, TestContext.Current.CancellationToken)) Assert.True(two.IsAcquired);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(20));
        using var third = bucket.AttemptAcquire();
        Assert.False(third.IsAcquired);
    }
}
