using Aggregator.Extraction.Lexicon;
using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;
using CsCheck;
using Xunit;

namespace Aggregator.Extraction.Figures;

public sealed class FigureContextTests
{
    private static readonly MentionReader s_mentions = new(Gazetteer.Load());

    private static IReadOnlyList<FigureReading> Figures(string text)
    {
        var published = new DateOnly(2019, 5, 15);
        var mentions = s_mentions.Read(text, published);
        using var read = new Reader().Read(text, mentions.Units);
        return CasualtyReader.Read(read, published, mentions);
    }

    [Theory]
    [InlineData("The avalanche killed 12 Kenyan soldiers", "KEN")]
    [InlineData("Two Chilean tourists were injured", "CHL")]
    [InlineData("Four Canadians died", "CAN")]
    [InlineData("The inquiry counted about 700 civilian deaths in Kenya", "KEN")]
    [InlineData("Chile has lost 900 troops in the valley", "CHL")]
    [InlineData("Twelve people were killed in Kenya", null)]
    public void Read_Nationality_IsThatOfThoseCounted(string text, string? expected) =>
        Assert.Equal(expected, Assert.Single(Figures(text)).Figure.Nationality?.Value);

    [Theory]
    [InlineData("A flood killed 12 people on Monday", false, null)]
    [InlineData("Floods have killed 1,200 people since 2014", true, "2014-01-01/2019-05-15")]
    [InlineData("So far this year 45 sailors have drowned", true, "2019-01-01/2019-05-15")]
    [InlineData("About 700 sailors died from March to May last year", true, "2018-03-01/2018-05-31")]
    [InlineData("The feud has killed 80 people to date", true, null)]
    [InlineData("It was the deadliest storm to date, killing 80 people", false, null)]
    [InlineData("It was the worst crash since 2014, killing 80 people", false, null)]
    [InlineData("Gunmen killed 3 officers in the second raid on the town in a week", false, null)]
    [InlineData("Gunmen killed 3 officers in a week", true, "2019-05-08/2019-05-15")]
    [InlineData("In recent weeks the mayor has praised the strike that killed 80 rebels", false, null)]
    public void Read_RunningTotals_CarryTheirPeriod(string text, bool cumulative, string? period)
    {
        var figure = Assert.Single(Figures(text)).Figure;
        Assert.Equal((cumulative, period), (figure.Cumulative, figure.Period?.Value));
    }

    [Theory]
    [InlineData("Deaths on the lake from March to May last year reached 60, a 20% increase compared to the same period a year earlier", 20, "2017-03-01/2017-05-31")]
    [InlineData("The death toll rose to 40, up from 32", 25, null)]
    [InlineData("Deaths on the lake reached 60 last year, a drop of 15 percent", -15, null)]
    [InlineData("From January to March 60 sailors died, a 20% increase compared to the same period of 2017", 20, "2017-01-01/2017-03-31")]
    [InlineData("In the first three months of 2018 60 sailors died, up from 48 in the same period of 2016", 25, "2016-01-01/2016-03-31")]
    public void Read_StatedChange_IsKept(string text, double percent, string? baseline)
    {
        var change = Assert.Single(Figures(text)).Figure.Change;
        Assert.Equal((percent, baseline), (change?.Percent, change?.Baseline?.Value));
    }

    [Theory]
    [InlineData("Nine more bodies were found in the river on Monday, bringing the toll to 40", 9, 40)]
    [InlineData("Another two sailors died, raising the number of dead to 11", 2, 11)]
    [InlineData("Three sailors died in hospital, taking the death toll to 11", 3, 11)]
    [InlineData("Two more sailors died on Monday. The death toll now stands at 11", 2, 11)]
    public void Read_ThoseWhoRaiseAToll_AreMarkedAsBeingInIt(string text, long more, long total) =>
        Assert.Equal([(more, true), (total, false)], Figures(text).Select(reading => (reading.Figure.Count.Low!.Value, reading.Figure.IsIncrement)));

    [Theory]
    [InlineData("Two sailors were killed and nine others wounded")]
    [InlineData("Nine sailors died on Monday. The death toll of the war stands at 4,000")]
    public void Read_FiguresOfNoRaisedToll_AreNotMarked(string text) => Assert.All(Figures(text), reading => Assert.False(reading.Figure.IsIncrement));

    [Fact]
    public void Read_WarningInTheNextSentence_IsTheCaveat() =>
        Assert.Equal("only includes confirmed cases", Assert.Single(Figures("The ministry counted 90 deaths. It said the figure only includes confirmed cases.")).Figure.Caveat);

    [Fact]
    public void Read_FigureToldTwice_IsOneWithBothPlaces()
    {
        var figure = Assert.Single(Figures("A landslide killed 14 people. Villagers said 14 people were killed."));
        Assert.Single(figure.Also);
    }

    [Fact]
    public void Read_LaterToll_StandsBesideTheEarlierOne() =>
        Assert.Equal(2, Figures("The death toll was 14 on Monday. The death toll rose to 19 on Tuesday.").Count);

    [Fact]
    public void Read_FourShotAndOneDead_LeavesThreeHurt() =>
        Assert.Equal(
            [(CasualtyMeasure.Casualties, 4L), (CasualtyMeasure.Injured, 3L), (CasualtyMeasure.Killed, 1L)],
            Figures("Four sailors were shot on the quay. One of them died.").Select(f => (f.Figure.Measure, f.Figure.Count.Low!.Value)));

    private static readonly string[] s_pieces =
        ("killed|12|people|were|and|, |. |the|a|man|dead|wounded|including|no one|at least|in|hospital|taken to|to|of|deaths|toll|rose|shot|who|his|lives|lost|\n|\"|-|was|Kenyan").Split('|');

    [Fact]
    public void Read_AnyText_KeepsSpansInside() =>
        Gen.Int[0, s_pieces.Length - 1].Select(i => s_pieces[i]).List[0, 60].Sample(pieces =>
        {
            var text = string.Join(' ', pieces);
            return Figures(text).All(figure => figure.Evidence.Start >= 0 && figure.Evidence.Length > 0 && figure.Evidence.End <= text.Length
                && figure.Also.All(also => also.Start >= 0 && also.End <= text.Length));
        }, seed: "0000KeYb6n44", iter: 3_000);

    [Theory]
    [InlineData("killed ")]
    [InlineData("12 ")]
    [InlineData("12-")]
    [InlineData("one hundred ")]
    [InlineData("a man and ")]
    [InlineData("dead, ")]
    public void Read_OneWordRepeated_Ends(string piece) =>
        Assert.True(Figures(string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length))).Count >= 0);
}
