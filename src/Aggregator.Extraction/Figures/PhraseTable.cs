using System.Collections.Frozen;

namespace Aggregator.Extraction.Figures;

/// <summary>Comparators of several words, found by their first word.</summary>
internal sealed class PhraseTable
{
    private readonly FrozenDictionary<string, (string[] Words, FigureQualifier Qualifier)[]>.AlternateLookup<ReadOnlySpan<char>> _byFirst;

    internal PhraseTable(IEnumerable<(string[] Words, FigureQualifier Qualifier)> phrases) =>
        _byFirst = phrases.GroupBy(phrase => phrase.Words[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The longest phrase at an atom.</summary>
    /// <param name="atoms">The sentence.</param>
    /// <param name="at">The atom.</param>
    /// <param name="qualifier">What it makes of a number.</param>
    /// <returns>The atom behind it; <paramref name="at"/> when there is none.</returns>
    internal int Match(Atoms atoms, int at, out FigureQualifier qualifier)
    {
        qualifier = FigureQualifier.Exact;
        if (!_byFirst.TryGetValue(atoms.Form(at), out var phrases)) return at;
        foreach (var (words, means) in phrases)
        {
            var matched = 1;
            while (matched < words.Length && atoms.IsWord(at + matched, words[matched])) matched++;
            if (matched < words.Length) continue;
            qualifier = means;
            return at + matched;
        }
        return at;
    }
}
