namespace Aggregator.Extraction.Reading;

/// <summary>One sentence, headline or list item of a document: a view that is valid until its <see cref="ReadText"/> is disposed.</summary>
public readonly struct Sentence
{
    private readonly ReadText _document;
    private readonly int _first;

    internal Sentence(ReadText document, int first, int count)
    {
        _document = document;
        _first = first;
        Count = count;
    }

    /// <summary>The document's whole text, which every offset refers to.</summary>
    public string Text => _document.Text;

    /// <summary>How many tokens it has; at least 1.</summary>
    public int Count { get; }

    /// <summary>Its tokens in the order of the text.</summary>
    public ReadOnlySpan<Token> Tokens => _document.Tokens.Slice(_first, Count);

    /// <summary>The token at an index of the sentence.</summary>
    public ref readonly Token this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return ref _document.TokenAt(_first + index);
        }
    }

    /// <summary>From its first token to its last, in the document's text.</summary>
    public TextSpan Span => TextSpan.FromBounds(Tokens[0].Start, Tokens[Count - 1].End);

    /// <summary>Where it begins in the document's text, in UTF-16 units.</summary>
    public int Start => Tokens[0].Start;

    /// <summary>Its length in UTF-16 units.</summary>
    public int Length => Span.Length;

    /// <summary>Whether it has a tree; else no token has a head, a relation or dependents.</summary>
    public bool IsParsed => Tokens[Root].Relation == Relation.Root;

    /// <summary>The index of its root; zero when it is not parsed.</summary>
    public int Root
    {
        get
        {
            var tokens = Tokens;
            for (var i = 0; i < tokens.Length; i++)
                if (tokens[i].Head < 0) return i;
            return 0;
        }
    }

    /// <summary>A token as the text has it.</summary>
    public ReadOnlySpan<char> Form(int index)
    {
        ref readonly var token = ref this[index];
        return Text.AsSpan(token.Start, token.Length);
    }

    /// <summary>A token's dictionary form in lower case: "strike" for "struck" and "strikes".</summary>
    public ReadOnlySpan<char> Lemma(int index) => _document.LemmaOf(this[index]);

    /// <summary>The indexes of a token's dependents, in the order of the text.</summary>
    public ChildIndexes Children(int index) => new(Tokens, index);

    /// <summary>The first dependent with a relation; -1 when there is none.</summary>
    public int Child(int index, Relation relation)
    {
        var tokens = Tokens;
        for (int child = tokens[index].FirstChild; child >= 0; child = tokens[child].NextSibling)
            if (tokens[child].Relation == relation) return child;
        return -1;
    }

    /// <summary>From the first token that depends on this one, at any depth, to the last; itself included.</summary>
    public TextSpan SubtreeSpan(int index)
    {
        int low = index, high = index;
        Widen(Tokens, index, ref low, ref high, Count);
        return TextSpan.FromBounds(Tokens[low].Start, Tokens[high].End);
    }

    /// <summary>Whether one token depends on another at any depth; a token does not depend on itself.</summary>
    public bool DependsOn(int index, int ancestor)
    {
        var tokens = Tokens;
        var steps = 0;
        for (int head = tokens[index].Head; head >= 0 && steps <= Count; head = tokens[head].Head, steps++)
            if (head == ancestor) return true;
        return false;
    }

    private static void Widen(ReadOnlySpan<Token> tokens, int index, ref int low, ref int high, int depthLeft)
    {
        if (depthLeft == 0) return;
        for (int child = tokens[index].FirstChild; child >= 0; child = tokens[child].NextSibling)
        {
            low = Math.Min(low, child);
            high = Math.Max(high, child);
            Widen(tokens, child, ref low, ref high, depthLeft - 1);
        }
    }
}
