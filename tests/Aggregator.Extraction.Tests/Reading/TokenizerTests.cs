using CsCheck;
using Xunit;

namespace Aggregator.Extraction.Reading;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("They don't know.", "They|do|n't|know|.")]
    [InlineData("She can't, he won't, I cannot.", "She|ca|n't|,|he|wo|n't|,|I|can|not|.")]
    [InlineData("The minister's aides' cars", "The|minister|'s|aides|'|cars")]
    [InlineData("the minister\u2019s car, he\u2019ll say", "the|minister|\u2019s|car|,|he|\u2019ll|say")]
    [InlineData("O'Hara met N'Golo", "O'Hara|met|N'Golo")]
    [InlineData("a well-known anti-tank crew", "a|well|-|known|anti-tank|crew")]
    [InlineData("an F-16 over the al-Noor quarter", "an|F-16|over|the|al|-|Noor|quarter")]
    [InlineData("It cost $4.5 million, or US$1,200 each.", "It|cost|$|4.5|million|,|or|US$|1,200|each|.")]
    [InlineData("about 45% of 3,000km", "about|45|%|of|3,000|km")]
    [InlineData("from 2010-2012 at 5:30pm", "from|2010|-|2012|at|5:30|pm")]
    [InlineData("Mr. Lund of the U.S. met Dr. J. Roe.", "Mr.|Lund|of|the|U.S.|met|Dr.|J.|Roe|.")]
    [InlineData("No. 7 said no.", "No.|7|said|no|.")]
    [InlineData("See https://example.org/a?b=c.", "See|https://example.org/a?b=c|.")]
    [InlineData("Write to desk@example.org, please", "Write|to|desk@example.org|,|please")]
    [InlineData("\u201CNo,\u201D he said\u2014twice\u2026", "\u201C|No|,|\u201D|he|said|\u2014|twice|\u2026")]
    [InlineData("AT&T and/or R&D", "AT&T|and|/|or|R&D")]
    [InlineData("wait... what?!", "wait|...|what|?!")]
    [InlineData("Call 555-010-9999 now", "Call|555-010-9999|now")]
    public void Split_Text_FollowsTheTreebanksConventions(string text, string tokens) =>
        Assert.Equal(tokens, string.Join('|', Forms(text, [])));

    [Fact]
    public void Split_Units_StandAsOneTokenWithTheirTag()
    {
        const string Text = "Ada Lund's visit to Port Sel ended.";
        var units = new[] { new Unit(new TextSpan(0, 8)), new Unit(new TextSpan(20, 8)) };
        Assert.Equal(["Ada Lund", "'s", "visit", "to", "Port Sel", "ended", "."], Forms(Text, units));
        using var read = Split(Text, units);
        Assert.True(read[0][0].IsUnit);
        Assert.Equal(Upos.Propn, read[0][0].Tag);
        Assert.False(read[0][1].IsUnit);
    }

    [Fact]
    public void Split_UnitsThatOverlapOrLieOutside_ArePassedOver()
    {
        var units = new[] { new Unit(new TextSpan(0, 7)), new Unit(new TextSpan(4, 3)), new Unit(new TextSpan(8, 0)), new Unit(new TextSpan(8, 90)) };
        Assert.Equal(["one two", "three"], Forms("one two three", units));
    }

    [Fact]
    public void Split_AnyTextAndUnits_CoversAllButWhiteSpaceInOrder() =>
        Gen.Select(AnyText, Gen.Select(Gen.Int[-2, 60], Gen.Int[-2, 9]).List[0, 5]).Sample(
            (text, spans) =>
            {
                var units = spans.Select(span => new Unit(new TextSpan(span.Item1, span.Item2))).ToList();
                using var read = Split(text, units);
                var covered = new bool[text.Length];
                var last = 0;
                for (var i = 0; i < read.Count; i++)
                {
                    Assert.InRange(read[i].Count, 1, Reader.SentenceTokensMax);
                    foreach (ref readonly var token in read[i].Tokens)
                    {
                        Assert.True(token.Start >= last && token.Length > 0 && token.End <= text.Length);
                        last = token.End;
                        covered.AsSpan(token.Start, token.Length).Fill(true);
                    }
                }
                for (var at = 0; at < text.Length; at++) Assert.True(covered[at] || Marks.IsSpace(text[at]));
            },
            seed: "0000KpXcbz71", iter: 3_000);

    [Theory]
    [InlineData("a")]
    [InlineData("\"")]
    [InlineData(". ")]
    [InlineData("a@")]
    [InlineData("5-")]
    [InlineData("' ")]
    [InlineData("\n")]
    [InlineData("U.S. ")]
    public void Split_OnePieceHalfAMillionUnitsLong_Ends(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 500_000 / piece.Length));
        using var read = Split(text, []);
        Assert.InRange(read.TokenCount, 0, text.Length);
    }

    private static Gen<string> AnyText { get; } = Gen.OneOf(
        Gen.Char.Array[0, 80].Select(units => new string(units)),
        Pieces("Mr. ", "the", " ", ".", "'s", "n't", "\n", "U.S.", "\u201D", "-", "4.5", "\uD83D", "\uDE00", "a@b", "http://", "5-5-", "(", ")", "\u0301"));

    private static Gen<string> Pieces(params string[] pieces) =>
        Gen.Int[0, pieces.Length - 1].Array[0, 40].Select(at => string.Concat(at.Select(i => pieces[i])));

    private static ReadText Split(string text, IReadOnlyList<Unit> units)
    {
        var read = new ReadText(text);
        Tokenizer.Split(read, units);
        return read;
    }

    private static List<string> Forms(string text, IReadOnlyList<Unit> units)
    {
        using var read = Split(text, units);
        var forms = new List<string>();
        for (var i = 0; i < read.Count; i++)
            for (var at = 0; at < read[i].Count; at++) forms.Add(read[i].Form(at).ToString());
        return forms;
    }
}
