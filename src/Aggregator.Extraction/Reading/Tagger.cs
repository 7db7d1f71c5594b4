namespace Aggregator.Extraction.Reading;

/// <summary>Gives each token the best class, from left to right.</summary>
internal sealed class Tagger(TagSet tags, IWeights weights)
{
    /// <summary>Tags a sentence.</summary>
    /// <param name="words">Its words, with their classes set.</param>
    /// <param name="fixedTags">For a token whose universal tag is given, that tag plus one; zero for the others. May be empty.</param>
    /// <param name="classes">Where the classes go.</param>
    internal void Tag(ReadOnlySpan<WordTraits> words, ReadOnlySpan<byte> fixedTags, Span<byte> classes)
    {
        Span<uint> features = stackalloc uint[TaggerFeatures.CountMax];
        Span<float> scores = stackalloc float[tags.Count];
        uint tag1 = 0, tag2 = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (fixedTags.Length > 0 && fixedTags[i] > 0)
            {
                classes[i] = tags.Of((Upos)(fixedTags[i] - 1), Penn.None);
            }
            else if (words[i].OnlyTag > 0)
            {
                classes[i] = (byte)(words[i].OnlyTag - 1);
            }
            else
            {
                var count = TaggerFeatures.Write(words, i, tag1, tag2, features);
                weights.Score(features[..count], scores);
                classes[i] = (byte)Best(scores);
            }
            (tag2, tag1) = (tag1, classes[i] + 1u);
        }
    }

    internal static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best]) best = i;
        return best;
    }
}
