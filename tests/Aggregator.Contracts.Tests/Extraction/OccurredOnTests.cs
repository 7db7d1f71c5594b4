using Xunit;

namespace Aggregator.Extraction;

public class OccurredOnTests
{
    [Theory]
    [InlineData("2024-02-17", 1)]
    [InlineData("2024-02", 29)]
    [InlineData("2024", 366)]
    [InlineData("2024-02-12/2024-02-18", 7)]
    public void Parse_IsoForm_ReadsBackTheSame(string text, int lengthDays)
    {
        Assert.True(OccurredOn.TryParse(text, out var value));
        Assert.Equal((text, lengthDays), (value.Value, value.LengthDays));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2024-13")]
    [InlineData("2024-02-30")]
    [InlineData("24")]
    [InlineData("2024-02-18/2024-02-12")]
    [InlineData("2024-02-18/")]
    public void Parse_OtherText_IsRefused(string text) => Assert.False(OccurredOn.TryParse(text, out _));

    [Fact]
    public void Construct_LastBeforeFirst_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new OccurredOn(new DateOnly(2024, 2, 2), new DateOnly(2024, 2, 1)));

    [Theory]
    [InlineData("2024-02", "2024-02-17", true)]
    [InlineData("2024-02-17", "2024-02-18", false)]
    [InlineData("2024", "2023-12-31/2024-01-01", true)]
    public void Overlaps_TwoPeriods_WhenTheyShareADay(string left, string right, bool shared)
    {
        Assert.True(OccurredOn.TryParse(left, out var a) & OccurredOn.TryParse(right, out var b));
        Assert.Equal((shared, shared), (a.Overlaps(b), b.Overlaps(a)));
    }
}
