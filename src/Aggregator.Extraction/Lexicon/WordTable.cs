using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Aggregator.Extraction.Lexicon;

/// <summary>
/// Values by word, found by a span of a text without making a string. Every word of a text is sought in a dozen of these and stands in few, so a miss must
/// cost next to nothing: most end at an empty place among the marks, which lie close together. Units compare as they are. Immutable; its words come from
/// files, never from a text that is read.
/// </summary>
internal sealed class WordTable<TValue>
{
    private const int SlotsPerWord = 3;
    private const int None = -1;

    /// <summary>For each slot seven bits of its word's hash and one more; zero where no word stands.</summary>
    private readonly byte[] _marks;
    private readonly Slot[] _slots;
    private readonly int _shift;

    /// <param name="words">The words, each once.</param>
    internal WordTable(IReadOnlyCollection<KeyValuePair<string, TValue>> words)
    {
        var bits = BitOperations.Log2((uint)(words.Count * SlotsPerWord) + 1) + 1;
        _shift = 32 - bits;
        _marks = new byte[1 << bits];
        _slots = new Slot[1 << bits];
        foreach (var (word, value) in words)
        {
            if (Contains(word)) throw new ArgumentException($"'{word}' stands twice.", nameof(words));
            var hash = WordHash.Of(word);
            var at = (int)(hash >> _shift);
            while (_marks[at] != 0) at = (at + 1) & (_slots.Length - 1);
            (_marks[at], _slots[at]) = (MarkOf(hash), new Slot(word, hash, value));
        }
    }

    /// <summary>The value of a word; false when the table has no such word.</summary>
    internal bool TryGetValue(ReadOnlySpan<char> word, [MaybeNullWhen(false)] out TValue value)
    {
        var at = Find(word);
        value = at == None ? default : _slots[at].Value;
        return at != None;
    }

    /// <summary>Whether the table has a word.</summary>
    internal bool Contains(ReadOnlySpan<char> word) => Find(word) != None;

    /// <summary>The slot of a word; <see cref="None"/> where the table has no such word.</summary>
    private int Find(ReadOnlySpan<char> word)
    {
        var hash = WordHash.Of(word);
        var mark = MarkOf(hash);
        var marks = _marks;
        for (var at = (int)(hash >> _shift); marks[at] != 0; at = (at + 1) & (marks.Length - 1))
            if (marks[at] == mark && _slots[at].Hash == hash && word.SequenceEqual(_slots[at].Word)) return at;
        return None;
    }

    private static byte MarkOf(uint hash) => (byte)(hash | 1);

    private readonly record struct Slot(string Word, uint Hash, TValue Value);
}

/// <summary>Makes tables of words.</summary>
internal static class WordTable
{
    /// <summary>A set of words, each of which leads to its one interned string.</summary>
    internal static WordTable<string> Of(IEnumerable<string> words) =>
        new(words.Distinct(StringComparer.Ordinal).ToDictionary(word => word, string.Intern, StringComparer.Ordinal));
}
