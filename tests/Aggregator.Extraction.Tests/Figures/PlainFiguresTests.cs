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

    [Theory]
    [InlineData("A man had been dropped off at a hospital in Nakuru with a gunshot wound to the chest.", 1)]
    [InlineData("Another man walked into the clinic with a stab wound.", 1)]
    [InlineData("Three women were transported to the Lake Center with serious injuries.", 3)]
    [InlineData("Four teenagers, ages 13 to 17, sustained what police say are minor injuries.", 4)]
    [InlineData("A woman and a teenage girl are in the hospital in critical condition.", 2)]
    [InlineData("A bystander was struck once in the arm.", 1)]
    [InlineData("Their mother was found in the basement with several wounds.", 1)]
    public void Extract_WhoComesToHospitalOrHasWounds_IsInjured(string text, long count) =>
        Assert.Contains(Told.By(text), report => report.Casualties is { Measure: CasualtyMeasure.Injured, Count.Low: var low } && low == count);

    [Fact]
    public void Extract_ManyShotAndOneDeadOfAnotherStory_AreNotTakenFromEachOther() =>
        Assert.DoesNotContain(Told.By("He said that 450 men were shot in the valley. His brother was killed in the town."), report => report.Casualties is { Measure: CasualtyMeasure.Injured, Count.Low: 449 });
}
