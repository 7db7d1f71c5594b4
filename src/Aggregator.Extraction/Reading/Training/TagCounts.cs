namespace Aggregator.Extraction.Reading.Training;

/// <summary>What can be counted off a treebank before training: the tags there are, and those that each word takes.</summary>
internal static class TagCounts
{
    private const double ShareMin = 0.02;

    internal static TagSet TagSetOf(IEnumerable<GoldSentence> sentences, int countMin)
    {
        var counted = sentences.SelectMany(sentence => sentence.Tags).CountBy(tags => tags)
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key).ToList();
        var first = counted.DistinctBy(count => count.Key.Upos).Select(count => count.Key).ToHashSet();
        return new TagSet([.. counted.Where(count => count.Value >= countMin || first.Contains(count.Key)).Select(count => count.Key)]);
    }

    /// <summary>The words that occur often enough, with the tags they take.</summary>
    internal static TagDictionary DictionaryOf(IEnumerable<GoldSentence> sentences, TagSet tags, int countMin)
    {
        var words = new Dictionary<uint, int[]>();
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Count; i++)
            {
                var word = FeatureHash.Word(sentence.Forms[i]);
                if (!words.TryGetValue(word, out var counts)) words[word] = counts = new int[tags.Count];
                counts[tags.Of(sentence.Tags[i].Upos, sentence.Tags[i].Penn)]++;
            }
        }
        return new TagDictionary([.. words.Where(word => word.Value.Sum() >= countMin)
            .Select(word => new TagDictionary.Entry(word.Key, SetOf(word.Value, tags)))]);
    }

    private static uint SetOf(int[] counts, TagSet tags)
    {
        var total = counts.Sum();
        uint set = 0;
        foreach (var (upos, count) in counts.Select((count, at) => (tags[at].Upos, count)).GroupBy(pair => pair.Upos)
            .Select(group => (group.Key, group.Sum(pair => pair.count))))
            if (count > ShareMin * total) set |= 1u << (int)upos;
        return set;
    }
}
