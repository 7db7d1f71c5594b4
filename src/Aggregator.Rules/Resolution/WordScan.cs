namespace Aggregator.Resolution;

/// <summary>Finds the words of a text: runs of letters and digits, with apostrophes and hyphens inside.</summary>
internal static class WordScan
{
    /// <summary>The words, each with where it starts, how long it is, and whether it opens a sentence.</summary>
    /// <param name="text">A text.</param>
    internal static IEnumerable<(int Start, int Length, bool Opens)> Scan(string text)
    {
        var opens = true;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                opens |= text[at] is '.' or '!' or '?' or '\n' or '“' or '"' or ':';
                at++;
                continue;
            }
            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsInside(text, at))) at++;
            yield return (start, at - start, opens);
            opens = false;
        }
    }

    private static bool IsInside(string text, int at) =>
        text[at] is '\'' or '’' or '-' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);
}
