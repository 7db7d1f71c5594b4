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

    internal static TagDictionary DictionaryOf(IEnumerable<GoldSentence> sentences, int countMin)
    {
        var words = new Dictionary<uint, int[]>();
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Count; i++)
            {
                var word = FeatureHash.Word(sentence.Forms[i]);
                if (!words.TryGetValue(word, out var counts)) words[word] = counts = new int[Enum.GetValues<Upos>().Length];
                counts[(int)sentence.Tags[i].Upos]++;
            }
        }
        return new TagDictionary(words.Where(word => word.Value.Sum() >= countMin)
            .Select(word => KeyValuePair.Create(word.Key, SetOf(word.Value))));
    }

    private static uint SetOf(int[] counts)
    {
        var total = counts.Sum();
        uint set = 0;
        for (var tag = 0; tag < counts.Length; tag++)
            if (counts[tag] > ShareMin * total) set |= 1u << tag;
        return set;
    }
}
