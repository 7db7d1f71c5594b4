using System.Collections.Immutable;

namespace Aggregator.Resolution;

/// <summary>Weighs the ages told of those it happened to, or who did it ("a 22-month-old", "an 8-year-old boy"): outlets rarely tell the same person's differently.</summary>
internal static class AgeEvidence
{
    private static readonly string[] Endings = ["-year-old", "-years-old", "-month-old", "-months-old"];

    internal static void Weigh(Account told, Account known, Weighing evidence)
    {
        // Most tell none.
        if (AgesOf(told) is not { Count: > 0 } a || AgesOf(known) is not { Count: > 0 } b || a.Overlaps(b)) return;
        evidence.Add("ages", -1.25, $"{string.Join(", ", a)}, and {string.Join(", ", b)}");
    }

    private static HashSet<string>? AgesOf(Account account)
    {
        HashSet<string>? ages = null;
        Add(account.Sentence, ref ages);
        Add(account.Title, ref ages);
        return ages;
    }

    private static void Add(ImmutableArray<string> words, ref HashSet<string>? ages)
    {
        foreach (var word in words)
            if (char.IsDigit(word[0]) && Array.Exists(Endings, ending => word.EndsWith(ending, StringComparison.Ordinal))) (ages ??= []).Add(word.Replace("s-old", "-old", StringComparison.Ordinal));
    }
}
