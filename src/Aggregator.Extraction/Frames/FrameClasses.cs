using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Frames;

/// <summary>The classes of words that frames' conditions name, from <c>classes.tsv</c>.</summary>
internal sealed class FrameClasses
{
    private readonly WordTable<FrameClass> _classes;

    private FrameClasses(Dictionary<string, HashSet<string>> classes) => _classes = new WordTable<FrameClass>(
        classes.ToDictionary(pair => pair.Key, pair => new FrameClass(pair.Key, WordTable.Of(pair.Value), pair.Value.Any(word => word.Contains(' '))), StringComparer.Ordinal));

    /// <summary>Whether a word is in a class, or is the word that the name itself is.</summary>
    public bool Holds(string name, ReadOnlySpan<char> lemma) => Of(name).Holds(lemma);

    /// <summary>The class of a name, to ask several words for.</summary>
    public FrameClass Of(string name) => _classes.TryGetValue(name, out var known) ? known : new FrameClass(name, null, name.Contains(' '));

    /// <summary>Whether there is such a class.</summary>
    public bool Knows(string name) => _classes.Contains(name);

    /// <summary>Reads the file's lines; a class takes in those before it by +NAME.</summary>
    public static FrameClasses Read(IEnumerable<LexiconLine> lines)
    {
        var classes = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (!line.Required(0, "class", out var name)) continue;
            if (!classes.TryGetValue(name, out var words)) classes.Add(name, words = new HashSet<string>(StringComparer.Ordinal));
            foreach (var word in line.List(1))
                if (word[0] != '+') words.Add(word);
                else if (classes.TryGetValue(word[1..], out var other)) words.UnionWith(other);
                else line.Refuse($"No class '{word[1..]}' before this line.");
        }
        return new FrameClasses(classes);
    }
}
