namespace Aggregator.Extraction.Reading;

/// <summary>What the tagger looks at: the word, two words to each side, and the two tags it gave last.</summary>
internal static class TaggerFeatures
{
    /// <summary>The most features one decision has.</summary>
    internal const int CountMax = 64;

    private static readonly WordTraits s_before = new() { Word = 1, Class = 1 };
    private static readonly WordTraits s_after = new() { Word = 2, Class = 2 };

    /// <summary>Writes the features of one token.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="at">The token.</param>
    /// <param name="tag1">The class of the token before, plus one; zero at the start.</param>
    /// <param name="tag2">The class of the one before that, likewise.</param>
    /// <param name="features">Room for <see cref="CountMax"/>.</param>
    /// <returns>How many were written.</returns>
    internal static int Write(ReadOnlySpan<WordTraits> words, int at, uint tag1, uint tag2, Span<uint> features)
    {
        ref readonly var word = ref words[at];
        ref readonly var left = ref At(words, at - 1);
        ref readonly var left2 = ref At(words, at - 2);
        ref readonly var right = ref At(words, at + 1);
        ref readonly var right2 = ref At(words, at + 2);
        var first = at == 0 ? 1u : 0;
        var tags = (tag2 << 8) | tag1;
        var list = new FeatureList(features);

        list.Add(word.Word);
        list.Add(left.Word);
        list.Add(right.Word);
        list.Add(left2.Word);
        list.Add(right2.Word);
        list.Add(left.Word, word.Word);
        list.Add(word.Word, right.Word);
        list.Add(word.Suffix1);
        list.Add(word.Suffix2);
        list.Add(word.Suffix3);
        list.Add(word.Suffix4);
        list.Add(word.Suffix5);
        list.Add(word.Prefix1);
        list.Add(word.Prefix2);
        list.Add(word.Prefix3);
        list.Add(word.Prefix4);
        list.Add(word.Shape, first);
        list.Add(word.Shape, word.Suffix3);
        list.Add(word.Shape, word.Word);
        list.Add(word.Class);
        list.Add(left.Class);
        list.Add(right.Class);
        list.Add(right2.Class);
        list.Add(word.Class, right.Class);
        list.Add(word.Class, right.Word);
        list.Add(word.Word, right.Class);
        list.Add(word.Word, right.Class, right2.Class);
        list.Add(right.Class, right2.Class);
        list.Add(left.Word, word.Class);
        list.Add(left.Suffix3);
        list.Add(right.Suffix3);
        list.Add(right.Suffix2);
        list.Add(left.Shape);
        list.Add(right.Shape);
        list.Add(word.Shape, right.Shape, first);
        list.Add(word.Shape, left.Shape);
        list.Add(tag1);
        list.Add(tags);
        list.Add(tag1, word.Word);
        list.Add(tag1, word.Class);
        list.Add(tag1, word.Suffix3);
        list.Add(tag1, word.Suffix2, word.Shape);
        list.Add(tag1, right.Class);
        list.Add(tag1, right.Word);
        list.Add(tags, word.Class);
        list.Add(tags, word.Word);
        list.Add(tag1, word.Class, right.Class);
        list.Add(tag1, word.Shape);
        list.Add(words[^1].Word, first, word.Class);
        list.Add(0);
        return list.Count;
    }

    private static ref readonly WordTraits At(ReadOnlySpan<WordTraits> words, int at)
    {
        if (at < 0) return ref s_before;
        if (at >= words.Length) return ref s_after;
        return ref words[at];
    }
}
