using System.Numerics;
using Aggregator.Extraction.Reading.Network;

namespace Aggregator.Extraction.Reading;

/// <summary>Builds a sentence's tree, arc-eager and greedily, in time linear in the sentence.</summary>
internal sealed class Parser(ReadingNetwork network)
{
    /// <summary>Parses an encoded sentence.</summary>
    /// <param name="tags">Its words' tags, which decide between several roots.</param>
    /// <param name="room">Holds the encoded sentence.</param>
    /// <param name="state">Room to work in; holds the finished tree afterwards.</param>
    internal void Parse(ReadOnlySpan<Upos> tags, NetworkRoom room, ParserState state)
    {
        Span<int> scores = stackalloc int[Transitions.Count];
        state.Start(tags.Length);
        Shares.Write(network.Places, room, tags.Length, room.Places);
        while (!state.IsFinal)
        {
            if (state.ForcedMove is var forced and >= 0)
            {
                state.Make(forced);
                continue;
            }
            Score(state, room, scores);
            state.Make(Best(state, scores));
        }
        state.JoinRoots(tags);
    }

    private void Score(ParserState state, NetworkRoom room, Span<int> scores)
    {
        Span<int> places = stackalloc int[StateFeatures.PlaceCount];
        Span<int> facts = stackalloc int[StateFeatures.FactsMax];
        Span<short> sum = stackalloc short[NetworkShape.HiddenWidth];
        sum.Clear();
        var count = StateFeatures.Read(state, places, facts);
        for (var place = 0; place < places.Length; place++)
        {
            var word = places[place];
            Shares.Add(
                word >= 0 && word < state.WordCount
                    ? room.Places.AsSpan((word * NetworkShape.PlaceColumns) + (place * NetworkShape.HiddenWidth))
                    : network.Absent.AsSpan(((2 * place) + (word < 0 ? 0 : 1)) * NetworkShape.HiddenWidth),
                sum);
        }
        foreach (var fact in facts[..count]) Shares.Add(network.Facts.AsSpan(fact * NetworkShape.HiddenWidth), sum);
        Shares.Rectify(sum);
        network.Moves.Score(sum, 1, scores);
    }

    /// <summary>The best move that may be made.</summary>
    private static int Best(ParserState state, ReadOnlySpan<int> scores)
    {
        var left = state.MayMoves;
        var best = BitOperations.TrailingZeroCount(left);
        for (left &= left - 1; left != 0; left &= left - 1)
        {
            var move = BitOperations.TrailingZeroCount(left);
            if (scores[move] > scores[best]) best = move;
        }
        return best;
    }
}
