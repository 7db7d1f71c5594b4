using Aggregator.Extraction.Mentions;
using Xunit;

namespace Aggregator.Extraction.Lexicon;

/// <summary>Names that several places, or a place and people, share.</summary>
public sealed class PlaceSenseTests
{
    [Theory]
    [InlineData("Two men were arrested in Birmingham, police said.", "Birmingham", "GBR")]
    [InlineData("Two men were arrested in Birmingham, Alabama, police said.", "Birmingham", "USA")]
    [InlineData("A church in Cambridge, England, reopened.", "Cambridge", "GBR")]
    [InlineData("A laboratory in Cambridge, Massachusetts, reopened.", "Cambridge", "USA")]
    [InlineData("A court in Tripoli, Lebanon, freed him.", "Tripoli", "LBN")]
    [InlineData("Protesters marched through Santiago.", "Santiago", "CHL")]
    [InlineData("A storm hit Savannah, Georgia.", "Georgia", "USA")]
    [InlineData("Protests in Tbilisi, Georgia, went on.", "Georgia", "GEO")]
    [InlineData("Flooding in Valencia, Venezuela, killed two.", "Valencia", "VEN")]
    [InlineData("Flooding in Valencia worried Spain.", "Valencia", "ESP")]
    [InlineData("A strike hit Odesa overnight.", "Odesa", "UKR")]
    [InlineData("A gunman opened fire in Odessa, Texas.", "Odessa", "USA")]
    public void Read_SharedName_IsToldByCountriesNearby(string text, string name, string code) =>
        Assert.Equal(code, new Read(text).Of(name)?.Code);

    [Theory]
    [InlineData("Jackson Reed, 41, said he saw smoke.", "Reed")]
    [InlineData("The mayor, Anna Houston, said she saw smoke.", "Houston")]
    public void Read_PlaceNameInAPersonsName_IsThePerson(string text, string name) =>
        Assert.Equal(MentionKind.Person, new Read(text).Of(name)?.Kind);

    [Theory]
    [InlineData("Kashmir police arrested two men.", "police")]
    [InlineData("A Balkans commander praised the Arctic forces.", "commander")]
    public void Read_PartyOfAPlaceThatSeveralStatesShare_HasNoState(string text, string party) => Assert.Null(new Read(text).Of(party)?.Code);

    [Theory]
    [InlineData("Kharkiv", 50.0, 36.2)]
    [InlineData("São Paulo", -23.6, -46.6)]
    [InlineData("Taiwan Strait", 24.5, 119.5)]
    [InlineData("Uttar Pradesh", 27.0, 80.8)]
    public void Find_Place_HasItsPoint(string name, double latitude, double longitude)
    {
        var place = Gazetteer.Load().Find(name).OfType<PlaceSense>().First();
        Assert.InRange(place.Latitude, latitude - 0.2, latitude + 0.2);
        Assert.InRange(place.Longitude, longitude - 0.2, longitude + 0.2);
    }
}
