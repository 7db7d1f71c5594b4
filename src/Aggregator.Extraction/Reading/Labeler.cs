using System.Runtime.CompilerServices;
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
        Span<byte> open = stackalloc byte[Reader.SentenceTokensMax];
        Shares.Write(network.Arcs, room.Normed.AsSpan(NetworkShape.Width), tree.WordCount, room.Sums, room.Arcs);
        var count = 0;
        for (var word = 0; word < tree.WordCount; word++)
        {
            if (Transitions.OnlyRelation(tree[word].Move) is { } only)
            {
                relations[word] = only;
                continue;
            }
            Sum(room, tree, word, room.ArcSums.AsSpan(count * NetworkShape.ArcWidth, NetworkShape.ArcWidth));
            open[count++] = (byte)word;
        }
        // All at once, which is cheaper than one by one.
        network.Relations.Score(room.ArcSums, count, room.Sums);
        for (var at = 0; at < count; at++)
        {
            var scores = room.Sums.AsSpan(at * NetworkShape.RelationColumns, RelationNames.Count);
            scores[(int)Relation.Root] = int.MinValue;
            relations[open[at]] = (Relation)Decision.Best(scores);
        }
    }

    /// <summary>Adds up the shares that an arc is weighed by.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sum(NetworkRoom room, ParserState tree, int word, Span<short> sum)
    {
        int head = tree[word].Head, move = tree[word].Move;
        Vector512<short> low = default, high = default;
        Shares.Add(ref room.Arcs[word * NetworkShape.ArcColumns], ref low, ref high);
        Shares.Add(ref head < tree.WordCount ? ref room.Arcs[(head * NetworkShape.ArcColumns) + NetworkShape.ArcWidth] : ref network.Root[0], ref low, ref high);
        Shares.Add(ref network.ArcMoves[move * NetworkShape.ArcWidth], ref low, ref high);
        Shares.Rectify(low, high, sum);
    }
}
