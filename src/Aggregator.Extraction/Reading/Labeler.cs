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
        Shares.Write(network.Arcs, room, tree.WordCount, room.Arcs);
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
        room.Arcs.AsSpan(word * NetworkShape.ArcColumns, NetworkShape.ArcWidth).CopyTo(sum);
        Shares.Add(head < tree.WordCount ? room.Arcs.AsSpan((head * NetworkShape.ArcColumns) + NetworkShape.ArcWidth) : network.Root, sum);
        Shares.Add(network.ArcMoves.AsSpan(move * NetworkShape.ArcWidth), sum);
        Shares.Rectify(sum);
        network.Relations.Score(sum, 1, scores);
    }
}
