using Xunit;

namespace Aggregator.Extraction.Lexicon;

public sealed class LeaderSenseTests
{
    private static readonly LeaderSense s_leader = new("Ana Ruiz",
    [
        new HeldOffice("PER", "foreign minister", new DateOnly(2010, 1, 1), new DateOnly(2012, 12, 31)),
        new HeldOffice("PER", "president", new DateOnly(2015, 1, 1), new DateOnly(2019, 12, 31)),
        new HeldOffice("IGO:UN", "envoy", new DateOnly(2022, 1, 1), null),
    ]);

    [Theory]
    [InlineData("2011-05-01", "foreign minister")]
    [InlineData("2017-05-01", "president")]
    [InlineData("2013-05-01", "foreign minister")]
    [InlineData("2020-05-01", "president")]
    [InlineData("2030-05-01", "envoy")]
    [InlineData("2005-05-01", "foreign minister")]
    public void OfficeOn_Day_GivesTheOfficeHeldThenOrLastBefore(string day, string office) =>
        Assert.Equal(office, s_leader.OfficeOn(DateOnly.ParseExact(day, "yyyy-MM-dd")).Office);
}
