using System.Runtime.Intrinsics;
using Aggregator.Extraction.Reading.Network;

namespace Aggregator.Extraction.Reading;

/// <summary>Builds a sentence's tree, arc-eager and greedily, in time linear in the sentence.</summary>
internal sealed class Parser
{
    /// <summary>
    /// Places at which nearly every word stands sooner or later (0 and 2) or every second one does: worked out for all words at once a share costs a third of
    /// what it costs alone. At each of the others three words of four never stand.
    /// </summary>
    private static readonly int[] s_usualPlaces = [0, 1, 2, 6];

    private readonly ReadingNetwork _network;
    private readonly PackedMatrix[] _places;

    internal Parser(ReadingNetwork network)
    {
        _network = network;
        _places = [.. Enumerable.Range(0, StateFeatures.PlaceCount).Select(place => network.Places.Slice(place * NetworkShape.HiddenWidth, NetworkShape.HiddenWidth))];
    }

    /// <summary>Parses an encoded sentence.</summary>
    /// <param name="tags">Its words' tags, which decide between several roots.</param>
    /// <param name="room">Holds the encoded sentence.</param>
    /// <param name="state">Room to work in; holds the finished tree afterwards.</param>
    internal void Parse(ReadOnlySpan<Upos> tags, NetworkRoom room, ParserState state)
    {
        Span<int> scores = stackalloc int[Transitions.Count];
        state.Start(tags.Length);
        StartShares(room, tags.Length);
        while (!state.IsFinal)
        {
            if (state.ForcedMove is var forced and >= 0)
            {
                state.Make(forced);
                continue;
            }
            Score(state, room, scores);
            state.Make(Decision.Best(scores, state.MayMoves));
        }
        state.JoinRoots(tags);
    }

    /// <summary>Works out the shares that are sure to be asked for, of all words at once, which is cheaper than one by one.</summary>
    private void StartShares(NetworkRoom room, int count)
    {
        var known = 0;
        foreach (var place in s_usualPlaces)
        {
            Shares.Write(_places[place], room.Normed.AsSpan(NetworkShape.Width), count, room.Sums, room.Places.AsSpan(NetworkRoom.PlaceStart(place, 0)));
            known |= 1 << place;
        }
        room.KnownPlaces.AsSpan(0, count).Fill((byte)known);
    }

    /// <summary>A word's share at a place.</summary>
    private ref short ShareOf(int place, int word, NetworkRoom room)
    {
        var start = NetworkRoom.PlaceStart(place, word);
        ref var known = ref room.KnownPlaces[word];
        if ((known >> place & 1) == 0)
        {
            Shares.Write(_places[place], room.Normed.AsSpan((word + 1) * NetworkShape.Width), 1, room.Sums, room.Places.AsSpan(start));
            known |= (byte)(1 << place);
        }
        return ref room.Places[start];
    }

    private void Score(ParserState state, NetworkRoom room, Span<int> scores)
    {
        Span<int> places = stackalloc int[StateFeatures.PlaceCount];
        Span<int> facts = stackalloc int[StateFeatures.FactsMax];
        Span<short> sum = stackalloc short[NetworkShape.HiddenWidth];
        Vector512<short> low = default, high = default;
        var count = StateFeatures.Read(state, places, facts);
        for (var place = 0; place < places.Length; place++)
        {
            var word = places[place];
            Shares.Add(
                ref word >= 0 && word < state.WordCount
                    ? ref ShareOf(place, word, room)
                    : ref _network.Absent[((2 * place) + (word < 0 ? 0 : 1)) * NetworkShape.HiddenWidth],
                ref low,
                ref high);
        }
        foreach (var fact in facts[..count]) Shares.Add(ref _network.Facts[fact * NetworkShape.HiddenWidth], ref low, ref high);
        Shares.Rectify(low, high, sum);
        _network.Moves.Score(sum, 1, scores);
    }
}
