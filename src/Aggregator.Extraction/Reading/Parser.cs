namespace Aggregator.Extraction.Reading;

/// <summary>Builds a sentence's tree, arc-eager and greedily, in time linear in the sentence.</summary>
internal sealed class Parser(IWeights weights)
{
    /// <summary>Parses a sentence whose tags are set.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="state">Room to work in; holds the finished tree afterwards.</param>
    internal void Parse(SentenceWords sentence, ParserState state)
    {
        Span<uint> features = stackalloc uint[ParserFeatures.CountMax];
        Span<float> scores = stackalloc float[Transitions.Count];
        state.Start(sentence.Count);
        while (!state.IsFinal)
        {
            if (state.ForcedMove is var forced and >= 0)
            {
                state.Make(forced);
                continue;
            }
            var count = ParserFeatures.Write(sentence, state, features);
            weights.Score(features[..count], scores);
            state.Make(Best(state, scores));
        }
        state.JoinRoots(sentence.Upos);
    }

    /// <summary>The best move that may be made.</summary>
    internal static int Best(ParserState state, ReadOnlySpan<float> scores)
    {
        var best = -1;
        for (var move = 0; move < scores.Length; move++)
            if (state.MayMake(move) && (best < 0 || scores[move] > scores[best])) best = move;
        return best;
    }
}
