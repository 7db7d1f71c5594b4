namespace Aggregator.Extraction.Reading;

/// <summary>What the labeler looks at: a word and its head in the finished tree, their dependents and neighbours.</summary>
internal static class LabelerFeatures
{
    /// <summary>The most features one decision has.</summary>
    internal const int CountMax = 80;

    private static readonly WordTraits s_none = new() { Word = 3, Lemma = 3, Class = 3 };

    /// <summary>Writes the features of one arc.</summary>
    /// <param name="sentence">The sentence's words.</param>
    /// <param name="tree">The finished tree.</param>
    /// <param name="word">The dependent.</param>
    /// <param name="features">Room for <see cref="CountMax"/>.</param>
    /// <returns>How many were written.</returns>
    internal static int Write(SentenceWords sentence, ParserState tree, int word, Span<uint> features)
    {
        var list = new FeatureList(features);
        ref readonly var node = ref tree[word];
        int head = node.Head;
        ref readonly var headNode = ref tree[head];
        ref readonly var w = ref At(sentence, word);
        ref readonly var h = ref At(sentence, head);
        uint wp = Tag(sentence, word), hp = Tag(sentence, head), move = node.Move;
        var arc = (move << 16) | (wp << 8) | hp;
        var isLeft = word < head ? 1u : 0;
        var near = (uint)Math.Min(Math.Abs(head - word), 4) | (isLeft << 3);

        list.Add(move);
        list.Add(arc);
        list.Add(arc, near);
        list.Add(move, w.Word);
        list.Add(move, w.Lemma, wp);
        list.Add(move, h.Lemma, hp);
        list.Add(w.Word, hp, isLeft);
        list.Add(w.Lemma, hp, move);
        list.Add(h.Lemma, wp, move);
        list.Add(h.Word, wp, move);
        list.Add(w.Lemma, h.Lemma, isLeft);
        list.Add(w.Suffix3, arc);
        list.Add(h.Suffix3, arc);
        list.Add(w.Shape, arc);
        list.Add(h.Shape, arc);
        list.Add(w.Class, h.Class, isLeft);
        WriteDependents(ref list, sentence, tree, node, headNode, w, h, arc, isLeft);
        list.Add(Tag(sentence, word - 1), arc);
        list.Add(Tag(sentence, word + 1), arc);
        list.Add(Tag(sentence, head - 1), arc);
        list.Add(Tag(sentence, head + 1), arc);
        list.Add(At(sentence, word - 1).Word, arc);
        list.Add(At(sentence, word + 1).Word, arc);
        list.Add(sentence.Between(Math.Min(word, head), Math.Max(word, head)), arc);
        list.Add(sentence.Between(Math.Min(word, head), Math.Max(word, head)) & 0xF00, arc);
        return list.Count;
    }

    private static void WriteDependents(ref FeatureList list, SentenceWords sentence, ParserState tree, in ParserNode node,
        in ParserNode head, in WordTraits w, in WordTraits h, uint arc, uint isLeft)
    {
        var marker = Marker(tree, node);
        ref readonly var m = ref At(sentence, marker);
        uint markerMove = marker >= 0 ? tree[marker].Move : 0u;
        list.Add(m.Word, arc);
        list.Add(m.Word, h.Lemma, isLeft);
        list.Add(m.Word, w.Lemma, isLeft);
        list.Add(markerMove, arc);
        list.Add(m.Word, head.LeftMoves, arc);
        list.Add(node.LeftMoves, arc);
        list.Add(node.RightMoves, arc);
        list.Add(node.LeftMoves, node.RightMoves, arc);
        list.Add(head.LeftMoves, arc);
        list.Add(head.RightMoves, arc);
        list.Add(head.LeftMoves, head.RightMoves, arc);
        list.Add(h.Lemma, head.RightMoves, arc);
        list.Add(w.Lemma, node.LeftMoves, (uint)node.Move);
        list.Add(w.Word, node.LeftMoves, isLeft);
        list.Add(At(sentence, node.Left1).Word, arc);
        list.Add(At(sentence, node.Right1).Word, arc);
        list.Add(At(sentence, head.Left1).Word, arc);
        list.Add(At(sentence, head.Right1).Word, arc);
        list.Add(At(sentence, head.Left1).Lemma, Tag(sentence, head.Left2), arc);
        list.Add(Tag(sentence, head.Head), head.Move, arc);
        list.Add(At(sentence, head.Head).Lemma, head.Move, (uint)node.Move);
        list.Add(Tag(sentence, head.Right1), Tag(sentence, head.Right2), arc);
        list.Add((uint)head.RightCount, isLeft, arc);
    }

    /// <summary>A word's preposition or marker, the outer one first; -1 when neither of its two outermost on the left is one.</summary>
    private static int Marker(ParserState tree, in ParserNode node)
    {
        if (tree.IsMarker(node.Left1)) return node.Left1;
        return tree.IsMarker(node.Left2) ? node.Left2 : -1;
    }

    private static uint Tag(SentenceWords sentence, int word) =>
        word < 0 ? 250u : word >= sentence.Count ? 251u : sentence.Tags[word];

    private static ref readonly WordTraits At(SentenceWords sentence, int word)
    {
        if ((uint)word >= (uint)sentence.Count) return ref s_none;
        return ref sentence.Traits[word];
    }
}
