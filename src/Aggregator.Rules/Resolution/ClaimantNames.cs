using System.Collections.Frozen;

namespace Aggregator.Resolution;

/// <summary>
/// Which of the names that one event's reports give of claimants are one claimant's: a short form ("Red Crescent") is the fuller one's ("Bangladesh Red Crescent Society") where only one
/// of that name is told. Where two are ("the health ministry", "the interior ministry"), "the ministry" is nobody's but its own.
/// </summary>
internal sealed class ClaimantNames
{
    // Of whom there are many, or who stands beside the one named.
    private static readonly FrozenSet<string> Many = FrozenSet.ToFrozenSet(
        [
            "official", "officials", "resident", "residents", "witness", "witnesses", "source", "sources", "people", "doctor", "doctors", "medic", "medics", "rescuer", "rescuers", "worker", "workers",
            "spokesman", "spokeswoman", "spokesperson", "authorities", "survivors", "relatives", "families", "experts", "activists", "soldiers", "fighters", "villagers", "director", "chief", "head", "leader",
        ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Another = FrozenSet.ToFrozenSet(
        ["deputy", "vice", "former", "ex", "acting", "assistant", "opposition", "rival", "shadow", "rebel", "anti", "pro"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Tails = FrozenSet.ToFrozenSet(
        ["of", "for", "in", "society", "organisation", "organization", "agency", "service", "committee", "federation", "movement", "association"], StringComparer.Ordinal);

    private static readonly char[] Spaces = [' ', '-'];

    private readonly Dictionary<string, string> _fuller = new(StringComparer.Ordinal);

    private ClaimantNames(IEnumerable<string> keys)
    {
        foreach (var key in keys.OrderByDescending(key => key.Length).ThenBy(key => key, StringComparer.Ordinal))
        {
            // The longer names are told apart already.
            var fuller = _fuller.Where(known => IsShortFor(key, known.Key)).Select(known => known.Value).Distinct().Take(2).ToList();
            _fuller[key] = fuller.Count == 1 ? fuller[0] : key;
        }
    }

    /// <summary>The names that one event's reports give.</summary>
    /// <param name="names">Names as reports give them, null for nobody.</param>
    internal static ClaimantNames Of(IEnumerable<string?> names) => new(names.Select(ClaimantKey.Of).OfType<string>().Distinct());

    /// <summary>By what two names among these are one claimant's; null for nobody.</summary>
    /// <param name="name">One of the names.</param>
    internal string? KeyOf(string? name) => ClaimantKey.Of(name) is { } key ? _fuller.GetValueOrDefault(key, key) : null;

    private static bool IsShortFor(string name, string fuller)
    {
        var (some, all) = (name.Split(Spaces), fuller.Split(Spaces));
        if (some.Length >= all.Length || Many.Contains(some[^1])) return false;
        for (var at = 0; at + some.Length <= all.Length; at++)
            if (some.AsSpan().SequenceEqual(all.AsSpan(at, some.Length))) return !all[..at].Any(Another.Contains) && MayStandBehind(all[(at + some.Length)..]);
        return false;
    }

    private static bool MayStandBehind(string[] words) => words.Length == 0 || Tails.Contains(words[0]);
}
