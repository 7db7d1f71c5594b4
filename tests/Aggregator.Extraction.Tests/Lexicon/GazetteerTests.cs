using Xunit;

namespace Aggregator.Extraction.Lexicon;

public sealed class GazetteerTests
{
    private static readonly Gazetteer s_builtIn = Gazetteer.Load();

    [Theory]
    [InlineData("Kenya", SenseKind.Country, "KEN")]
    [InlineData("KENYA", SenseKind.Country, "KEN")]
    [InlineData("Kosovo", SenseKind.Country, "XKX")]
    [InlineData("U.S.", SenseKind.Country, "USA")]
    [InlineData("Ivorian", SenseKind.Demonym, "CIV")]
    [InlineData("Ivorians", SenseKind.People, "CIV")]
    [InlineData("Cote d’Ivoire", SenseKind.Country, "CIV")]
    [InlineData("the Kremlin", SenseKind.Metonym, "RUS")]
    [InlineData("Élysée", SenseKind.Metonym, "FRA")]
    [InlineData("Security Council", SenseKind.Body, "IGO:UN")]
    [InlineData("NATO", SenseKind.Body, "IGO:NATO")]
    [InlineData("al-Shabaab", SenseKind.ArmedGroup, "NSA:al-shabaab")]
    [InlineData("Al-Shabaab", SenseKind.ArmedGroup, "NSA:al-shabaab")]
    public void Find_KnownName_GivesKindAndCode(string name, SenseKind kind, string code)
    {
        var sense = s_builtIn.Find(name)[0];
        Assert.Equal(kind, sense.Kind);
        Assert.Equal(code, sense.Code);
    }

    [Theory]
    [InlineData("us")]
    [InlineData("turkey")]
    [InlineData("who")]
    [InlineData("chad")]
    public void Find_SmallLetters_GiveNoState(string word) =>
        Assert.DoesNotContain(s_builtIn.Find(word), sense => sense.Kind is SenseKind.Country or SenseKind.Body);

    [Fact]
    public void States_HaveEveryMemberOfTheUnitedNations() => Assert.True(s_builtIn.States.Count >= 197);

    [Fact]
    public void Version_OfEqualFiles_IsEqual() => Assert.Equal(s_builtIn.Version, Gazetteer.Load().Version);
}
