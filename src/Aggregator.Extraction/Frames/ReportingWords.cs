using System.Collections.Frozen;
using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Frames;

/// <summary>Words of saying, from <c>reporting.tsv</c>.</summary>
internal sealed class ReportingWords
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _verbs;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _nouns;

    private ReportingWords(HashSet<string> verbs, HashSet<string> nouns)
    {
        _verbs = verbs.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _nouns = nouns.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether a verb of this dictionary form says something.</summary>
    public bool IsVerb(ReadOnlySpan<char> lemma) => _verbs.Contains(lemma);

    /// <summary>Whether a noun of this dictionary form is what is said.</summary>
    public bool IsNoun(ReadOnlySpan<char> lemma) => _nouns.Contains(lemma);

    /// <summary>Reads the file's lines.</summary>
    public static ReportingWords Read(IEnumerable<LexiconLine> lines)
    {
        var (verbs, nouns) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var line in lines)
            if (line.OneOf(0, "sort of word", ["verb", "noun"]))
                (line.Field(0) == "verb" ? verbs : nouns).UnionWith(line.List(1));
        return new ReportingWords(verbs, nouns);
    }
}
