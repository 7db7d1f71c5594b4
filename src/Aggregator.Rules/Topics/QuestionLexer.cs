namespace Aggregator.Topics;

/// <summary>Cuts a question's text into tokens.</summary>
internal static class QuestionLexer
{
    private const string Marks = "():,\"“”>";

    /// <summary>The tokens, closed by one of kind End; or null with the error.</summary>
    internal static List<QuestionToken>? Cut(string text, out QuestionError? error)
    {
        error = null;
        var tokens = new List<QuestionToken>();
        for (var at = 0; at < text.Length;)
        {
            var letter = text[at];
            if (char.IsWhiteSpace(letter))
            {
                at++;
                continue;
            }
            var token = letter switch
            {
                '(' => Mark(QuestionTokenKind.Open, at),
                ')' => Mark(QuestionTokenKind.Close, at),
                ':' => Mark(QuestionTokenKind.Colon, at),
                ',' => Mark(QuestionTokenKind.Comma, at),
                '>' => at + 1 < text.Length && text[at + 1] == '=' ? new QuestionToken(QuestionTokenKind.AtLeast, ">=", at, 2) : null,
                '"' or '“' or '”' => Phrase(text, at),
                _ => Word(text, at),
            };
            if (token is not { } read)
            {
                error = letter == '>'
                    ? new QuestionError(at, 1, "A minimum is written '>=', as in voices>=2.")
                    : new QuestionError(at, text.Length - at, "The quotation is not closed: add a \" at its end.");
                return null;
            }
            tokens.Add(read);
            at += read.Length;
        }
        tokens.Add(new QuestionToken(QuestionTokenKind.End, "", text.Length, 0));
        return tokens;
    }

    private static QuestionToken? Mark(QuestionTokenKind kind, int at) => new QuestionToken(kind, "", at, 1);

    private static QuestionToken? Phrase(string text, int at)
    {
        var close = text.AsSpan(at + 1).IndexOfAny('"', '“', '”');
        return close < 0 ? null : new QuestionToken(QuestionTokenKind.Phrase, text.Substring(at + 1, close), at, close + 2);
    }

    private static QuestionToken? Word(string text, int at)
    {
        var end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !IsMark(text, at, end)) end++;
        return new QuestionToken(QuestionTokenKind.Word, text[at..end], at, end - at);
    }

    // A colon inside a body's code (IGO:UN) belongs to the word.
    private static bool IsMark(string text, int start, int at) =>
        Marks.Contains(text[at], StringComparison.Ordinal)
        && !(text[at] == ':' && at - start == 3 && text.AsSpan(start, 3) is "IGO" or "NGO" or "NSA" && at + 1 < text.Length && text[at + 1] != '(');
}
