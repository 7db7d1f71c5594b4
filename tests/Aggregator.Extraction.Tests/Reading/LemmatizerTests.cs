using CsCheck;
using Xunit;

namespace Aggregator.Extraction.Reading;

public sealed class LemmatizerTests
{
    [Theory]
    [InlineData("said", "say")]
    [InlineData("struck", "strike")]
    [InlineData("killed", "kill")]
    [InlineData("stopped", "stop")]
    [InlineData("controlled", "control")]
    [InlineData("denied", "deny")]
    [InlineData("agreed", "agree")]
    [InlineData("exceed", "exceed")]
    [InlineData("seized", "seize")]
    [InlineData("condemned", "condemn")]
    [InlineData("negotiating", "negotiate")]
    [InlineData("visiting", "visit")]
    [InlineData("welcomed", "welcome")]
    [InlineData("appeared", "appear")]
    [InlineData("requiring", "require")]
    [InlineData("launches", "launch")]
    [InlineData("denies", "deny")]
    [InlineData("fled", "flee")]
    [InlineData("dying", "die")]
    [InlineData("BOMBED", "bomb")]
    [InlineData("\u2019ve", "have")]
    [InlineData("wo", "will")]
    public void Write_Verb_GivesTheInfinitive(string form, string lemma) => Assert.Equal(lemma, Lemma(form, Upos.Verb));

    [Theory]
    [InlineData("talks", "talk")]
    [InlineData("gunmen", "gunman")]
    [InlineData("people", "person")]
    [InlineData("cities", "city")]
    [InlineData("crises", "crisis")]
    [InlineData("viruses", "virus")]
    [InlineData("causes", "cause")]
    [InlineData("houses", "house")]
    [InlineData("watches", "watch")]
    [InlineData("heroes", "hero")]
    [InlineData("wives", "wife")]
    [InlineData("headquarters", "headquarters")]
    [InlineData("series", "series")]
    [InlineData("press", "press")]
    [InlineData("status", "status")]
    public void Write_Noun_GivesTheSingular(string form, string lemma) => Assert.Equal(lemma, Lemma(form, Upos.Noun));

    [Theory]
    [InlineData("left", Upos.Adj, "left")]
    [InlineData("Talks", Upos.Propn, "talks")]
    [InlineData("worst", Upos.Adj, "bad")]
    [InlineData("better", Upos.Adv, "well")]
    [InlineData("them", Upos.Pron, "they")]
    [InlineData("n\u2019t", Upos.Part, "not")]
    [InlineData("those", Upos.Det, "that")]
    public void Write_OtherTags_GoByTheirTag(string form, Upos tag, string lemma) => Assert.Equal(lemma, Lemma(form, tag));

    [Fact]
    public void Write_AnyWord_StaysWithinItsRoom() =>
        Gen.Select(Gen.OneOf(Gen.String[0, 12], Gen.Char["aeioubdglnrstyzh'"].Array[0, 9].Select(stem => new string(stem) + "ing")), Gen.Enum<Upos>())
            .Sample((form, tag) => Assert.InRange(Lemma(form, tag).Length, 0, form.Length + Lemmatizer.GrowthMax), seed: "0000KpXcbz71", iter: 10_000);

    private static string Lemma(string form, Upos tag)
    {
        var room = new char[form.Length + Lemmatizer.GrowthMax];
        return new string(room, 0, Lemmatizer.Write(form, tag, room));
    }
}
