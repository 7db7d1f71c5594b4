using System.Collections.Frozen;

namespace Aggregator.Extraction.Reading;

/// <summary>A word list that is looked up by a span of the text, without making a string.</summary>
internal sealed class WordPairs
{
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private WordPairs(IEnumerable<KeyValuePair<string, string>> pairs) => _lookup =
        pairs.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Lists of the form <c>base form form, base form</c>: each form leads to its base.</summary>
    internal static WordPairs Forms(string list) => new(list
        .Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(entry => entry.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(words => words.Skip(1).Select(form => KeyValuePair.Create(form, words[0]))));

    /// <summary>A plain list: each word leads to itself.</summary>
    internal static WordPairs Words(string list) => new(list
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().Select(word => KeyValuePair.Create(word, word)));

    internal bool Contains(ReadOnlySpan<char> word) => _lookup.ContainsKey(word);

    internal bool TryGet(ReadOnlySpan<char> form, out string word)
    {
        var found = _lookup.TryGetValue(form, out var value);
        word = value ?? "";
        return found;
    }
}
