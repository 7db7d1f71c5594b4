using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Frames;

/// <summary>Words of saying, from <c>reporting.tsv</c>.</summary>
internal sealed class ReportingWords
{
    private static readonly string[] s_sorts = ["verb", "figure", "noun"];

    private readonly WordTable<string> _verbs;
    private readonly WordTable<string> _nouns;

    private readonly WordTable<string> _givers;

    private ReportingWords(HashSet<string> verbs, HashSet<string> givers, HashSet<string> nouns)
    {
        _givers = WordTable.Of(givers);
        _verbs = WordTable.Of(verbs);
        _nouns = WordTable.Of(nouns);
    }

    /// <summary>Whether a verb of this dictionary form says something.</summary>
    public bool IsVerb(ReadOnlySpan<char> lemma) => _verbs.Contains(lemma);

    /// <summary>Whether a verb of this dictionary form takes what it says as its object: "reported 12 deaths".</summary>
    public bool GivesObject(ReadOnlySpan<char> lemma) => _givers.Contains(lemma);

    /// <summary>Whether a noun of this dictionary form is what is said.</summary>
    public bool IsNoun(ReadOnlySpan<char> lemma) => _nouns.Contains(lemma);

    /// <summary>Reads the file's lines.</summary>
    public static ReportingWords Read(IEnumerable<LexiconLine> lines)
    {
        var words = s_sorts.ToDictionary(sort => sort, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var line in lines)
            if (line.OneOf(0, "sort of word", s_sorts))
                words[line.Field(0)].UnionWith(line.List(1));
        return new ReportingWords(words["verb"], words["figure"], words["noun"]);
    }
}
