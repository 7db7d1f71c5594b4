using Xunit;

namespace Aggregator.Extraction.Figures;

/// <summary>People told one by one, in lists, by how they fare, and who they are.</summary>
public sealed class VictimsTests
{
    [Theory]
    [InlineData("Four adults and a 3-year-old were shot near the lake", "Injured 5..5")]
    [InlineData("The victims, including two juveniles and eight adults, were taken to hospital", "Injured 10..10")]
    [InlineData("Anna Beck, 35, of Lakeside; Omar Haddad, 24, of Reedtown; and Ole Dahl, 23, of Lakeside, were wounded", "Injured 3..3")]
    [InlineData("He wounded Anna Beck, 35, and Omar Haddad, 24", "Injured 2..2")]
    [InlineData("The driver, Jan Berg, a woman from the north, was killed", "Killed 1..1")]
    [InlineData("The fall injured at least three people, Lake-TV reported", "Injured 3..")]
    [InlineData("Four men who came to honour a slain friend were shot", "Injured 4..4")]
    [InlineData("Another deputy and a woman were also hurt", "Injured 2..2")]
    [InlineData("Three people were killed and another wounded", "Killed 3..3; Injured 1..1")]
    [InlineData("Both were taken to hospital", "Injured 2..2")]
    [InlineData("Five members of one family died in the fire", "Killed 5..5")]
    [InlineData("Three pupils of the same class were injured", "Injured 3..3 Child")]
    [InlineData("Blast kills four, 15 still trapped", "Killed 4..4")]
    [InlineData("Thirty people were driven to the city", "")]
    [InlineData("Thirty people were driven from their homes", "Displaced 30..30")]
    public void Read_Lists_AreAddedUp(string text, string expected) => Assert.Equal(expected, CasualtyReaderTests.Describe(text));

    [Theory]
    [InlineData("Three people are recovering after the crash", "Injured 3..3")]
    [InlineData("Two sailors are expected to survive", "Injured 2..2")]
    [InlineData("Two sailors are expected to make a full recovery", "Injured 2..2")]
    [InlineData("Four women were fighting for their lives", "Injured 4..4")]
    [InlineData("An officer is conscious and expected to survive", "Injured 1..1 Police")]
    [InlineData("Five teenagers sustained what police say are minor injuries", "Injured 5..5 Child")]
    [InlineData("Police found four gunshot victims at the house", "Injured 4..4")]
    [InlineData("Medics rushed two gunshot victims to the hospital", "Injured 2..2")]
    [InlineData("Three ships are expected to sail", "")]
    public void Read_Outcomes_TellOfTheHurt(string text, string expected) => Assert.Equal(expected, CasualtyReaderTests.Describe(text));

    [Theory]
    [InlineData("One of the five people killed on Friday was a teacher", "Killed 5..5")]
    [InlineData("One of the five sailors died on Friday", "Killed 1..1")]
    [InlineData("Half of the 40 sailors were killed", "Killed 20..20")]
    [InlineData("One in five of the 40 sailors died", "Killed 8..8")]
    [InlineData("Two-thirds of the 90 sailors were injured", "Injured 60..60")]
    [InlineData("20% of the 50 sailors drowned", "Killed 10..10")]
    [InlineData("Half of the sailors were killed", "")]
    [InlineData("At least 30 and possibly as many as 50 people died", "Killed 30..50")]
    [InlineData("At least 30, perhaps 50, people died", "Killed 30..50")]
    public void Read_PartsAndWholes_AreCounted(string text, string expected) => Assert.Equal(expected, CasualtyReaderTests.Describe(text));

    [Theory]
    [InlineData("A sailor wounded nine people on the quay before being shot dead by a guard", "Killed 1..1; Injured 9..9")]
    [InlineData("Thousands mourn slain sailor", "")]
    [InlineData("Flight KQ17 was shot down over the lake, killing all 30 people on board", "Killed 30..30")]
    [InlineData("Kenya Airways KQ8501 is missing", "")]
    [InlineData("Twenty-three sailors, among them six women, were killed", "Killed 23..23; Killed 6..6")]
    public void Read_WhoSuffers_IsWhomTheSentenceMeans(string text, string expected) => Assert.Equal(expected, CasualtyReaderTests.Describe(text));

    [Theory]
    [InlineData("Eight men were shot, two of them fatally, at a fair", "Casualties 8..8; Injured 6..6; Killed 2..2")]
    [InlineData("8 men shot, 2 dead", "Casualties 8..8; Injured 6..6; Killed 2..2")]
    [InlineData("A man was killed and three others were shot", "Killed 1..1; Injured 3..3")]
    [InlineData("A driver was killed. A woman was shot in the leg", "Killed 1..1; Injured 1..1")]
    public void Read_Blows_LessTheDead_AreTheHurt(string text, string expected) => Assert.Equal(expected, CasualtyReaderTests.Describe(text));

    [Theory]
    [InlineData("A man was shot in the leg. A woman was grazed in the arm.", 2)]
    [InlineData("A man was shot in the leg. Another man was hit in the foot. A third man was shot in the hand.", 3)]
    [InlineData("A man was hurt. Two others were taken to hospital.", 3)]
    public void Read_PeopleToldOneByOne_AreAddedUp(string text, int sum) =>
        Assert.Contains($"Injured {sum}..{sum}", CasualtyReaderTests.Describe(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("A man was shot in the leg. The 30-year-old man was shot by a neighbor.")]
    [InlineData("Five people were hurt. A man was shot in the leg. A woman was grazed.")]
    public void Read_OnePersonAgain_OrACountedWhole_IsNotAddedUp(string text) =>
        Assert.DoesNotContain("Injured 2..2", CasualtyReaderTests.Describe(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("A blast killed six civilians and wounded 120", "Killed 6..6 Civilian; Injured 120..120 Civilian")]
    [InlineData("A blast killed two soldiers and wounded five", "Killed 2..2 Military; Injured 5..5 Military")]
    [InlineData("A blast killed two soldiers and wounded five children", "Killed 2..2 Military; Injured 5..5 Child")]
    [InlineData("A truck rammed a crowd, killing 12 people", "Killed 12..12 Civilian")]
    [InlineData("A truck rammed a wall, killing 12 people", "Killed 12..12")]
    [InlineData("Two aid workers were killed", "Killed 2..2 AidWorker")]
    [InlineData("Two army officers were killed", "Killed 2..2 Military")]
    [InlineData("Two police officers were killed", "Killed 2..2 Police")]
    [InlineData("Four police recruits were killed", "Killed 4..4 Police")]
    [InlineData("Five Hamas commanders were killed", "Killed 5..5 Combatant")]
    [InlineData("Five rebel fighters were killed", "Killed 5..5 Combatant")]
    [InlineData("Three television reporters were killed", "Killed 3..3 Journalist")]
    [InlineData("No embassy staff were hurt", "Injured 0..0 Civilian")]
    [InlineData("Nine passengers were hurt", "Injured 9..9 Civilian")]
    [InlineData("12 soldiers and civilians were killed", "Killed 12..12 Mixed")]
    [InlineData("12 men and women were killed", "Killed 12..12")]
    public void Read_Nouns_TellWhoIsCounted(string text, string expected) => Assert.Equal(expected, CasualtyReaderTests.Describe(text));
}
