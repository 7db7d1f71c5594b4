using Xunit;

namespace Aggregator.Extraction.Frames;

public sealed class AttributionTests
{
    [Theory]
    [InlineData("At least 12 people were killed in Mombasa, Governor Abdulswamad Nassir said.", "Abdulswamad Nassir")]
    [InlineData("Governor Abdulswamad Nassir said that 12 people were killed in Mombasa.", "Abdulswamad Nassir")]
    [InlineData("According to the Red Cross, 12 people were killed in Mombasa.", "Red Cross")]
    [InlineData("Kenyan officials said 12 people were killed in Mombasa.", "Kenyan officials")]
    [InlineData("At least 14 people were killed when a bridge collapsed in Mombasa on 18 September 2026, the mayor said.", "mayor")]
    [InlineData("A magnitude 6.8 earthquake struck the coast on Thursday, killing at least nine people, the Emergencies Ministry said.", "Emergencies Ministry")]
    [InlineData("Twelve people died in the flood, officials in both capitals said.", "officials")]
    [InlineData("Twelve people have died in the flood, Governor Jane Roe said after flying over the valley at noon.", "Jane Roe")]
    [InlineData("Twelve people were killed in the flood, the interior ministry said on Monday, withdrawing the figure that it gave a day earlier.", "interior ministry")]
    [InlineData("Twelve people died in the flood, officials in both capitals said on Monday.", "officials")]
    [InlineData("Deputy Commissioner Jane Roe reported about 900 civilian deaths in Sudan.", "Jane Roe")]
    [InlineData("Police confirmed three deaths.", "Police")]
    [InlineData("The health ministry in Khartoum put the death toll at 45.", "health ministry")]
    [InlineData("Seven miners were killed, said the company's spokesman, Peter Hall.", "Peter Hall")]
    [InlineData("Rescuers found 12 bodies in the rubble, the head of the regional administration, Peter Hall, said on Telegram.", "Peter Hall")]
    [InlineData("Governor Abdulswamad Nassir pointed out that the alliance was weak, highlighting that Brandonia has lost 300 soldiers.", "Abdulswamad Nassir")]
    [InlineData("Governor Abdulswamad Nassir said that the front was quiet, adding that 12 people were killed in Mombasa.", "Abdulswamad Nassir")]
    [InlineData("The coast guard issued a statement saying that 12 people were killed.", "coast guard")]
    [InlineData("A statement by the coast guard said 12 people were killed.", "coast guard")]
    [InlineData("At least 12 people were killed, according to a statement from the coast guard.", "coast guard")]
    [InlineData("Villagers are accusing the army of killing 12 people in Mombasa.", "Villagers")]
    [InlineData("The blast claimed 12 lives.", null)]
    [InlineData("The province recorded 40 deaths.", null)]
    [InlineData("Twelve people were killed in Mombasa.", null)]
    public void Extract_Figure_IsClaimedByWhoSaysIt(string text, string? claimant)
    {
        var figure = Assert.Single(Told.By(text), report => report.Kind == EventKind.Casualties);
        if (claimant is null) Assert.Null(figure.Claimant);
        else Assert.Contains(claimant, figure.Claimant, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mombasa police said a man was shot on Monday. Police said five people were wounded.", "Mombasa police")]
    [InlineData("The Ministry of Health in Khartoum said a man died of cholera. The ministry said five people were wounded.", "Ministry of Health")]
    [InlineData("Police said a man was shot on Monday. Police said five people were wounded.", "Police")]
    [InlineData("Officials of Kenya said a man was shot on Monday. Officials said five people were wounded.", "Officials")]
    public void Extract_InstitutionByItsNounAlone_IsClaimantByTheNameGivenBefore(string text, string claimant) =>
        Assert.Equal(claimant, Assert.Single(Told.By(text), report => report.Casualties is { Count.Low: 5 }).Claimant);

    [Theory]
    [InlineData("Nine bodies were found in the river, bringing the toll to 40.")]
    [InlineData("Reporters were told that nine people died.")]
    public void Extract_PassiveOfSaying_IsNotClaimedByWhomItIsDoneTo(string text) =>
        Assert.All(Told.By(text).Where(report => report.Casualties is not null), report => Assert.Null(report.Claimant));

    [Fact]
    public void Extract_SourceAtTheEnd_HoldsForAllThatTheSentenceTells() =>
        Assert.All(Told.By("The groups clashed on Friday, killing at least 16 people and wounding 20 more, according to Arab media.").Where(report => report.Casualties is not null),
            figure => Assert.Equal("Arab media", figure.Claimant));

    [Fact]
    public void Extract_ChainOfReporting_NamesTheSpeakerAndThroughWhom()
    {
        var figure = Assert.Single(
            Told.By("TASS reported that Governor Abdulswamad Nassir said that 12 people were killed."), report => report.Kind == EventKind.Casualties);
        Assert.Equal("Abdulswamad Nassir", figure.Claimant);
        Assert.Equal("TASS", Assert.Single(figure.Casualties!.Chain));
    }

    [Fact]
    public void Extract_QuotationOverSentences_IsClaimedByItsSpeaker()
    {
        var figure = Assert.Single(
            Told.By("\"The storm was terrible. Twelve people were killed,\" Governor Abdulswamad Nassir said."), report => report.Kind == EventKind.Casualties);
        Assert.Equal("Abdulswamad Nassir", figure.Claimant);
    }
}
