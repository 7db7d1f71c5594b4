using Xunit;

namespace Aggregator.Extraction.Frames;

/// <summary>Which of an article's happenings a figure belongs to.</summary>
public sealed class FigureAboutTests
{
    [Theory]
    [InlineData("An aftershock has hit the valley where a stronger earthquake killed dozens of people last week. Two people died in Thursday's tremor, the mayor said.", "aftershock", 2)]
    [InlineData("A landslide struck Peru on Thursday, days after a flood that killed 30 people on Monday. Seven people died in Thursday's slide.", "slide", 7)]
    [InlineData("A fire damaged a market in Lagos, in a district that a storm had struck in January. Three traders were killed.", "fire", 3)]
    public void Figure_WithADayOfItsOwn_IsOfTheHappeningOfThatDay(string text, string mode, int killed)
    {
        var reports = Told.By(text);
        var figure = Assert.Single(reports, report => report.Casualties?.Count.Low == killed);
        Assert.Equal(mode, reports.Single(report => report.Id == figure.About).Mode);
    }
}
