using System.Collections.Frozen;

namespace Aggregator.Resolution;

/// <summary>
/// By what two names of a claimant are one: without the words in front that only point ("the navy", "the country's navy" and "its navy" are the
/// navy), and whichever way round a ministry is named. Within one event they point at the same country, so that one claimant's figures follow each other in one series.
/// </summary>
internal static class ClaimantKey
{
    private static readonly FrozenSet<string> Pointing = FrozenSet.ToFrozenSet(
        ["the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "local"], StringComparer.Ordinal);

    private static readonly string[] Bodies = ["ministry", "department"];

    private static readonly FrozenSet<string> Owners = FrozenSet.ToFrozenSet(
        ["country", "nation", "state", "city", "town", "region", "province", "district", "kingdom", "republic", "island", "village", "capital", "government"], StringComparer.Ordinal);

    /// <summary>The key; null for nobody.</summary>
    /// <param name="claimant">The name as a report gives it, or null.</param>
    internal static string? Of(string? claimant)
    {
        if (claimant is null) return null;
        var rest = claimant.Trim().ToLowerInvariant();
        while (rest.IndexOf(' ', StringComparison.Ordinal) is var end and > 0 && Points(rest[..end])) rest = rest[(end + 1)..].TrimStart();
        return Turned(rest);
    }

    /// <summary>"Ministry of Health" is "health ministry".</summary>
    private static string Turned(string name)
    {
        foreach (var body in Bodies)
            if (name.StartsWith(body + " of ", StringComparison.Ordinal) && name[(body.Length + 4)..] is { Length: > 0 } field)
                return $"{(field.StartsWith("the ", StringComparison.Ordinal) ? field[4..] : field)} {body}";
        return name;
    }

    private static bool Points(string word) =>
        Pointing.Contains(word) || (word is [.. var owner, '\'' or '’', 's'] && Owners.Contains(owner));
}
