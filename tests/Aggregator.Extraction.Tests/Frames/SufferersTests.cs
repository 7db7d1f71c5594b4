using Xunit;

namespace Aggregator.Extraction.Frames;

/// <summary>People who are told by what befell them, and where.</summary>
public sealed class SufferersTests
{
    [Theory]
    [InlineData("Ireland pledged blankets for victims of floods in Malawi.", "pledge", "IRL", "MWI")]
    [InlineData("Kuwait promised 3 million dollars for survivors of the landslide in southern Ecuador.", "pledge", "KWT", "ECU")]
    [InlineData("Morocco sent food to residents of the flooded valleys in Albania.", "aid", "MAR", "ALB")]
    [InlineData("Denmark pledged 5 million euros for the rebuilding of Vanuatu.", "pledge", "DNK", "VUT")]
    [InlineData("Chile pledged 5 million dollars for a new bridge.", "pledge", "CHL", "")]
    public void Sufferers_OfADisasterSomewhere_AreOfThatState(string text, string kind, string actors, string recipients) => Told.Has(text, kind, actors, recipients, "occurred");
}
