using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Frames;

/// <summary>Words that say how far a happening under or beside them has come, from <c>status.tsv</c>.</summary>
internal sealed class StatusWords
{
    private readonly WordTable<EventStatus> _verbs;
    private readonly WordTable<EventStatus> _nouns;
    private readonly WordTable<EventStatus> _modifiers;

    private StatusWords(Dictionary<string, Dictionary<string, EventStatus>> words)
    {
        WordTable<EventStatus> Of(string sort) => new(words[sort]);
        (_verbs, _nouns, _modifiers) = (Of("verb"), Of("noun"), Of("mod"));
    }

    /// <summary>What a governing verb says of what is below it; adjectives are written <c>be_ready</c>.</summary>
    public EventStatus? OfVerb(ReadOnlySpan<char> lemma) => _verbs.TryGetValue(lemma, out var status) ? status : null;

    /// <summary>What a noun says of the infinitive below it.</summary>
    public EventStatus? OfNoun(ReadOnlySpan<char> lemma) => _nouns.TryGetValue(lemma, out var status) ? status : null;

    /// <summary>What a modifier says of the word it stands at.</summary>
    public EventStatus? OfModifier(ReadOnlySpan<char> lemma) => _modifiers.TryGetValue(lemma, out var status) ? status : null;

    /// <summary>Reads the file's lines.</summary>
    public static StatusWords Read(IEnumerable<LexiconLine> lines)
    {
        var words = new Dictionary<string, Dictionary<string, EventStatus>>(StringComparer.Ordinal)
        {
            ["verb"] = new(StringComparer.Ordinal), ["noun"] = new(StringComparer.Ordinal), ["mod"] = new(StringComparer.Ordinal),
        };
        foreach (var line in lines)
        {
            if (!line.OneOf(0, "way to govern", ["verb", "noun", "mod"])) continue;
            if (!Wire.WireName.TryParse<EventStatus>(line.Field(1), out var status))
                line.Refuse($"'{line.Field(1)}' is no status.");
            else
                foreach (var word in line.List(2)) words[line.Field(0)][word] = status;
        }
        return new StatusWords(words);
    }
}
