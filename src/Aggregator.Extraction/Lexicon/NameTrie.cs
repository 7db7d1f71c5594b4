namespace Aggregator.Extraction.Lexicon;

/// <summary>Names by their words. A search costs at most the longest name's words, whatever the text.</summary>
internal sealed class NameTrie
{
    public const int DepthMax = 16;
    private const int None = -1;
    private readonly Dictionary<long, int> _steps = [];
    private readonly List<int> _lastNames = [None];
    private readonly List<NameEntry> _names = [];
    private int[] _roots = [];

    /// <summary>By key: whether the word goes on with some name. Most words that stand behind a name's beginning do not, and need not be sought.</summary>
    private bool[] _goesOn = [];

    private readonly record struct NameEntry(string[] Words, bool Exact, Sense Sense, int Previous);

    /// <summary>How many names it holds.</summary>
    public int Count => _names.Count;

    /// <summary>Adds a name.</summary>
    /// <param name="keys">Its words' keys; 1 to <see cref="DepthMax"/>.</param>
    /// <param name="forms">Its words as the file writes them, for the case.</param>
    /// <param name="exact">Whether a text must write it just so.</param>
    /// <param name="sense">What it stands for.</param>
    public void Add(ReadOnlySpan<int> keys, string[] forms, bool exact, Sense sense)
    {
        var node = 0;
        foreach (var key in keys)
        {
            var step = Step(node, key);
            if (!_steps.TryGetValue(step, out var next))
            {
                next = _lastNames.Count;
                _lastNames.Add(None);
                _steps.Add(step, next);
            }
            node = next;
        }
        _names.Add(new NameEntry(forms, exact, sense, _lastNames[node]));
        _lastNames[node] = _names.Count - 1;
    }

    /// <summary>Prepares the search once all names are in.</summary>
    public void Seal(int vocabularyCount)
    {
        _roots = new int[vocabularyCount];
        Array.Fill(_roots, None);
        _goesOn = new bool[vocabularyCount];
        foreach (var step in _steps.Keys)
            if (step >> 32 != 0) _goesOn[(uint)step] = true;
        for (var key = 0; key < vocabularyCount; key++)
            if (_steps.TryGetValue(Step(0, key), out var node)) _roots[key] = node;
    }

    /// <summary>Finds the longest name that begins at a word.</summary>
    /// <param name="text">The text the words are of.</param>
    /// <param name="words">The text's words.</param>
    /// <param name="at">Index of the first word.</param>
    /// <param name="senses">Takes the senses of that name.</param>
    /// <returns>How many words it has; 0 when none begins here.</returns>
    public int Longest(string text, ReadOnlySpan<Word> words, int at, List<Sense> senses)
    {
        senses.Clear();
        var key = words[at].Key;
        if (key < 0 || _roots[key] == None) return 0;
        Span<int> nodes = stackalloc int[DepthMax];
        nodes[0] = _roots[key];
        var depth = 1;
        while (depth < DepthMax && at + depth < words.Length && words[at + depth].Key is >= 0 and var further && _goesOn[further]
            && _steps.TryGetValue(Step(nodes[depth - 1], further), out var next))
            nodes[depth++] = next;
        for (; depth > 0; depth--)
        {
            for (var name = _lastNames[nodes[depth - 1]]; name != None; name = _names[name].Previous)
                if (NameCase.Fits(text, words.Slice(at, depth), _names[name].Words, _names[name].Exact)) senses.Add(_names[name].Sense);
            if (senses.Count > 0) return depth;
        }
        return 0;
    }

    private static long Step(int node, int key) => ((long)node << 32) | (uint)key;
}
