using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Aggregator.Resolution;

/// <summary>Picks the words around a report that are likely to be rare: names first, then long words.</summary>
public static class KeywordRule
{
    private const int CountMax = 32;
    private const int LengthMin = 4;

    private static readonly FrozenSet<string> Common = FrozenSet.ToFrozenSet(
    [
        "about", "after", "again", "against", "also", "another", "because", "been", "before", "being", "between", "both", "could", "country",
        "during", "each", "early", "every", "first", "from", "government", "have", "having", "here", "including", "into", "just", "last", "late",
        "later", "least", "like", "made", "many", "minister", "more", "most", "much", "near", "next", "officials", "official", "only", "other",
        "over", "part", "people", "president", "reported", "said", "same", "says", "second", "several", "should", "since", "some", "spokesman",
        "state", "statement", "still", "such", "than", "that", "their", "them", "then", "there", "these", "they", "this", "those", "three",
        "through", "time", "told", "under", "until", "very", "week", "were", "what", "when", "where", "which", "while", "will", "with", "would",
        "year", "years", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>The words, lower case, at most 32.</summary>
    /// <param name="title">The article's headline.</param>
    /// <param name="quote">The report's sentence.</param>
    public static ImmutableArray<string> Of(string title, string quote)
    {
        var words = Split(quote).Concat(Split(title)).Where(word => word.Length >= LengthMin && !Common.Contains(word)).ToList();
        return [.. words.OrderByDescending(word => char.IsUpper(word[0])).ThenByDescending(word => word.Length)
            .Select(word => word.ToLowerInvariant()).Distinct().Take(CountMax)];
    }

    private static IEnumerable<string> Split(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            while (at < text.Length && !char.IsLetter(text[at])) at++;
            var start = at;
            while (at < text.Length && char.IsLetter(text[at])) at++;
            if (at > start) yield return text[start..at];
        }
    }
}
