using Aggregator.Extraction.Reading;
using Xunit;

namespace Aggregator.Extraction.Figures;

public sealed class CasualtyReaderTests
{
    internal static string Describe(string text)
    {
        using var read = new Reader().Read(text);
        var figures = CasualtyReader.Read(read, new DateOnly(2019, 5, 15));
        return string.Join("; ", figures.Select(f => $"{f.Figure.Measure} {f.Figure.Count.Low}..{f.Figure.Count.High}{(f.Figure.Who is { } who ? " " + who : "")}"));
    }

    [Theory]
    [InlineData("A landslide killed 14 hikers near the lake", "Killed 14..14 Civilian")]
    [InlineData("A landslide killed at least 14 hikers and injured nine", "Killed 14.. Civilian; Injured 9..9 Civilian")]
    [InlineData("The roof gave way, killing three pupils and wounding dozens of others", "Killed 3..3 Child; Injured 24..")]
    [InlineData("Eleven sailors were killed and 30 wounded", "Killed 11..11; Injured 30..30")]
    [InlineData("Eleven sailors died when the ferry sank", "Killed 11..11")]
    [InlineData("The fire left eight workers dead", "Killed 8..8 Civilian")]
    [InlineData("Fire leaves eight dead, 20 hurt", "Killed 8..8; Injured 20..20")]
    [InlineData("Two police officers and a bystander were wounded", "Injured 2..2 Police; Injured 1..1 Civilian")]
    [InlineData("Two men and a woman were killed", "Killed 3..3")]
    [InlineData("About 60 people, including 12 children, were killed", "Killed 60..60; Killed 12..12 Child")]
    [InlineData("The flood killed 60 people, among them 12 children", "Killed 60..60; Killed 12..12 Child")]
    [InlineData("Gunmen shot dead two judges outside the court", "Killed 2..2 Civilian")]
    [InlineData("Gunmen shot and killed two judges outside the court", "Killed 2..2 Civilian")]
    [InlineData("The quake killed or injured 300 people", "Casualties 300..300")]
    [InlineData("More than 40 miners are missing", "Missing 40.. Civilian")]
    [InlineData("Rebels captured 12 soldiers in the raid", "Captured 12..12 Military")]
    [InlineData("The army lost 900 troops in the valley", "Casualties 900..900 Military")]
    [InlineData("The storm displaced 30,000 people", "Displaced 30000..30000")]
    [InlineData("Some 5,000 villagers fled their homes", "Displaced 5000..5000 Civilian")]
    [InlineData("The blaze forced 200 residents to flee", "Displaced 200..200 Civilian")]
    [InlineData("Gunmen took 15 pupils hostage", "Captured 15..15 Child")]
    [InlineData("A man of 60 was killed by a falling tree", "Killed 1..1")]
    [InlineData("A woman of 82 died in the blaze", "Killed 1..1")]
    [InlineData("A woman of 82 and a boy of 7 were injured", "Injured 1..1; Injured 2..2")]
    [InlineData("A blast killed 60 men", "Killed 60..60")]
    [InlineData("The war has left some 93,000 estimated dead", "Killed 93000..93000")]
    [InlineData("Two state troopers were killed near the bridge", "Killed 2..2 Police")]
    [InlineData("More than 60 Norwegians and 80 Swedes have died", "Killed 60..; Killed 80..80")]
    [InlineData("About 400 of those killed were in the north", "Killed 400..400")]
    [InlineData("The fatal police shooting of Anna Beck led to protests", "Killed 1..1")]
    [InlineData("The patients at the hospital were three men in good condition", "Injured 3..3")]
    public void Read_VerbsOfHarm_GiveTheirFigures(string text, string expected) => Assert.Equal(expected, Describe(text));

