using Xunit;

namespace Aggregator.Extraction;

public class CountRangeTests
{
    [Fact]
    public void Construct_WithoutBounds_IsRefused() => Assert.Throws<ArgumentException>(() => new CountRange(null, null));

    [Theory]
    [InlineData(5L, 4L)]
    [InlineData(-1L, 4L)]
    [InlineData(null, -1L)]
    public void Construct_CrossedOrNegativeBounds_IsRefused(long? low, long? high) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountRange(low, high));

    [Theory]
    [InlineData(9L, 9L, 14L, 14L, 9L, 14L)]
    [InlineData(9L, null, 4L, 4L, 4L, null)]
    [InlineData(null, 9L, 4L, null, 0L, null)]
    public void Widen_TwoRanges_HoldsBoth(long? low, long? high, long? otherLow, long? otherHigh, long? wideLow, long? wideHigh) =>
        Assert.Equal(new CountRange(wideLow, wideHigh), new CountRange(low, high).Widen(new CountRange(otherLow, otherHigh)));

    [Fact]
    public void Overlaps_OpenEnds_ReachOn()
    {
        Assert.True(new CountRange(9, null).Overlaps(CountRange.Exactly(400)));
        Assert.False(new CountRange(9, null).Overlaps(CountRange.Exactly(8)));
        Assert.True(new CountRange(null, 9).Overlaps(CountRange.Exactly(0)));
    }
}
