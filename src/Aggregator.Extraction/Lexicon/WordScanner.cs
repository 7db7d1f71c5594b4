namespace Aggregator.Extraction.Lexicon;

/// <summary>Cuts a text into words in one pass. The same cutting serves the lexicon's names and the texts they are sought in.</summary>
internal static class WordScanner
{
    private const int KeyLengthMax = 48;

    private static readonly System.Collections.Frozen.FrozenSet<string> s_abbreviations = System.Collections.Frozen.FrozenSet.ToFrozenSet(
        [
            "mr", "mrs", "ms", "dr", "st", "gen", "col", "lt", "maj", "sgt", "capt", "adm", "sen", "sens", "rep", "reps", "gov", "pres",
            "prof", "rev", "hon", "vs", "jr", "sr", "brig", "cmdr", "cpl", "pvt", "det", "supt", "insp", "messrs", "rear", "vice", "ft", "mt",
        ]);

    /// <summary>Cuts a text; with a vocabulary the words carry their keys and classes.</summary>
    public static void Scan(string text, Vocabulary vocabulary, WordList words)
    {
        var sentence = 0;
        var first = true;
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                if (text[at] is '\n' or '\u2028' or '\u2029' && !first) (sentence, first) = (sentence + 1, true);
                at++;
                continue;
            }
            var glued = at > 0 && !char.IsWhiteSpace(text[at - 1]);
            var end = EndOf(text, at, glued);
            var word = Make(text, at, end, vocabulary, sentence, first, glued);
            words.Add(word);
            if (!word.Has(WordShape.Mark)) first = false;
            if (word.Has(WordShape.Mark) && EndsSentence(text, at)) (sentence, first) = (sentence + 1, true);
            at = end;
        }
    }

    private static Word Make(string text, int at, int end, Vocabulary vocabulary, int sentence, bool first, bool glued)
    {
        var form = text.AsSpan(at, end - at);
        var shape = ShapeOf(form);
        if (glued) shape |= WordShape.Glued;
        if (first && (shape & WordShape.Mark) == 0) shape |= WordShape.First;
        var key = -1;
        if (form.Length <= KeyLengthMax)
        {
            Span<char> buffer = stackalloc char[KeyLengthMax];
            key = vocabulary.KeyOf(buffer[..Folding.WriteKey(form, buffer)]);
        }
        return new Word(at, end - at, key, vocabulary.ClassesOf(key), shape, sentence);
    }

    private static int EndOf(string text, int at, bool glued)
    {
        if (IsApostrophe(text[at]) && glued && at + 1 < text.Length && text[at + 1] is 's' or 'S' && !LetterAt(text, at + 2)) return at + 2;
        if (!char.IsLetterOrDigit(text[at])) return char.IsSurrogatePair(text, at) ? at + 2 : at + 1;
        var end = at + 1;
        for (; end < text.Length; end++)
        {
            var unit = text[end];
            if (char.IsLetterOrDigit(unit) || char.GetUnicodeCategory(unit) == System.Globalization.UnicodeCategory.NonSpacingMark) continue;
            if (IsApostrophe(unit) && LetterAt(text, end + 1) && !IsClitic(text, end)) continue;
            if (unit is '.' or ',' && char.IsDigit(text[at]) && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])) continue;
            break;
        }
        return end < text.Length && text[end] == '.' ? WithPeriods(text, at, end) : end;
    }

    /// <summary>Takes in the periods of <c>U.S.</c>, an initial, or a shortened title.</summary>
    private static int WithPeriods(string text, int at, int end)
    {
        if (end - at == 1 && char.IsUpper(text[at]))
        {
            while (end + 1 < text.Length && text[end] == '.' && char.IsUpper(text[end + 1]) && !LetterAt(text, end + 2)) end += 2;
            return end < text.Length && text[end] == '.' ? end + 1 : end;
        }
        if (end - at > 6 || !char.IsUpper(text[at])) return end;
        Span<char> key = stackalloc char[8];
        var length = Folding.WriteKey(text.AsSpan(at, end - at), key);
        return s_abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key[..length]) ? end + 1 : end;
    }

    private static WordShape ShapeOf(ReadOnlySpan<char> form)
    {
        if (IsApostrophe(form[0])) return form.Length == 2 ? WordShape.Clitic : WordShape.Mark;
        if (char.IsAsciiDigit(form[0])) return WordShape.Digit;
        if (!char.IsLetterOrDigit(form[0])) return WordShape.Mark;
        var shape = char.IsUpper(form[0]) ? WordShape.Capital : WordShape.Small;
        if (form.Length > 1 && form[^1] == '.') shape |= WordShape.Abbreviation;
        if (form.Length < 2) return shape;
        foreach (var unit in form)
            if (char.IsLower(unit)) return shape;
        return (shape & WordShape.Capital) != 0 ? shape | WordShape.AllCapitals : shape;
    }

    private static bool EndsSentence(string text, int at)
    {
        if (text[at] is not ('.' or '!' or '?' or '…')) return false;
        var next = at + 1;
        while (next < text.Length && next < at + 4 && text[next] is '"' or '\'' or '”' or '’' or ')' or ']' or '.') next++;
        return next >= text.Length || char.IsWhiteSpace(text[next]);
    }

    private static bool IsApostrophe(char unit) => unit is '\'' or '’' or '‘' or 'ʼ' or '`' or '´';

    private static bool IsClitic(string text, int at) => text[at + 1] is 's' or 'S' && !LetterAt(text, at + 2);

    private static bool LetterAt(string text, int at) => at < text.Length && char.IsLetterOrDigit(text[at]);
}
