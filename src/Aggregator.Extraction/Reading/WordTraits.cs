namespace Aggregator.Extraction.Reading;

/// <summary>What the tagger and the parser see of a word: hashes of its form, endings, beginning and shape.</summary>
internal struct WordTraits
{
    private const int ShapeUnitsMax = 24;
    private const int FoldedMax = 64;

    internal uint Word;
    internal uint Suffix2, Suffix3, Suffix4;
    internal uint Prefix3;
    internal uint Shape;

    /// <summary>The tags the word may have, as far as training has shown; for an unknown word, its shape and ending.</summary>
    internal uint Class;

    internal static WordTraits Of(ReadOnlySpan<char> form)
    {
        Span<char> folded = form.Length <= FoldedMax ? stackalloc char[FoldedMax] : new char[form.Length];
        folded = folded[..form.Length];
        for (var i = 0; i < form.Length; i++) folded[i] = FeatureHash.Fold(form[i]);
        return new()
        {
            Word = FeatureHash.Folded(folded),
            Suffix2 = Ending(folded, 2),
            Suffix3 = Ending(folded, 3),
            Suffix4 = Ending(folded, 4),
            Prefix3 = folded.Length > 3 ? FeatureHash.Folded(folded[..3]) : 0,
            Shape = ShapeOf(form, folded),
        };
    }

    private static uint Ending(ReadOnlySpan<char> folded, int length) => folded.Length > length ? FeatureHash.Folded(folded[^length..]) : 0;

    /// <summary>Runs of capitals, small letters and digits folded to two units at most; other units as they are.</summary>
    private static uint ShapeOf(ReadOnlySpan<char> form, ReadOnlySpan<char> folded)
    {
        uint hash = 1;
        char last = '\0';
        var run = 0;
        for (var i = 0; i < Math.Min(form.Length, ShapeUnitsMax); i++)
        {
            var unit = form[i];
            var kind = char.IsUpper(unit) ? 'X' : char.IsLetter(unit) ? 'x' : char.IsDigit(unit) ? '0' : folded[i];
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= 2) hash = (hash * 31) + kind;
        }
        return hash;
    }
}
