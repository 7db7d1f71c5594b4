using Aggregator.Extraction.Frames;
using Xunit;

namespace Aggregator.Extraction.Figures;

/// <summary>What reading figures in plain news taught: sentences of our own.</summary>
public sealed class PlainFiguresTests
{
    [Fact]
    public void Extract_NoneSurvived_AllOfThemDied()
    {
        var figure = Assert.Single(Told.By("A ferry sank off Zanzibar on Monday, and none of the 40 passengers survived."), report => report.Casualties is not null).Casualties;
        Assert.Equal((CasualtyMeasure.Killed, 40L), (figure!.Measure, figure.Count.Low));
    }

    [Theory]
    [InlineData("The senator said he is missing the point of the treaty.")]
    [InlineData("The infection toll in Kenya stood at three on Monday.")]
    [InlineData("In Kenya a woman is killed every 11 hours, the paper said.")]
    public void Extract_NobodyInParticularIsHarmed_GivesNoFigure(string text) => Assert.DoesNotContain(Told.By(text), report => report.Casualties is not null);

    [Fact]
    public void Extract_ManyShotAndOneDeadOfAnotherStory_AreNotTakenFromEachOther() =>
        Assert.DoesNotContain(Told.By("He said that 450 men were shot in the valley. His brother was killed in the town."), report => report.Casualties is { Measure: CasualtyMeasure.Injured, Count.Low: 449 });
}
