using Xunit;

namespace Aggregator.Intake;

public sealed class EntryRateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void FromTimes_EntriesOfTwoDays_GivesTheirMean() =>
        Assert.Equal(2, EntryRate.FromTimes([Now.AddDays(-2), Now.AddDays(-1), Now, Now.AddHours(-3), Now.AddDays(9)], Now));

    [Fact]
    public void FromTimes_FewerThanTwo_IsUnknown() => Assert.Null(EntryRate.FromTimes([Now], Now));

    [Fact]
    public void Fold_SteadyFeed_ComesToItsRateWhateverTheStart()
    {
        var rate = 500.0;
        for (var hour = 0; hour < 24 * 30; hour++) rate = EntryRate.Fold(rate, 1, TimeSpan.FromHours(1));
        Assert.InRange(rate, 23.5, 25);
    }

    [Fact]
    public void Fold_ThreeSilentDays_HalvesTheRate() => Assert.Equal(12, EntryRate.Fold(24, 0, TimeSpan.FromDays(3)), 6);

    [Fact]
    public void Fold_NoTimeAtAll_StaysFinite() => Assert.True(double.IsFinite(EntryRate.Fold(null, 1_000, TimeSpan.Zero)));
}
