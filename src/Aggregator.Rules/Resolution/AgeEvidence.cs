using System.Collections.Immutable;

namespace Aggregator.Resolution;

/// <summary>Weighs the ages told of those it happened to, or who did it ("a 22-month-old", "an 8-year-old boy"): outlets rarely tell the same person's differently.</summary>
internal static class AgeEvidence
{
    private static readonly string[] Endings = ["-year-old", "-years-old", "-month-old", "-months-old"];

    internal static void Weigh(Account told, Account known, Weighing evidence)
    {
        var (a, b) = (AgesOf(told), AgesOf(known));
        if (a.Count == 0 || b.Count == 0 || a.Overlaps(b)) return;
        evidence.Add("ages", -1.25, $"{string.Join(", ", a)}, and {string.Join(", ", b)}");
    }

    private static HashSet<string> AgesOf(Account account) => [.. AgesIn(account.Sentence).Concat(AgesIn(account.Title))];

    private static IEnumerable<string> AgesIn(ImmutableArray<string> words) =>
        words.Where(word => char.IsDigit(word[0]) && Array.Exists(Endings, ending => word.EndsWith(ending, StringComparison.Ordinal))).Select(word => word.Replace("s-old", "-old", StringComparison.Ordinal));
}
