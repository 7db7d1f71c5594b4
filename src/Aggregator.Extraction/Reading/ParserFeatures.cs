namespace Aggregator.Extraction.Reading;

/// <summary>What the parser looks at: the stack's top and the next words, their dependents so far, and what lies between.</summary>
internal static class ParserFeatures
{
    /// <summary>The most features one decision has.</summary>
    internal const int CountMax = 128;

    private const uint None = 250;
    private static readonly WordTraits s_none = new() { Word = 3, Lemma = 3, Class = 3 };

    /// <summary>Writes the features of one decision.</summary>
    /// <param name="sentence">The sentence's words, with lemmas and tags.</param>
    /// <param name="state">The parser's state.</param>
    /// <param name="features">Room for <see cref="CountMax"/>.</param>
    /// <returns>How many were written.</returns>
    internal static int Write(SentenceWords sentence, ParserState state, Span<uint> features)
    {
        ReadOnlySpan<WordTraits> words = sentence.Traits;
        ReadOnlySpan<byte> tags = sentence.Tags;
        var list = new FeatureList(features);
        int s = state.Top, b = state.Next;
        var stack = state.Stack;
        int s1 = stack.Length > 1 ? stack[^2] : -1, s2 = stack.Length > 2 ? stack[^3] : -1;
        ref readonly var sw = ref At(words, s);
        ref readonly var bw = ref At(words, b);
        uint sp = Tag(tags, s), bp = Tag(tags, b), b1p = Tag(tags, b + 1), b2p = Tag(tags, b + 2), b3p = Tag(tags, b + 3);
        uint s1p = Tag(tags, s1), s2p = Tag(tags, s2);
        ref readonly var b1w = ref At(words, b + 1);
        var sNode = s >= 0 ? state[s] : new ParserNode { Head = -1, Left1 = -1, Left2 = -1, Right1 = -1, Right2 = -1 };
        ref readonly var bNode = ref state[b];
        var pair = (sp << 8) | bp;
        var distance = s < 0 ? 0u : Distance(b - s);

        WriteWords(ref list, sw, bw, b1w, At(words, b + 2), sp, bp, b1p, b2p);
        list.Add(b3p, b2p, b1p);
        list.Add(At(words, s1).Word, s1p);
        list.Add(s1p, pair);
        list.Add(s1p, pair, b1p);
        list.Add(s2p, s1p, pair);
        list.Add(pair, b1p);
        list.Add(pair, b1p, b2p);
        list.Add(sw.Word, bp, b1p);
        list.Add(sw.Lemma, bp, b1p);
        list.Add(sp, bw.Word, b1p);
        list.Add(pair, b1w.Word);
        list.Add(bp, b1p, b2p);
        list.Add(Tag(tags, s - 1 < 0 ? -1 : s - 1), pair);
        list.Add(s < 0 ? None : Tag(tags, s + 1), pair);
        list.Add(Tag(tags, b - 1), pair);
        list.Add(At(words, b - 1).Word, bp, sp);

        list.Add(sw.Word, distance);
        list.Add(sp, distance);
        list.Add(bw.Word, distance);
        list.Add(bp, distance);
        list.Add(pair, distance);
        list.Add(sw.Lemma, bw.Lemma, distance);
        WriteDependents(ref list, words, tags, state, sNode, bNode, sw, bw, pair);
        WriteAttachment(ref list, words, tags, state, sNode, bNode, s, s1, sw, bw, pair);
        WriteBetween(ref list, sentence, s, b, sw, pair);
        return list.Count;
    }

    private static void WriteWords(ref FeatureList list, in WordTraits s, in WordTraits b, in WordTraits b1, in WordTraits b2,
        uint sp, uint bp, uint b1p, uint b2p)
    {
        list.Add(0);
        list.Add(s.Word, sp);
        list.Add(s.Word);
        list.Add(s.Lemma, sp);
        list.Add(sp);
        list.Add(b.Word, bp);
        list.Add(b.Word);
        list.Add(b.Lemma, bp);
        list.Add(bp);
        list.Add(b1.Word, b1p);
        list.Add(b1.Lemma);
        list.Add(b1p);
        list.Add(b2.Word, b2p);
        list.Add(b2p);
        list.Add(s.Suffix3, sp, bp);
        list.Add(b.Suffix3, bp, sp);
        list.Add(s.Shape, sp, bp);
        list.Add(b.Shape, bp, sp);
        list.Add(s.Word, sp, b.Word + bp);
        list.Add(s.Word, sp, bp);
        list.Add(s.Lemma, sp, bp);
        list.Add(s.Word, b.Word, bp);
        list.Add(sp, b.Word, bp);
        list.Add(sp, b.Lemma, bp);
        list.Add(s.Lemma, b.Lemma);
        list.Add(sp, bp);
        list.Add(s.Lemma, b.Word, b1p);
        list.Add(s.Class, b.Class);
    }

