using System.Collections.Immutable;
using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>
/// An article's words, for picking those around a report that are likely to be rare: the headline's and the report's own sentence's first,
/// then names, then what stands nearby. What stands far off in a long article belongs to other happenings, or to the page; sentences that speak
/// to the reader ("Thank you for registering") belong to the page wherever they stand, unless somebody is quoted.
/// </summary>
public sealed class ArticleWords
{
    /// <summary>Most words kept around a report.</summary>
    public const int CountMax = 48;

    private const int TextLengthMax = 20_000;
    private const int NearChars = 500;
    private const int LengthMin = 4;

    private readonly List<(int At, string Word, bool Named)> _text = [];
    private readonly List<string> _title = [];

    /// <summary>Reads an article's words.</summary>
    /// <param name="title">The headline.</param>
    /// <param name="text">The text; what comes after 20,000 UTF-16 units is left out.</param>
    public ArticleWords(string title, string text)
    {
        title = Headline.CoreOf(title);
        _title.AddRange(WordScan.Scan(title).Select(word => Fold(title.AsSpan(word.Start, word.Length))).Where(IsKept));
        var (toReader, began, quoted) = (false, 0, false);
        foreach (var (start, length, first) in WordScan.Scan(text.Length <= TextLengthMax ? text : text[..TextLengthMax]))
        {
            if (first)
            {
                if (toReader) _text.RemoveRange(began, _text.Count - began);
                (toReader, began, quoted) = (false, _text.Count, start > 0 && text[start - 1] is '"' or '“' or '‘');
            }
            toReader |= !quoted && IsReader(text.AsSpan(start, length));
            var named = !first && char.IsUpper(text[start]);
            var word = Fold(text.AsSpan(start, length));
            if (named && word.Length > 1 && !CommonWords.IsEmpty(word) || IsKept(word)) _text.Add((start, word, named));
        }
        if (toReader) _text.RemoveRange(began, _text.Count - began);
    }

    /// <summary>The words around a report, lower case, weightiest first, at most <see cref="CountMax"/>.</summary>
    /// <param name="report">A report of the article.</param>
    public ImmutableArray<string> Around(Report report)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in _title) weights[word] = weights.GetValueOrDefault(word) + 4;
        foreach (var (at, word, named) in _text)
        {
            var weight = Nearness(at, report) * (named ? 2 : 1);
            if (weight > 0) weights[word] = weights.GetValueOrDefault(word) + weight;
        }
        return [.. weights.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(CountMax).Select(pair => pair.Key)];
    }

    private static double Nearness(int at, Report report)
    {
        var nearness = Nearness(at, report.Sentence);
        foreach (var also in report.Also) nearness = Math.Max(nearness, Nearness(at, also));
        return nearness;
    }

    private static double Nearness(int at, Span span)
    {
        var apart = at < span.Start ? span.Start - at : Math.Max(0, at - span.Start - span.Length);
        return apart == 0 ? 3 : apart <= NearChars ? 1.5 : apart <= 3 * NearChars ? 1 : 0.25;
    }

    private static bool IsReader(ReadOnlySpan<char> word)
    {
        foreach (var reader in (ReadOnlySpan<string>)["you", "your", "yours", "yourself", "you'll", "you're", "you've", "you’ll", "you’re", "you’ve"])
            if (word.Equals(reader, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool IsKept(string word) => (word.Length >= LengthMin || char.IsDigit(word[0])) && !CommonWords.IsEmpty(word);

    private static string Fold(ReadOnlySpan<char> word)
    {
        if (word.EndsWith("'s") || word.EndsWith("’s")) word = word[..^2];
        return word.TrimEnd("'’-").ToString().ToLowerInvariant();
    }
}
