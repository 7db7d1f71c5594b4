namespace Aggregator.Resolution;

/// <summary>A headline without what outlets hang on it: their name and slogan after a bar or a spaced dash.</summary>
internal static class Headline
{
    private const int WordCountMin = 4;

    private static readonly string[] Marks = [" | ", " - ", " – ", " — "];

    /// <summary>The headline's own words; all of it where too little would be left.</summary>
    /// <param name="title">As the source gave it.</param>
    internal static string CoreOf(string title)
    {
        foreach (var mark in Marks)
        {
            var at = title.IndexOf(mark, StringComparison.Ordinal);
            if (at > 0 && WordScan.Scan(title[..at]).Count() >= WordCountMin) title = title[..at];
        }
        return title;
    }
}