    [Theory]
    [InlineData("The death toll rose to 41 on Tuesday", "Killed 41..41")]
    [InlineData("Reports put the toll at anywhere from two to seven people", "Killed 2..7")]
    [InlineData("A child was killed, raising the death toll to at least 138", "Killed 1..1 Child; Killed 138..")]
    [InlineData("The death toll from the crash in the northern port has climbed from 33 to 41", "Killed 41..41")]
    [InlineData("The toll stands at 41", "Killed 41..41")]
    [InlineData("The number of dead rose to 41", "Killed 41..41")]
    [InlineData("The number of people killed has reached 41", "Killed 41..41")]
    [InlineData("Civilian casualties have exceeded 900", "Casualties 900.. Civilian")]
    [InlineData("There were 41 deaths and 12 serious injuries", "Killed 41..41; Injured 12..12")]
    [InlineData("The inquiry counted about 700 civilian deaths", "Killed 700..700 Civilian")]
    [InlineData("Protests followed the killing of 33 farmers", "Killed 33..33 Civilian")]
    [InlineData("The crash claimed 19 lives", "Killed 19..19")]
    [InlineData("The crash claimed the lives of 19 commuters", "Killed 19..19 Civilian")]
    [InlineData("Nineteen commuters lost their lives", "Killed 19..19 Civilian")]
    [InlineData("Two sailors were taken to hospital", "Injured 2..2")]
    [InlineData("Six passengers were in critical condition", "Injured 6..6 Civilian")]
    [InlineData("Six passengers suffered minor injuries", "Injured 6..6 Civilian")]
    [InlineData("Four cyclists were hit and injured, one seriously", "Injured 4..4 Civilian; Injured 1..1 Civilian")]
    public void Read_NounsAndConditions_GiveTheirFigures(string text, string expected) => Assert.Equal(expected, Describe(text));

    [Theory]
    [InlineData("No one was hurt in the blaze", "Injured 0..0")]
    [InlineData("Nobody was killed in the blaze", "Killed 0..0")]
    [InlineData("No casualties were reported", "Casualties 0..0")]
    [InlineData("None of the passengers was injured", "Injured 0..0 Civilian")]
    public void Read_Nobody_IsZero(string text, string expected) => Assert.Equal(expected, Describe(text));

    [Theory]
    [InlineData("A woman was killed in the crash", "Killed 1..1")]
    [InlineData("The 19-year-old was pronounced dead at the scene", "Killed 1..1")]
    [InlineData("He shot and killed his neighbor", "Killed 1..1 Civilian")]
    [InlineData("A woman was killed in the crash. The woman was killed by falling stones", "Killed 1..1")]
    [InlineData("Twelve people were killed. The driver was killed by police", "Killed 12..12")]
    [InlineData("A 16-year-old boy and a 19-year-old man were each shot in the leg", "Injured 2..2")]
    public void Read_OneVictim_IsCountedOnce(string text, string expected) => Assert.Equal(expected, Describe(text));

    [Theory]
    [InlineData("The clinic received 30 tents and $4,000")]
    [InlineData("The march drew 5,000 people")]
    [InlineData("The army has 900 troops in the valley")]
    [InlineData("They threatened to kill 40 hostages")]
    [InlineData("A strong quake could kill 4,000 people")]
    [InlineData("The storm destroyed 300 homes")]
    [InlineData("Rebels captured three towns")]
    [InlineData("The team lost 12 games")]
    [InlineData("She was 42 when the war began")]
    [InlineData("The bill was killed in committee")]
    [InlineData("Romanticism is dead")]
    [InlineData("The tanker \"Grace 1\" was seized off the coast")]
    [InlineData("I only lost a suitcase")]
    [InlineData("The three women appeared to be in good condition")]
    [InlineData("A nurse who fell ill was evacuated to Oslo")]
    [InlineData("He was treated very much like a hostage")]
    [InlineData("It is a place where hope goes to die")]
    public void Read_FiguresOfOtherThings_AreNoCasualties(string text) => Assert.Equal("", Describe(text));

    [Fact]
    public void Read_NameBeforeAComma_IsNoOneMoreOfTheCounted() =>
        Assert.Equal("Killed 45..45", Describe("By the count of the New Lake Foundation, 45 people have been killed"));

    [Fact]
    public void Read_DeathOfAnother_IsNotAddedToTheOneTold() =>
        Assert.Equal("Killed 1..1", Describe("Ada Brook died on Friday after she was hit by a car. Protests go on over the killing of Jan Holt"));
}
