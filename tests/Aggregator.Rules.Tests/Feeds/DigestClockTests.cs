using Xunit;

namespace Aggregator.Feeds;

public class DigestClockTests
{
    [Theory]
    [InlineData("UTC", "2026-09-14T12:00:00Z", "2026-09-14T00:00:00Z", "2026-09-15T00:00:00Z")]
    [InlineData("UTC", "2026-09-14T00:00:00Z", "2026-09-13T00:00:00Z", "2026-09-14T00:00:00Z")]
    [InlineData("Asia/Kolkata", "2026-09-14T18:31:00Z", "2026-09-14T18:30:00Z", "2026-09-15T18:30:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29T10:00:00Z", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25T10:00:00Z", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")]
    [InlineData("Asia/Beirut", "2026-03-29T10:00:00Z", "2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z")]
    public void PeriodOf_Day_IsThatOfTheZone(string zone, string moment, string start, string end)
    {
        Assert.SkipUnless(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known), "There are no time zones here: apt-get install tzdata would run this.");
        Assert.Equal(new DigestPeriod(At(start), At(end)), new DigestClock(DigestStep.Day, known).PeriodOf(At(moment)));
    }

    [Fact]
    public void PeriodOf_Hour_IsThatOfUtc() => Assert.Equal(
        new DigestPeriod(At("2026-09-14T11:00:00Z"), At("2026-09-14T12:00:00Z")), new DigestClock(DigestStep.Hour, TimeZoneInfo.Utc).PeriodOf(At("2026-09-14T12:00:00Z")));

    [Theory]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Africa/Cairo")]
    public void PeriodOf_EveryHourOfAYear_IsInOnePeriodThatFollowsTheLast(string zone)
    {
        Assert.SkipUnless(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known), "There are no time zones here: apt-get install tzdata would run this.");
        var clock = new DigestClock(DigestStep.Day, known);
        var last = clock.PeriodOf(At("2026-01-01T00:00:00Z"));
        for (var moment = At("2026-01-01T00:30:00Z"); moment < At("2027-01-01T00:00:00Z"); moment += TimeSpan.FromMinutes(30))
        {
            var period = clock.PeriodOf(moment);
            Assert.True(moment > period.Start && moment <= period.End, $"{moment} {period}");
            if (period != last) Assert.Equal(last.End, period.Start);
            last = period;
        }
    }

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, null);
}
