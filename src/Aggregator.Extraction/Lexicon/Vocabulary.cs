namespace Aggregator.Extraction.Lexicon;

/// <summary>Every word that a name or <c>words.tsv</c> has, numbered.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);
    private readonly List<WordClasses> _classes = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private WordTable<int>? _sealed;

    public Vocabulary() => _lookup = _keys.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _classes.Count;

    /// <summary>The number of a folded word; -1 when no name has it.</summary>
    public int KeyOf(ReadOnlySpan<char> folded) =>
        (_sealed is { } table ? table.TryGetValue(folded, out var key) : _lookup.TryGetValue(folded, out key)) ? key : -1;

    /// <summary>Prepares the search once all words are in; none may be added afterwards.</summary>
    public void Seal() => _sealed = new WordTable<int>(_keys);

    public WordClasses ClassesOf(int key) => key < 0 ? WordClasses.None : _classes[key];

    public int Add(ReadOnlySpan<char> word)
    {
        Span<char> folded = word.Length <= 64 ? stackalloc char[64] : new char[word.Length];
        folded = folded[..Folding.WriteKey(word, folded)];
        if (_lookup.TryGetValue(folded, out var key)) return key;
        _keys.Add(folded.ToString(), _classes.Count);
        _classes.Add(WordClasses.None);
        return _classes.Count - 1;
    }

    public void Classify(ReadOnlySpan<char> word, WordClasses classes) => _classes[Add(word)] |= classes;
}
