namespace Aggregator.Extraction.Reading;

/// <summary>What the tagger and the parser see of a word: hashes of its form, endings, beginnings and shape.</summary>
internal struct WordTraits
{
    private const int ShapeUnitsMax = 24;

    internal uint Word;
    internal uint Suffix1, Suffix2, Suffix3, Suffix4, Suffix5;
    internal uint Prefix1, Prefix2, Prefix3, Prefix4;
    internal uint Shape;

    /// <summary>The tags the word may have, as far as training has shown; for an unknown word, its shape and ending.</summary>
    internal uint Class;

    /// <summary>The tag class of a word that never has another, plus one; else zero.</summary>
    internal byte OnlyTag;

    /// <summary>Hash of the dictionary form; set once the tag is known.</summary>
    internal uint Lemma;

    internal static WordTraits Of(ReadOnlySpan<char> form) => new()
    {
        Word = FeatureHash.Word(form),
        Suffix1 = Ending(form, 1),
        Suffix2 = Ending(form, 2),
        Suffix3 = Ending(form, 3),
        Suffix4 = Ending(form, 4),
        Suffix5 = Ending(form, 5),
        Prefix1 = Beginning(form, 1),
        Prefix2 = Beginning(form, 2),
        Prefix3 = Beginning(form, 3),
        Prefix4 = Beginning(form, 4),
        Shape = ShapeOf(form),
    };

    private static uint Ending(ReadOnlySpan<char> form, int length) =>
        form.Length > length ? FeatureHash.Word(form[^length..]) : 0;

    private static uint Beginning(ReadOnlySpan<char> form, int length) =>
        form.Length > length ? FeatureHash.Word(form[..length]) : 0;

    /// <summary>Runs of capitals, small letters and digits folded to two units at most; other units as they are.</summary>
    private static uint ShapeOf(ReadOnlySpan<char> form)
    {
        uint hash = 1;
        char last = '\0';
        var run = 0;
        foreach (var unit in form[..Math.Min(form.Length, ShapeUnitsMax)])
        {
            var kind = char.IsUpper(unit) ? 'X' : char.IsLetter(unit) ? 'x' : char.IsDigit(unit) ? '0' : FeatureHash.Fold(unit);
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= 2) hash = (hash * 31) + kind;
        }
        return hash;
    }
}
