namespace Aggregator.Extraction.Reading;

/// <summary>Names each arc of a finished tree.</summary>
internal sealed class Labeler(IWeights weights)
{
    /// <summary>Gives each word its relation.</summary>
    /// <param name="sentence">The sentence's words.</param>
    /// <param name="tree">The finished tree.</param>
    /// <param name="relations">Where the relations go.</param>
    internal void Label(SentenceWords sentence, ParserState tree, Span<Relation> relations)
    {
        Span<uint> features = stackalloc uint[LabelerFeatures.CountMax];
        Span<float> scores = stackalloc float[RelationNames.Count];
        for (var word = 0; word < sentence.Count; word++)
        {
            if (Transitions.OnlyRelation(tree[word].Move) is { } only)
            {
                relations[word] = only;
                continue;
            }
            var count = LabelerFeatures.Write(sentence, tree, word, features);
            weights.Score(features[..count], scores);
            scores[(int)Relation.Root] = float.NegativeInfinity;
            relations[word] = (Relation)Tagger.Best(scores);
        }
    }
}
