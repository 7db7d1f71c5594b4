namespace Aggregator.Extraction.Reading;

/// <summary>
/// The arc-eager parser's moves. An arc's move also names a group of relations, so that one move's weights do not have to serve
/// subjects and punctuation alike; which relation of the group it is, the labeler says when the tree stands.
/// </summary>
internal static class Transitions
{
    internal const int Shift = 0;
    internal const int Reduce = 1;

    /// <summary>First move that hangs the stack's top on the next word, and the last one, which hangs it on the root.</summary>
    internal const int FirstLeft = 2;
    internal const int LeftRoot = 15;
    internal const int LeftCase = FirstLeft + 3;
    internal const int LeftMark = FirstLeft + 4;
    internal const int LeftCop = FirstLeft + 7;
    internal const int LeftPunct = FirstLeft + 12;

    /// <summary>First move that hangs the next word on the stack's top.</summary>
    internal const int FirstRight = 16;
    internal const int RightPunct = FirstRight + 11;

    internal const int Count = 32;

    private static readonly byte[] s_left = Table(FirstLeft,
    [
        [Relation.Nsubj, Relation.NsubjOuter, Relation.Expl],
        [Relation.NsubjPass, Relation.Csubj, Relation.CsubjPass, Relation.CsubjOuter],
        [Relation.Det, Relation.DetPredet],
        [Relation.Case],
        [Relation.Mark],
        [Relation.Cc, Relation.CcPreconj],
        [Relation.Aux, Relation.AuxPass],
        [Relation.Cop],
        [Relation.Amod, Relation.Nummod],
        [Relation.Compound, Relation.NmodPoss, Relation.Nmod, Relation.NmodUnmarked, Relation.NmodDesc, Relation.Flat],
        [Relation.Advmod, Relation.Discourse],
        [], // everything else
        [Relation.Punct],
        [Relation.Root],
    ], other: 11);

    private static readonly byte[] s_right = Table(FirstRight,
    [
        [Relation.Obj, Relation.Iobj],
        [Relation.Xcomp],
        [Relation.Ccomp],
        [Relation.Obl, Relation.OblAgent, Relation.OblUnmarked],
        [Relation.Nmod, Relation.NmodUnmarked, Relation.NmodDesc, Relation.NmodPoss],
        [Relation.Appos],
        [Relation.Acl],
        [Relation.AclRelcl],
        [Relation.Advcl, Relation.AdvclRelcl],
        [Relation.Advmod, Relation.Discourse],
        [Relation.Conj],
        [Relation.Punct],
        [Relation.Compound, Relation.Flat, Relation.Fixed, Relation.Goeswith, Relation.Nummod, Relation.List],
        [Relation.Case, Relation.CompoundPrt, Relation.Aux, Relation.AuxPass, Relation.Amod],
        [Relation.Parataxis],
        [], // everything else
    ], other: 15);

    /// <summary>The moves to a dependent on the left, but for the root's, a bit each.</summary>
    internal const uint Lefts = (1u << LeftRoot) - (1u << FirstLeft);

    /// <summary>The moves to a dependent on the right, a bit each.</summary>
    internal const uint Rights = ~0u << FirstRight;

    /// <summary>The move that makes an arc of a relation, to a dependent left of its head or right of it.</summary>
    internal static int Of(Relation relation, bool isLeft) => (isLeft ? s_left : s_right)[(int)relation];

    /// <summary>The relation of a move whose group has no other and which is hardly ever wrong; null for the others.</summary>
    internal static Relation? OnlyRelation(int move) => move switch
    {
        LeftCase => Relation.Case,
        LeftMark => Relation.Mark,
        LeftCop => Relation.Cop,
        LeftPunct or RightPunct => Relation.Punct,
        LeftRoot => Relation.Root,
        _ => null,
    };

    private static byte[] Table(int first, Relation[][] groups, int other)
    {
        var table = new byte[RelationNames.Count];
        Array.Fill(table, (byte)(first + other));
        for (var group = 0; group < groups.Length; group++)
            foreach (var relation in groups[group]) table[(int)relation] = (byte)(first + group);
        return table;
    }
}
