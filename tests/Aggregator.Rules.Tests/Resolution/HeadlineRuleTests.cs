using Aggregator.Extraction;
using Xunit;

namespace Aggregator.Resolution;

public class HeadlineRuleTests
{
    private static ReportDelivery Told(string id, string quote, int day = 0, EventKind kind = EventKind.Meeting) =>
        Sample.Delivery(Sample.Report(id, kind, "KEN", "UGA") with { Quote = quote }, day: day);

    [Fact]
    public void Of_SentencesThatStandAlone_IsTheFounders() =>
        Assert.Equal("Kenya's president met Uganda's.", HeadlineRule.Of([Told("r-2", "The presidents met in Kisumu.", day: 1), Told("r-1", "Kenya's president met Uganda's.")], EventStatus.Occurred));

    [Theory]
    [InlineData("She and the prime minister met on Friday.")]
    [InlineData("“They met in Kisumu,” the office said.")]
    [InlineData("Separately, ministers of both countries met.")]
    [InlineData("It's the second time that the two met.")]
    public void Of_FounderThatLeansOnWhatWentBefore_IsTheNextThatStandsAlone(string leaning) =>
        Assert.Equal("The presidents met in Kisumu.", HeadlineRule.Of([Told("r-1", leaning), Told("r-2", "The presidents met in Kisumu.", day: 1)], EventStatus.Occurred));

    [Fact]
    public void Of_OnlyLeaningSentences_IsTheFounders() => Assert.Equal("She met him.", HeadlineRule.Of([Told("r-1", "She met him."), Told("r-2", "They met.", day: 1)], EventStatus.Occurred));

    [Fact]
    public void Of_FiguresFirst_IsTheHappeningsSentence()
    {
        var figure = Sample.Delivery(Sample.Figure("r-0", 9), day: -1);
        Assert.Equal("It met.", HeadlineRule.Of([figure, Told("r-1", "It met.")], EventStatus.Occurred));
    }

    [Fact]
    public void Of_PlannedMeetingThatWasHeld_IsWhatSaysSo()
    {
        var planned = Told("r-1", "The presidents will meet in Kisumu.");
        ReportDelivery[] told = [planned with { Report = planned.Report with { Status = EventStatus.Planned } }, Told("r-2", "She met him.", day: 1), Told("r-3", "The presidents met in Kisumu.", day: 2)];
        Assert.Equal("The presidents met in Kisumu.", HeadlineRule.Of(told, EventStatus.Occurred));
        Assert.Equal("The presidents will meet in Kisumu.", HeadlineRule.Of(told, EventStatus.Planned));
    }

    [Fact]
    public void Of_AnyOrder_IsTheSame()
    {
        ReportDelivery[] told = [Told("r-1", "She met him."), Told("r-2", "Both met."), Told("r-3", "Envoys met.", day: 2), Told("r-4", "Ministers met.", day: 1)];
        Assert.All([told, [.. told.Reverse()]], order => Assert.Equal("Ministers met.", HeadlineRule.Of(order, EventStatus.Occurred)));
    }
}
