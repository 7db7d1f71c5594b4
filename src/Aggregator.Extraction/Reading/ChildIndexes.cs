namespace Aggregator.Extraction.Reading;

/// <summary>The dependents of one token, for <c>foreach</c>, without allocation.</summary>
public ref struct ChildIndexes
{
    private readonly ReadOnlySpan<Token> _tokens;
    private int _next;

    internal ChildIndexes(ReadOnlySpan<Token> tokens, int index)
    {
        _tokens = tokens;
        _next = tokens[index].FirstChild;
        Current = -1;
    }

    /// <summary>The dependent that the enumeration stands at.</summary>
    public int Current { get; private set; }

    /// <summary>Itself: a <c>foreach</c> asks for it.</summary>
    public readonly ChildIndexes GetEnumerator() => this;

    /// <summary>Goes to the next dependent, in the order of the text.</summary>
    /// <returns>False when there is none.</returns>
    public bool MoveNext()
    {
        if (_next < 0) return false;
        Current = _next;
        _next = _tokens[_next].NextSibling;
        return true;
    }
}
