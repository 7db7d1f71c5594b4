namespace Aggregator.Extraction.Lexicon;

/// <summary>Whether words of a text write a name the way the lexicon allows: <c>US</c> is not <c>us</c>, <c>Turkey</c> not <c>turkey</c>.</summary>
internal static class NameCase
{
    private const int CapitalsLettersMin = 4;

    public static bool Fits(string text, ReadOnlySpan<Word> words, string[] forms, bool exact)
    {
        var allCapitals = !exact;
        var letters = 0;
        for (var i = 0; i < forms.Length; i++)
        {
            if (i > 0 && words[i].Sentence != words[0].Sentence) return false;
            letters += forms[i].Length;
            allCapitals &= words[i].Has(WordShape.AllCapitals | WordShape.Mark | WordShape.Digit | WordShape.Clitic) || words[i].Length == 1;
        }
        if (allCapitals && letters >= CapitalsLettersMin) return true;
        for (var i = 0; i < forms.Length; i++)
            if (!Fits(text.AsSpan(words[i].Start, words[i].Length), forms[i], exact)) return false;
        return true;
    }

    private static bool Fits(ReadOnlySpan<char> written, ReadOnlySpan<char> form, bool exact)
    {
        written = WithoutPeriod(written);
        form = WithoutPeriod(form);
        if (exact) return written.SequenceEqual(form);
        if (written.Length != form.Length) return false;
        if (form.Length == 0) return true;
        var small = char.IsLower(form[0]);
        for (var i = 0; i < form.Length; i++)
        {
            char unit = Folding.Base(written[i]), wanted = Folding.Base(form[i]);
            if (unit == wanted) continue;
            var capitalOfSmall = small && i == 0 && char.ToLowerInvariant(unit) == wanted;
            if (!capitalOfSmall) return false;
        }
        return true;
    }

    private static ReadOnlySpan<char> WithoutPeriod(ReadOnlySpan<char> word) =>
        word.Length > 1 && word[^1] == '.' ? word[..^1] : word;
}
