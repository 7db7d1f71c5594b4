namespace Aggregator.Extraction.Lexicon;

/// <summary>Gathers names while the files are read.</summary>
internal sealed class GazetteerBuilder : IDisposable
{
    private readonly WordList _words = new();

    public Vocabulary Vocabulary { get; } = new();

    public NameTrie Trie { get; } = new();

    public Dictionary<string, StateEntry> States { get; } = new(StringComparer.Ordinal);

    /// <summary>Main names of bodies and armed groups by code; the first of a code stands.</summary>
    public Dictionary<string, string> BodyNames { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<LeaderSense>> LeadersBySurname { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, OutletSense> OutletsByDomain { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds one way to write a name; a leading = asks for exactly this writing.</summary>
    public bool Name(LexiconLine line, string written, Sense sense)
    {
        var exact = written.Length > 1 && written[0] == '=';
        if (exact) written = written[1..];
        _words.Clear();
        WordScanner.Scan(written, Vocabulary, _words);
        if (_words.Count is 0 or > NameTrie.DepthMax) return line.Refuse($"'{written}' is no name of 1 to {NameTrie.DepthMax} words.");
        var keys = new int[_words.Count];
        var forms = new string[_words.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            forms[i] = written.Substring(_words[i].Start, _words[i].Length);
            keys[i] = Vocabulary.Add(forms[i]);
        }
        Trie.Add(keys, forms, exact, sense);
        return true;
    }

    public void Dispose() => _words.Dispose();

    /// <summary>Adds several ways to write a name.</summary>
    public void Names(LexiconLine line, IEnumerable<string> written, Sense sense)
    {
        foreach (var name in written) Name(line, name, sense);
    }
}
