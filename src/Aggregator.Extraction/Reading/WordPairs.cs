using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Reading;

/// <summary>A word list that is looked up by a span of the text, without making a string.</summary>
internal sealed class WordPairs
{
    private readonly WordTable<string> _words;

    private WordPairs(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        // Of a form that stands twice the last base counts.
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (form, word) in pairs) words[form] = word;
        _words = new WordTable<string>(words);
    }

    /// <summary>Lists of the form <c>base form form, base form</c>: each form leads to its base.</summary>
    internal static WordPairs Forms(string list) => new(list
        .Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(entry => entry.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(words => words.Skip(1).Select(form => KeyValuePair.Create(form, words[0]))));

    /// <summary>A plain list: each word leads to itself.</summary>
    internal static WordPairs Words(string list) => new(list
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().Select(word => KeyValuePair.Create(word, word)));

    internal bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);

    internal bool TryGet(ReadOnlySpan<char> form, out string word)
    {
        var found = _words.TryGetValue(form, out var value);
        word = value ?? "";
        return found;
    }
}