    private static void WriteDependents(ref FeatureList list, ReadOnlySpan<WordTraits> words, ReadOnlySpan<byte> tags,
        ParserState state, in ParserNode s, in ParserNode b, in WordTraits sw, in WordTraits bw, uint pair)
    {
        var sp = pair >> 8;
        var bp = pair & 0xFF;
        uint slp = Tag(tags, s.Left1), srp = Tag(tags, s.Right1), blp = Tag(tags, b.Left1), shp = Tag(tags, s.Head);
        list.Add(pair, slp, Move(state, s.Left1));
        list.Add(pair, srp, Move(state, s.Right1));
        list.Add(pair, blp, Move(state, b.Left1));
        list.Add(pair, shp, s.Move);
        list.Add(At(words, s.Left1).Word, pair);
        list.Add(At(words, s.Right1).Lemma, pair);
        list.Add(At(words, b.Left1).Word, pair);
        list.Add(At(words, s.Head).Lemma, pair);
        list.Add(pair, slp, Tag(tags, s.Left2));
        list.Add(pair, srp, Tag(tags, s.Right2));
        list.Add(pair, blp, Tag(tags, b.Left2));
        list.Add(sw.Word, s.Move);
        list.Add(sp, s.Move);
        list.Add(sp, s.Move, bp);
        list.Add(pair, s.Move, s.RightMoves);
        list.Add(sw.Lemma, s.LeftMoves, bp);
        list.Add(sw.Lemma, s.RightMoves, bp);
        list.Add(pair, s.LeftMoves);
        list.Add(pair, s.RightMoves);
        list.Add(pair, b.LeftMoves);
        list.Add(sp, s.LeftMoves, s.RightMoves);
        list.Add(bw.Lemma, b.LeftMoves);
        list.Add(bw.Word, b.LeftMoves, sp);
        list.Add(pair, s.LeftMoves, b.LeftMoves);
        list.Add(pair, s.RightMoves, b.LeftMoves);
        list.Add(sw.Word, s.RightCount);
        list.Add(sp, s.RightCount, s.LeftCount);
        list.Add(bw.Word, b.LeftCount);
        list.Add(bp, b.LeftCount, sp);
    }

    /// <summary>Where a phrase hangs: its preposition with the candidates' words, and the stack's own head as the rival.</summary>
    private static void WriteAttachment(ref FeatureList list, ReadOnlySpan<WordTraits> words, ReadOnlySpan<byte> tags,
        ParserState state, in ParserNode sNode, in ParserNode bNode, int s, int s1, in WordTraits sw, in WordTraits bw, uint pair)
    {
        ref readonly var marker = ref At(words, FirstLeft(state, bNode));
        ref readonly var head = ref At(words, sNode.Head);
        ref readonly var below = ref At(words, s1);
        list.Add(sw.Lemma, marker.Word, pair & 0xFF);
        list.Add(head.Lemma, marker.Word, pair);
        list.Add(head.Lemma, sw.Lemma, marker.Word);
        list.Add(sw.Lemma, marker.Word, bw.Lemma);
        list.Add(pair >> 8, marker.Word, bw.Lemma);
        list.Add(below.Lemma, marker.Word, pair);
        list.Add(head.Lemma, sw.Word, bw.Word);
        list.Add(head.Lemma, pair, sNode.Move);
        list.Add(Tag(tags, s1), pair, marker.Word);
        list.Add(At(words, sNode.Left1).Word, sNode.Move, pair);
        var headNode = sNode.Head >= 0 && sNode.Head < state.WordCount ? state[sNode.Head] : default;
        list.Add(pair, headNode.RightMoves, marker.Word);
        list.Add(pair, Tag(tags, sNode.Head), Tag(tags, headNode.Head));
        list.Add(pair, (uint)(s >= 0 ? state[s].RightCount : 0), marker.Word);
    }

    private static void WriteBetween(ref FeatureList list, SentenceWords sentence, int s, int b, in WordTraits sw, uint pair)
    {
        var between = sentence.Between(s, b);
        list.Add(pair, between);
        list.Add(pair, between & 0x303); // verbs and commas
        list.Add(pair, between & 0x0F0); // conjunctions and subordinators
        list.Add(pair, between & 0xF00); // commas and other marks
        list.Add(sw.Lemma, pair & 0xFF, between & 0x3C3);
        list.Add(pair, sentence.Between(b, Math.Min(b + 6, sentence.Count)) & 0xCF3);
    }

    /// <summary>The dependent to the left that is a preposition or marker, the outer one first; else the outermost.</summary>
    private static int FirstLeft(ParserState state, in ParserNode node) =>
        !state.IsMarker(node.Left1) && state.IsMarker(node.Left2) ? node.Left2 : node.Left1;

    private static uint Move(ParserState state, int word) => word >= 0 ? state[word].Move : None;

    private static uint Distance(int words) => words < 5 ? (uint)words : words < 8 ? 5u : words < 13 ? 6u : 7u;

    private static uint Tag(ReadOnlySpan<byte> tags, int word) => word < 0 ? None : word >= tags.Length ? None + 1 : tags[word];

    private static ref readonly WordTraits At(ReadOnlySpan<WordTraits> words, int word)
    {
        if ((uint)word >= (uint)words.Length) return ref s_none;
        return ref words[word];
    }
}
