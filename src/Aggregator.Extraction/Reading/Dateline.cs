namespace Aggregator.Extraction.Reading;

/// <summary>Knows the opening of a news report, "KABUL (Reuters) - " or "LONDON, Jan. 5 — ", which stands apart from the first sentence.</summary>
internal static class Dateline
{
    private const int TokensMax = 14;
    private const int CityLengthMin = 3;

    /// <summary>Whether the sentence that has not ended is a dateline up to and with the dash at its end.</summary>
    /// <param name="read">The text.</param>
    /// <param name="dash">Where the last token begins.</param>
    /// <param name="lineStart">Where the line begins.</param>
    internal static bool EndsWith(ReadText read, int dash, int lineStart)
    {
        var text = read.Text;
        var tokens = read.Pending;
        if (!Marks.IsDash(text[dash]) || tokens.Length is < 2 or > TokensMax || tokens[0].Start != lineStart) return false;
        if (tokens[^1].End >= text.Length || !Marks.IsSpace(text[tokens[^1].End])) return false;
        var before = tokens[^2];
        var hasAgency = text[before.Start] == ')';
        if (!hasAgency && !Marks.IsSpace(text[dash - 1])) return false;
        return (hasAgency || IsCity(text.AsSpan(tokens[0].Start, tokens[0].Length)) || IsCityAndState(text, tokens[..^1], dash)) && AreCapitalised(text, tokens[..^1]);
    }

    /// <summary>"Harare, Zimbabwe — The": two names with a comma between, a long dash, and a capital behind it.</summary>
    private static bool IsCityAndState(string text, ReadOnlySpan<Token> names, int dash)
    {
        if (text[dash] == '-' || names.Length < 3) return false;
        var behind = dash + 1;
        while (behind < text.Length && (Marks.IsSpace(text[behind]) || Marks.IsDash(text[behind]))) behind++;
        if (behind >= text.Length || !(char.IsUpper(text[behind]) || text[behind] is '"' or '“')) return false;
        var commas = 0;
        foreach (ref readonly var name in names)
        {
            if (text[name.Start] == ',') commas++;
            else if (!char.IsUpper(text[name.Start])) return false;
        }
        return commas == 1 && text[names[^1].Start] != ',';
    }

    private static bool IsCity(ReadOnlySpan<char> word)
    {
        if (word.Length < CityLengthMin) return false;
        foreach (var unit in word)
            if (char.IsLower(unit)) return false;
        return char.IsUpper(word[0]);
    }

    private static bool AreCapitalised(string text, ReadOnlySpan<Token> tokens)
    {
        foreach (ref readonly var token in tokens)
            if (char.IsLower(text[token.Start])) return false;
        return char.IsUpper(text[tokens[0].Start]);
    }
}
