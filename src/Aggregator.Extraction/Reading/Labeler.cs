using System.Runtime.Intrinsics;
using Aggregator.Extraction.Reading.Network;

namespace Aggregator.Extraction.Reading;

/// <summary>Names each arc of a finished tree.</summary>
internal sealed class Labeler(ReadingNetwork network)
{
    /// <summary>Gives each word of an encoded sentence its relation.</summary>
    /// <param name="room">Holds the encoded sentence.</param>
    /// <param name="tree">The finished tree.</param>
    /// <param name="relations">Where the relations go.</param>
    internal void Label(NetworkRoom room, ParserState tree, Span<Relation> relations)
    {
        Span<int> scores = stackalloc int[NetworkShape.RelationColumns];
        Shares.Write(network.Arcs, room.Normed.AsSpan(NetworkShape.Width), tree.WordCount, room.Sums, room.Arcs);
        for (var word = 0; word < tree.WordCount; word++)
        {
            if (Transitions.OnlyRelation(tree[word].Move) is { } only)
            {
                relations[word] = only;
                continue;
            }
            Score(room, tree, word, scores);
            scores[(int)Relation.Root] = int.MinValue;
            relations[word] = (Relation)Decision.Best(scores[..RelationNames.Count]);
        }
    }

    private void Score(NetworkRoom room, ParserState tree, int word, Span<int> scores)
    {
        Span<short> sum = stackalloc short[NetworkShape.ArcWidth];
        int head = tree[word].Head, move = tree[word].Move;
        Vector512<short> low = default, high = default;
        Shares.Add(ref room.Arcs[word * NetworkShape.ArcColumns], ref low, ref high);
        Shares.Add(ref head < tree.WordCount ? ref room.Arcs[(head * NetworkShape.ArcColumns) + NetworkShape.ArcWidth] : ref network.Root[0], ref low, ref high);
        Shares.Add(ref network.ArcMoves[move * NetworkShape.ArcWidth], ref low, ref high);
        Shares.Rectify(low, high, sum);
        network.Relations.Score(sum, 1, scores);
    }
}
