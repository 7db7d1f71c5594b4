using Xunit;

namespace Aggregator.Extraction.Frames;

public sealed class AttributionTests
{
    [Theory]
    [InlineData("At least 12 people were killed in Mombasa, Governor Abdulswamad Nassir said.", "Abdulswamad Nassir")]
    [InlineData("Governor Abdulswamad Nassir said that 12 people were killed in Mombasa.", "Abdulswamad Nassir")]
    [InlineData("According to the Red Cross, 12 people were killed in Mombasa.", "Red Cross")]
    [InlineData("Kenyan officials said 12 people were killed in Mombasa.", "Kenyan officials")]
    [InlineData("Twelve people were killed in Mombasa.", null)]
    public void Extract_Figure_IsClaimedByWhoSaysIt(string text, string? claimant)
    {
        var figure = Assert.Single(Told.By(text), report => report.Kind == EventKind.Casualties);
        if (claimant is null) Assert.Null(figure.Claimant);
        else Assert.Contains(claimant, figure.Claimant, StringComparison.Ordinal);
    }

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
