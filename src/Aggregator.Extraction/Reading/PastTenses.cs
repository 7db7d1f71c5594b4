using System.Collections.Frozen;

namespace Aggregator.Extraction.Reading;

/// <summary>Past tenses that no participle looks like.</summary>
internal static class PastTenses
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_words = new[]
    {
        "ate", "bade", "became", "began", "bit", "blew", "bore", "broke", "came", "chose", "did", "drank", "drew", "drove", "fell", "flew",
        "forbade", "forgave", "forgot", "foresaw", "froze", "gave", "grew", "hid", "knew", "mistook", "outgrew", "overcame", "oversaw",
        "overtook", "overthrew", "overran", "ran", "rang", "redid", "retook", "rewrote", "rode", "rose", "sang", "sank", "saw", "shook",
        "showed", "shrank", "slew", "spoke", "sprang", "stole", "strode", "strove", "swam", "swore", "threw", "took", "tore", "undertook",
        "underwent", "undid", "went", "withdrew", "woke", "wore", "wove", "wrote", "was", "were", "had",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word can be nothing but a past tense, in any case.</summary>
    internal static bool Contains(ReadOnlySpan<char> word) => s_words.Contains(word);
}
