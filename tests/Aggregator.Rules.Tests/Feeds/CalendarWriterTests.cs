using System.Text;
using Aggregator.Extraction;
using Aggregator.Resolution;
using Xunit;

namespace Aggregator.Feeds;

public class CalendarWriterTests
{
    [Fact]
    public void Write_LongAndAwkwardTexts_FoldsAndEscapesThem()
    {
        var text = Encoding.UTF8.GetString(Write(Planned() with { Headline = "Malta; Fiji, and \\ others " + string.Concat(Enumerable.Repeat("🐟 fisch ", 20)) }));
        var lines = text.Split("\r\n");
        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Equal("", lines[^1]);
        Assert.DoesNotContain('\uFFFD', text);
        Assert.Contains("SUMMARY:Malta\\; Fiji\\, and \\\\ others 🐟 fisch", text.Replace("\r\n ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_Source_IsTheAddressItWasReadAt() =>
        Assert.Contains("SOURCE;VALUE=URI:https://a.example/v1/topics/calls/calendar.ics?from=2026-09-01", Lines(Planned()));

    [Theory]
    [InlineData(EventStatus.Planned, "TENTATIVE")]
    [InlineData(EventStatus.Postponed, "TENTATIVE")]
    [InlineData(EventStatus.Occurred, "CONFIRMED")]
    [InlineData(EventStatus.Ongoing, "CONFIRMED")]
    [InlineData(EventStatus.Cancelled, "CANCELLED")]
    [InlineData(EventStatus.Denied, "CANCELLED")]
    public void Write_Status_IsRfc5545s(EventStatus status, string expected) =>
        Assert.Contains($"\r\nSTATUS:{expected}\r\n", Encoding.UTF8.GetString(Write(Planned() with { Status = status })));

    [Fact]
    public void Write_Revised_KeepsItsIdAndCountsOn()
    {
        var (first, later) = (Lines(Planned()), Lines(Planned() with { Revision = 4, Headline = "Moved", OccurredOn = new OccurredOn(new DateOnly(2026, 9, 21)), RecordedAt = Planned().RecordedAt.AddDays(1) }));
        Assert.Equal(first.Single(line => line.StartsWith("UID:", StringComparison.Ordinal)), later.Single(line => line.StartsWith("UID:", StringComparison.Ordinal)));
        Assert.Contains("SEQUENCE:0", first);
        Assert.Contains("SEQUENCE:3", later);
        Assert.Contains("DTSTART;VALUE=DATE:20260921", later);
        Assert.Contains("DTEND;VALUE=DATE:20260922", later);
        Assert.Contains("DTSTAMP:20260915T120000Z", later);
    }

    [Fact]
    public void IsIn_NeverPlannedUndatedOrOtherKinds_AreLeftOut()
    {
        Assert.True(CalendarRule.IsIn(Planned()));
        Assert.False(CalendarRule.IsIn(Planned() with { OccurredOn = null }));
        Assert.False(CalendarRule.IsIn(Planned() with { OccurredOn = OccurredOn.Year(2026) }));
        Assert.False(CalendarRule.IsIn(Planned() with { Kind = EventKind.Attack }));
        Assert.False(CalendarRule.IsIn(Planned() with { Status = EventStatus.Occurred }));
        Assert.True(CalendarRule.IsIn(Planned() with { Status = EventStatus.Occurred, Reports = [Planned().Reports[0] with { Status = EventStatus.Planned }] }));
    }

    private static NewsEvent Planned() => Sample.Entry(1).Event with { Status = EventStatus.Planned, OccurredOn = new OccurredOn(new DateOnly(2026, 9, 20)) };

    private static byte[] Write(NewsEvent newsEvent) => CalendarWriter.Write(Sample.Topic, [newsEvent], "https://a.example", "https://a.example/v1/topics/calls/calendar.ics?from=2026-09-01");

    private static string[] Lines(NewsEvent newsEvent) => Encoding.UTF8.GetString(Write(newsEvent)).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
}
