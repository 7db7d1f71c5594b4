namespace Aggregator.Extraction.Reading.Network;

/// <summary>What the network sees of a word by itself: a hash of each sort, which leads to a learnt row.</summary>
internal static class WordFeatures
{
    /// <summary>How many sorts there are.</summary>
    internal const int Count = 7;

    /// <summary>A word's hash of a sort.</summary>
    internal static uint Of(in WordTraits word, int sort) => sort switch
    {
        0 => word.Word,
        1 => word.Suffix2,
        2 => word.Suffix3,
        3 => word.Suffix4,
        4 => word.Prefix3,
        5 => word.Shape,
        _ => word.Class,
    };

    /// <summary>Whether a sort all but names the word, so that training hides it at times: what a word unknown looks like must be learnt too.</summary>
    internal static bool NamesWord(int sort) => sort is 0 or 3;
}
