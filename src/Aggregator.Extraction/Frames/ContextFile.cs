using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Frames;

/// <summary>What tells the context of a happening, from <c>contexts.tsv</c>: its frame, words near it, and those who take part.</summary>
internal sealed class ContextFile
{
    private readonly Dictionary<string, Dictionary<string, string[]>> _contexts;
    private readonly WordTable<string[]> _words;

    private ContextFile(Dictionary<string, Dictionary<string, List<string>>> contexts)
    {
        _contexts = contexts.ToDictionary(
            way => way.Key, way => way.Value.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal), StringComparer.Ordinal);
        _words = new WordTable<string[]>(_contexts["word"]);
    }

    /// <summary>The contexts that a kind or kind.mode stands for.</summary>
    public ReadOnlySpan<string> OfFrame(string frame) => Of("frame", frame);

    /// <summary>The contexts that a role stands for.</summary>
    public ReadOnlySpan<string> OfRole(string role) => Of("role", role);

    /// <summary>The contexts that a party stands for.</summary>
    public ReadOnlySpan<string> OfParty(string code) => Of("party", code);

    /// <summary>The contexts that a word, or two words with a space between, stand for.</summary>
    public ReadOnlySpan<string> OfWord(ReadOnlySpan<char> words) => _words.TryGetValue(words, out var contexts) ? contexts : [];

    /// <summary>Reads the file's lines.</summary>
    public static ContextFile Read(IEnumerable<LexiconLine> lines)
    {
        string[] ways = ["frame", "word", "role", "party"];
        var contexts = ways.ToDictionary(way => way, _ => new Dictionary<string, List<string>>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (!line.Required(0, "context", out var context) || !line.OneOf(1, "way to tell a context", ways)) continue;
            foreach (var entry in line.List(2))
            {
                var told = contexts[line.Field(1)];
                if (!told.TryGetValue(entry, out var list)) told.Add(entry, list = []);
                if (!list.Contains(context)) list.Add(string.Intern(context));
            }
        }
        return new ContextFile(contexts);
    }

    private ReadOnlySpan<string> Of(string way, string entry) => _contexts[way].TryGetValue(entry, out var contexts) ? contexts : [];
}
