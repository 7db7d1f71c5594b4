namespace Aggregator.Extraction.Reading;

/// <summary>
/// Finds where a token ends, by the conventions of the English treebanks: clitics, hyphens and units of measure stand by themselves;
/// abbreviations keep their full stop; numbers, times and addresses stay whole. Every rule looks a bounded way ahead.
/// </summary>
internal readonly ref struct TokenScanner(ReadOnlySpan<char> text)
{
    private const int TokenLengthMax = 500;
    private const int AddressLookahead = 64;
    private const int PrefixLengthMax = 6;
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>The end of the token that begins at a place which is not white space.</summary>
    /// <param name="at">Where it begins.</param>
    /// <param name="limit">Where it must end at the latest.</param>
    internal int End(int at, int limit)
    {
        limit = Math.Min(limit, at + TokenLengthMax);
        var unit = _text[at];
        if (Marks.IsApostrophe(unit) && Clitic(at, limit) is var clitic && clitic > at) return clitic;
        if (IsAddress(at, limit)) return AddressEnd(at, limit);
        if (char.IsAsciiDigit(unit) || (unit is '.' && IsDigit(at + 1, limit))) return NumberEnd(at, limit);
        if (Marks.IsWord(unit)) return WordEnd(at, limit);
        if (unit is '#' or '@' && IsLetter(at + 1, limit)) return Run(at + 1, limit);
        if (char.IsHighSurrogate(unit)) return SurrogateEnd(at, limit);
        return MarkEnd(at, limit);
    }

    private int WordEnd(int at, int limit)
    {
        if (IsNegation(at) && at + 3 <= limit) return at + 3;
        var end = at;
        while (end < limit)
        {
            end = Run(end, limit);
            if (!JoinsOn(at, end, limit)) break;
            end++;
        }
        end = TakeStop(at, end, limit);
        return BeforeClitic(at, end);
    }

    /// <summary>Whether the mark behind a word's part belongs to the word, with what follows.</summary>
    private bool JoinsOn(int start, int at, int limit)
    {
        if (at >= limit || at == start || !IsLetterOrDigit(at + 1, limit)) return false;
        var part = _text[start..at];
        var lastIsSingle = at - start == 1 || _text[at - 2] == '.';
        return _text[at] switch
        {
            '.' => (lastIsSingle && char.IsLetter(_text[at - 1])) || IsDomain(at, limit),
            '&' => char.IsUpper(_text[at - 1]) && char.IsUpper(_text[at + 1]),
            '-' or '\u2010' or '\u2011' => (part.Length <= PrefixLengthMax && HyphenPrefixes.Contains(part) && IsLetter(at + 1, limit))
                || (char.IsUpper(part[0]) && part.Length <= PrefixLengthMax && char.IsAsciiDigit(_text[at + 1])),
            var mark => Marks.IsApostrophe(mark) && char.IsLetter(_text[at - 1]) && IsLetter(at + 1, limit),
        };
    }

    private bool IsDomain(int dot, int limit)
    {
        var end = Run(dot + 1, Math.Min(limit, dot + 8));
        return char.IsAsciiLetterLower(_text[dot + 1]) && _text[(dot + 1)..end] is "com" or "org" or "net" or "gov" or "edu" or "co" or "uk" or "ru" or "io" or "info" or "int" or "eu";
    }

    /// <summary>Takes a full stop into an abbreviation or initial.</summary>
    private int TakeStop(int start, int end, int limit)
    {
        if (end >= limit || _text[end] != '.' || IsStop(end + 1)) return end;
        var word = _text[start..end];
        var isAcronym = word.Length >= 3 && word[^2] == '.';
        var isInitial = word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I';
        if (isAcronym || isInitial || Abbreviations.IsOpen(word) || Abbreviations.IsEither(word)) return IsCommonWord(word) ? end : end + 1;
        return word is "No" or "Nos" or "no" or "nos" or "p" or "pp" or "art" or "Art" or "sec" or "Sec" or "c" && DigitFollows(end + 1) ? end + 1 : end;
    }

    /// <summary>Abbreviations that are words too: they lose their stop unless a capital or digit stands where one is expected.</summary>
    private static bool IsCommonWord(ReadOnlySpan<char> word) =>
        word is "am" or "pm" or "sat" or "sun" or "mar" or "max" or "min" or "fig" or "mon" or "op" or "det" or "al" or "rep" or "ed" or "hon" or "est" or "co";

    private int BeforeClitic(int start, int end)
    {
        var word = _text[start..end];
        if (word.Length < 3) return end;
        if (word.Equals("cannot", StringComparison.OrdinalIgnoreCase)) return start + 3;
        if (word.Length > 3 && IsNegation(end - 3)) return end - 3;
        if (word is "gonna" or "Gonna" or "wanna" or "Wanna" or "gotta" or "Gotta") return end - 2;
        for (var at = end - 1; at >= Math.Max(start + 1, end - 3); at--)
            if (Marks.IsApostrophe(_text[at]) && Clitic(at, end) == end) return at;
        return end;
    }

    private bool IsNegation(int at) => at > 0 && at + 3 <= _text.Length && _text[at] is 'n' or 'N' && Marks.IsApostrophe(_text[at + 1])
        && _text[at + 2] is 't' or 'T' && char.IsLetter(_text[at - 1]) && (at + 3 == _text.Length || !char.IsLetter(_text[at + 3]));

    /// <summary>The end of the clitic that begins at an apostrophe, or the apostrophe's place when there is none.</summary>
    private int Clitic(int at, int limit)
    {
        if (at == 0 || Marks.IsSpace(_text[at - 1])) return at;
        foreach (var clitic in (ReadOnlySpan<string>)["s", "m", "d", "ll", "re", "ve"])
        {
            var end = at + 1 + clitic.Length;
            if (end <= limit && _text[(at + 1)..end].Equals(clitic, StringComparison.OrdinalIgnoreCase)
                && (end >= _text.Length || !char.IsLetterOrDigit(_text[end]))) return end;
        }
        return at;
    }

    private int NumberEnd(int at, int limit)
    {
        var end = at;
        while (end < limit && (char.IsAsciiDigit(_text[end]) || (_text[end] is '.' or ',' or ':' or '/' && end > at && IsDigit(end + 1, limit))
            || (end == at && _text[end] == '.'))) end++;
        if (end < limit && Marks.IsDash(_text[end]) && PhoneEnd(at, limit) is var phone && phone > end) return phone;
        var tail = Run(end, limit);
        if (tail == end) return end == at ? at + 1 : end;
        return IsMeasure(_text[end..tail]) ? end : tail;
    }

    /// <summary>The end of groups of digits joined by two hyphens or more; else the start.</summary>
    private int PhoneEnd(int at, int limit)
    {
        var (end, hyphens) = (at, 0);
        while (end < Math.Min(limit, at + AddressLookahead) && (char.IsAsciiDigit(_text[end]) || (_text[end] == '-' && IsDigit(end + 1, limit))))
            if (_text[end++] == '-') hyphens++;
        return hyphens >= 2 ? end : at;
    }

    private static bool IsMeasure(ReadOnlySpan<char> tail) => tail is "am" or "pm" or "AM" or "PM" or "km" or "kg" or "mm" or "cm" or "m" or "ft" or "mph"
        or "kph" or "lb" or "lbs" or "bn" or "mn" or "k" or "K" or "M" or "B" or "b" or "tn" or "mi" or "in" or "hr" or "hrs" or "min" or "mg" or "ml" or "GB" or "MW" or "C" or "F";

    private bool IsAddress(int at, int limit)
    {
        var rest = _text[at..Math.Min(limit, at + AddressLookahead)];
        if (rest.StartsWith("http://") || rest.StartsWith("https://") || rest.StartsWith("www.")) return true;
        if (!char.IsAsciiLetterOrDigit(rest[0]) || (at > 0 && char.IsAsciiLetterOrDigit(_text[at - 1]))) return false;
        var sign = rest.IndexOfAny('@', ' ', '\n');
        return sign > 0 && rest[sign] == '@' && sign + 1 < rest.Length && char.IsAsciiLetterOrDigit(rest[sign + 1]) && !rest[..sign].ContainsAnyExcept(AddressUnits.Local);
    }

    private int AddressEnd(int at, int limit)
    {
        var end = at;
        while (end < limit && !Marks.IsSpace(_text[end]) && _text[end] is not ('<' or '>' or '"' or '\u201C' or '\u201D')) end++;
        while (end > at + 1 && _text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'' or '\u2019') end--;
        return end;
    }

    private int MarkEnd(int at, int limit)
    {
        var mark = _text[at];
        var end = at + 1;
        if (mark is '.' or '-' or '!' or '?' or '*' or '=' or '_' or '~' or '+' or '`' or '\'' or '<' or '>' or '/')
            while (end < limit && (_text[end] == mark || (mark is '!' or '?' && _text[end] is '!' or '?'))) end++;
        return mark is '/' && end - at > 2 ? at + 1 : end;
    }

    private int SurrogateEnd(int at, int limit) => at + 2 <= limit && char.IsLowSurrogate(_text[at + 1]) ? at + 2 : at + 1;

    private int Run(int at, int limit)
    {
        while (at < limit && Marks.IsWord(_text[at])) at++;
        if (at < limit && _text[at] == '$' && at > 0 && char.IsUpper(_text[at - 1]) && IsDigit(at + 1, limit)) at++;
        return at;
    }

    private bool IsStop(int at) => at < _text.Length && _text[at] == '.';

    private bool DigitFollows(int at) => IsDigit(at, _text.Length) || (at < _text.Length && _text[at] == ' ' && IsDigit(at + 1, _text.Length));

    private bool IsDigit(int at, int limit) => at < limit && char.IsAsciiDigit(_text[at]);

    private bool IsLetter(int at, int limit) => at < limit && char.IsLetter(_text[at]);

    private bool IsLetterOrDigit(int at, int limit) => at < limit && char.IsLetterOrDigit(_text[at]);
}
