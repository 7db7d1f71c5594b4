namespace Aggregator.Extraction.Reading;

/// <summary>Tells whether a sentence ends behind a token. Every rule looks a bounded way ahead.</summary>
internal readonly ref struct SentenceBreaks(ReadOnlySpan<char> text)
{
    private const int LookaheadMax = 40;
    private const int WrappedLineMin = 40;
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Whether the token is one that may end a sentence.</summary>
    internal bool MayEnd(int start, int end) => _text[end - 1] is '.' or '!' or '?' or '\u2026' or '\u3002' && !IsListNumber(start, end);

    /// <summary>Whether a sentence ends at a place behind a terminator and the closers that follow it.</summary>
    /// <param name="start">Where the terminator's token begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="afterClosers">Where the closers behind it end.</param>
    internal bool EndsAt(int start, int end, int afterClosers)
    {
        var next = NextWord(afterClosers);
        if (next >= _text.Length) return true;
        var unit = _text[next];
        var isAttached = next == afterClosers;
        var token = _text[start..end];
        if (token.Length > 1 && token[^1] == '.' && char.IsLetterOrDigit(token[0])) return AbbreviationEnds(token[..^1], next);
        if (isAttached) return char.IsUpper(unit) && start > 0 && char.IsLower(_text[start - 1]);
        if (char.IsLower(unit)) return false;
        if (char.IsLetterOrDigit(unit) || Marks.IsOpener(unit)) return true;
        if (Marks.IsDash(unit)) return afterClosers == end;
        return !Marks.IsCloser(unit) && unit is not (',' or ';' or ':' or '.' or '!' or '?');
    }

    /// <summary>Whether a line break ends the sentence: not where a long line goes on in small letters.</summary>
    internal bool LineEnds(int lineStart, int lineEnd, int next)
    {
        if (next >= _text.Length || !char.IsLower(_text[next])) return true;
        return lineEnd - lineStart < WrappedLineMin || _text[lineEnd - 1] is '.' or '!' or '?' or ':' || Blank(lineEnd, next);
    }

    private bool AbbreviationEnds(ReadOnlySpan<char> word, int next)
    {
        if (!char.IsUpper(_text[next]) && !Marks.IsOpener(_text[next])) return false;
        var isInitial = word.Length == 1 && char.IsUpper(word[0]);
        if (isInitial || Abbreviations.IsOpen(word)) return false;
        var begin = Marks.IsOpener(_text[next]) ? Math.Min(next + 1, _text.Length) : next;
        var end = begin;
        while (end < Math.Min(_text.Length, begin + LookaheadMax) && char.IsLetter(_text[end])) end++;
        return Abbreviations.IsStarter(_text[begin..end]);
    }

    private bool IsListNumber(int start, int end)
    {
        if (end - start > 4 || !char.IsAsciiDigit(_text[start]) || _text[end - 1] != '.') return false;
        var at = start - 1;
        while (at >= 0 && start - at <= LookaheadMax && Marks.IsSpace(_text[at]) && !Marks.IsLineBreak(_text[at])) at--;
        return at < 0 || Marks.IsLineBreak(_text[at]);
    }

    private int NextWord(int at)
    {
        while (at < _text.Length && Marks.IsSpace(_text[at])) at++;
        return at;
    }

    private bool Blank(int from, int to)
    {
        var breaks = 0;
        for (var at = from; at < to; at++)
            if (_text[at] is '\n' || (_text[at] == '\r' && !(at + 1 < to && _text[at + 1] == '\n'))) breaks++;
        return breaks > 1;
    }
}
