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
            '-' or '\u2010' or '\u2011' when part.Length <= PrefixLengthMax => IsLetter(at + 1, limit)
                ? HyphenPrefixes.Contains(part)
                : char.IsUpper(part[0]) && IsDigit(at + 1, limit),
            var mark => Marks.IsApostrophe(mark) && char.IsLetter(_text[at - 1]) && IsLetter(at + 1, limit),
        };
    }

    private bool IsDomain(int dot, int limit)
    {
        var end = Run(dot + 1, Math.Min(limit, dot + 8));
        return TokenWords.Domains.Contains(_text[(dot + 1)..end]);
    }

    /// <summary>Takes a full stop into an abbreviation or initial.</summary>
    private int TakeStop(int start, int end, int limit)
    {
        if (end >= limit || _text[end] != '.' || IsStop(end + 1)) return end;
        var word = _text[start..end];
        var isAcronym = word.Length >= 3 && word[^2] == '.';
        var isInitial = word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I';
        if (isAcronym || isInitial || Abbreviations.IsOpen(word) || Abbreviations.IsEither(word))
            return TokenWords.AlsoWords.Contains(word) ? end : end + 1;
        return DigitFollows(end + 1) && TokenWords.BeforeNumbers.Contains(word) ? end + 1 : end;
    }

    private int BeforeClitic(int start, int end)
    {
        var word = _text[start..end];
        if (word.Length < 3) return end;
        if (word.Equals("cannot", StringComparison.OrdinalIgnoreCase)) return start + 3;
        if (word.Length > 3 && IsNegation(end - 3)) return end - 3;
        if (TokenWords.Contractions.Contains(word)) return end - 2;
        for (var at = end - 1; at >= Math.Max(start + 1, end - 3); at--)
            if (Marks.IsApostrophe(_text[at]) && Clitic(at, end) == end) return at;
        return end;
    }

    private bool IsNegation(int at)
    {
        if (at == 0 || at + 3 > _text.Length || _text[at] is not ('n' or 'N') || _text[at + 2] is not ('t' or 'T')) return false;
        var endsThere = at + 3 == _text.Length || !char.IsLetter(_text[at + 3]);
        return endsThere && Marks.IsApostrophe(_text[at + 1]) && char.IsLetter(_text[at - 1]);
    }

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
        while (end < limit && (char.IsAsciiDigit(_text[end]) || JoinsDigits(at, end, limit))) end++;
        if (end < limit && Marks.IsDash(_text[end]) && PhoneEnd(at, limit) is var phone && phone > end) return phone;
        var tail = Run(end, limit);
        if (tail == end) return end == at ? at + 1 : end;
        return TokenWords.Measures.Contains(_text[end..tail]) ? end : tail;
    }

    /// <summary>The end of groups of digits joined by two hyphens or more; else the start.</summary>
    private int PhoneEnd(int at, int limit)
    {
        var (end, hyphens) = (at, 0);
        limit = Math.Min(limit, at + AddressLookahead);
        while (end < limit && (char.IsAsciiDigit(_text[end]) || (_text[end] == '-' && IsDigit(end + 1, limit))))
            if (_text[end++] == '-') hyphens++;
        return hyphens >= 2 ? end : at;
    }

    private bool JoinsDigits(int start, int at, int limit) => _text[at] switch
    {
        '.' => at == start || IsDigit(at + 1, limit),
        ',' or ':' or '/' => at > start && IsDigit(at + 1, limit),
        _ => false,
    };

    private bool IsAddress(int at, int limit)
    {
        var rest = _text[at..Math.Min(limit, at + AddressLookahead)];
        if (rest.StartsWith("http://") || rest.StartsWith("https://") || rest.StartsWith("www.")) return true;
        if (!char.IsAsciiLetterOrDigit(rest[0]) || (at > 0 && char.IsAsciiLetterOrDigit(_text[at - 1]))) return false;
        var sign = rest.IndexOfAny('@', ' ', '\n');
        if (sign < 1 || rest[sign] != '@' || rest[..sign].ContainsAnyExcept(AddressUnits.Local)) return false;
        return sign + 1 < rest.Length && char.IsAsciiLetterOrDigit(rest[sign + 1]);
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
        if (".-!?*=_~+`'<>/".Contains(mark))
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
