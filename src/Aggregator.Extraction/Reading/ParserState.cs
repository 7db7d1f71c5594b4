namespace Aggregator.Extraction.Reading;

/// <summary>What the parser knows of one word in a tree that grows.</summary>
internal struct ParserNode
{
    internal short Head, Left1, Left2, Right1, Right2;
    internal byte Move, LeftCount, RightCount;
    internal ushort LeftMoves, RightMoves;
}

/// <summary>The arc-eager parser's state: a stack, the next word, and the arcs so far. The word after the last one is the root.</summary>
internal sealed class ParserState
{
    private readonly ParserNode[] _nodes = new ParserNode[Reader.SentenceTokensMax + 1];
    private readonly short[] _stack = new short[Reader.SentenceTokensMax + 1];

    internal int WordCount { get; private set; }

    internal int Depth { get; private set; }

    /// <summary>The first word not yet on the stack; <see cref="WordCount"/> is the root.</summary>
    internal int Next { get; private set; }

    internal bool IsFinal => Next == WordCount && Depth == 0;

    internal int Top => Depth > 0 ? _stack[Depth - 1] : -1;

    /// <summary>The word some places below the stack's top; -1 where there is none.</summary>
    internal int BelowTop(int places) => Depth > places ? _stack[Depth - 1 - places] : -1;

    internal ReadOnlySpan<short> Stack => _stack.AsSpan(0, Depth);

    internal ref readonly ParserNode this[int word] => ref _nodes[word];

    internal void Start(int wordCount)
    {
        (WordCount, Depth, Next) = (wordCount, 0, 0);
        _nodes.AsSpan(0, wordCount + 1).Fill(new ParserNode { Head = -1, Left1 = -1, Left2 = -1, Right1 = -1, Right2 = -1 });
    }

    /// <summary>The only move that may be made; -1 when there is a choice.</summary>
    internal int ForcedMove
    {
        get
        {
            if (Depth == 0) return Transitions.Shift;
            if (Next < WordCount) return -1;
            return _nodes[Top].Head >= 0 ? Transitions.Reduce : Transitions.LeftRoot;
        }
    }

    /// <summary>The moves that may be made, a bit each; all groups of a kind go together, but for the root's.</summary>
    internal uint MayMoves
    {
        get
        {
            var isEnd = Next == WordCount;
            if (Depth == 0) return isEnd ? 0 : 1u << Transitions.Shift;
            var moves = isEnd ? 0 : (1u << Transitions.Shift) | Transitions.Rights;
            if (_nodes[Top].Head >= 0) return moves | (1u << Transitions.Reduce);
            return moves | (isEnd ? 1u << Transitions.LeftRoot : Transitions.Lefts);
        }
    }

    /// <summary>Whether a move may be made.</summary>
    internal bool MayMake(int move) => (MayMoves >> move & 1) != 0;

    internal void Make(int move)
    {
        switch (move)
        {
            case Transitions.Shift:
                _stack[Depth++] = (short)Next++;
                break;
            case Transitions.Reduce:
                Depth--;
                break;
            case >= Transitions.FirstRight:
                AttachRight(Top, Next, move);
                _stack[Depth++] = (short)Next++;
                break;
            default:
                AttachLeft(Next, Top, move);
                Depth--;
                break;
        }
    }

    /// <summary>Leaves the finished tree one root: the first verb among them, or else the first of them; the others hang on it.</summary>
    internal void JoinRoots(ReadOnlySpan<Upos> tags)
    {
        int first = -1, verb = -1, roots = 0;
        for (var word = 0; word < WordCount; word++)
        {
            if (_nodes[word].Head != WordCount) continue;
            roots++;
            if (first < 0) first = word;
            if (verb < 0 && tags[word] == Upos.Verb) verb = word;
        }
        if (roots < 2) return;
        var root = verb >= 0 ? verb : first;
        for (var word = 0; word < WordCount; word++)
        {
            if (_nodes[word].Head != WordCount || word == root) continue;
            var group = tags[word] == Upos.Punct ? Relation.Punct : Relation.Parataxis;
            Attach(root, word, group);
        }
    }

    /// <summary>Takes a whole tree, a head's nearest dependents first, as the parser would have built it.</summary>
    internal void Take(ReadOnlySpan<int> heads, ReadOnlySpan<Relation> relations)
    {
        Start(heads.Length);
        for (var word = heads.Length - 1; word >= 0; word--)
            if (heads[word] > word) Attach(heads[word], word, relations[word]);
        for (var word = 0; word < heads.Length; word++)
            if (heads[word] < word) Attach(heads[word], word, relations[word]);
    }

    /// <summary>Whether a word hangs on its head as a preposition or as the marker of a clause.</summary>
    internal bool IsMarker(int word) => word >= 0 && _nodes[word].Move is Transitions.LeftCase or Transitions.LeftMark;

    private void Attach(int head, int dependent, Relation relation)
    {
        if (dependent < head) AttachLeft(head, dependent, Transitions.Of(relation, isLeft: true));
        else AttachRight(head, dependent, Transitions.Of(relation, isLeft: false));
    }

    private void AttachLeft(int head, int dependent, int move)
    {
        ref var node = ref _nodes[head];
        (node.Left2, node.Left1) = (node.Left1, (short)dependent);
        node.LeftCount++;
        node.LeftMoves |= (ushort)(1 << (move - Transitions.FirstLeft));
        (_nodes[dependent].Head, _nodes[dependent].Move) = ((short)head, (byte)move);
    }

    private void AttachRight(int head, int dependent, int move)
    {
        ref var node = ref _nodes[head];
        (node.Right2, node.Right1) = (node.Right1, (short)dependent);
        node.RightCount++;
        node.RightMoves |= (ushort)(1 << (move - Transitions.FirstRight));
        (_nodes[dependent].Head, _nodes[dependent].Move) = ((short)head, (byte)move);
    }
}
