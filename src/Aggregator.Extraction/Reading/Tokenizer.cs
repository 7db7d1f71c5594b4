namespace Aggregator.Extraction.Reading;

/// <summary>Splits a text into sentences and tokens in one pass.</summary>
internal static class Tokenizer
{
    private const int ListDigitsMax = 3;

    internal static void Split(ReadText read, IReadOnlyList<Unit> units)
    {
        var text = read.Text.AsSpan();
        var breaks = new SentenceBreaks(text);
        var queue = new UnitQueue(units as Unit[] ?? [.. units], text.Length);
        var lineStart = 0;
        for (var at = 0; ;)
        {
            at = SkipSpace(read, breaks, at, ref lineStart);
            if (at >= text.Length) break;
            var (start, end) = (at, AddNext(read, ref queue, at, lineStart));
            at = end;
            if (breaks.MayEnd(start, end))
            {
                while (read.Pending.Length < Reader.SentenceTokensMax && at < queue.Limit(at) && Marks.IsCloser(text[at])) read.Add(at, ++at);
                if (breaks.EndsAt(start, end, at)) read.EndSentence();
            }
            else if (Dateline.EndsWith(read, start, lineStart))
            {
                read.EndSentence();
            }
            if (read.Pending.Length >= Reader.SentenceTokensMax) read.EndSentence();
        }
        read.EndSentence();
    }

    /// <summary>Goes past white space; a line break in it may end the sentence.</summary>
    private static int SkipSpace(ReadText read, SentenceBreaks breaks, int from, ref int lineStart)
    {
        var (at, broken) = (from, false);
        for (; at < read.Text.Length && Marks.IsSpace(read.Text[at]); at++) broken |= Marks.IsLineBreak(read.Text[at]);
        if (!broken) return at;
        if (read.Pending.Length > 0 && breaks.LineEnds(lineStart, from, at)) read.EndSentence();
        lineStart = at;
        return at;
    }

    private static int AddNext(ReadText read, ref UnitQueue queue, int at, int lineStart)
    {
        if (queue.TryTake(at, out var unit))
        {
            read.Add(at, unit.Span.End, unit.Tag, isUnit: true);
            return unit.Span.End;
        }
        var limit = queue.Limit(at);
        var end = new TokenScanner(read.Text).End(at, limit);
        if (at == lineStart && IsListNumber(read.Text, at, end, limit)) end++;
        read.Add(at, end);
        return end;
    }

    private static bool IsListNumber(string text, int at, int end, int limit) => end - at <= ListDigitsMax && end < limit && text[end] == '.'
        && (end + 1 == text.Length || Marks.IsSpace(text[end + 1])) && !text.AsSpan(at, end - at).ContainsAnyExceptInRange('0', '9');
}
