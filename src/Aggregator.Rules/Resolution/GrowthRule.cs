using Aggregator.Extraction;


namespace Aggregator.Resolution;

/// <summary>
/// Whether two events that each founded by itself have become one by what was told of them since. A wrong merge takes all reports along, so
/// more is asked than of a report: what both say together must be two and a half times as like, and the report that founded either must be like the other's centre.
/// Where articles tell both, their words count for nothing: there the reports of either, each weighed by itself, must on average be enough like the other.
/// </summary>
internal static class GrowthRule
{
    /// <summary>The score from which two events are one.</summary>
    internal const double GrownFrom = 2.5 * SamenessRule.SameFrom;

    private const double AnchorFrom = SamenessRule.SameFrom - SamenessRule.FounderSlack;
    private const int AskedCountMax = 16;

    /// <summary>Days that the dates told of one happening may lie apart: nights, and what goes on for days.</summary>
    private const int ApartDaysMax = 3;

    /// <summary>Whether an event looks for others that it became alike: one that a single article tells was weighed against them when it arrived.</summary>
    /// <param name="open">An event.</param>
    internal static bool MayHaveGrown(OpenEvent open) => Stands(open) && open.Centre is { Articles.Length: > 1 };

    /// <summary>Whether an event has reports that stand, and no person ruled that it is no happening.</summary>
    /// <param name="open">An event.</param>
    internal static bool Stands(OpenEvent open) => open.Founder is not null && !open.Event.IsRuledOut;

    /// <summary>How alike two events are that are one; null where they are not, or where a person told them apart.</summary>
    /// <param name="told">The event that would become part of the other.</param>
    /// <param name="known">The other.</param>
    /// <param name="rarity">How much shared terms tell.</param>
    internal static Likeness? Of(OpenEvent told, OpenEvent known, Rarity rarity)
    {
        if (!Stands(told) || !Stands(known) || told.Event.Apart.Contains(known.Event.Id) || known.Event.Apart.Contains(told.Event.Id)) return null;
        var (one, two) = (told.Centre!, known.Centre!);
        if (one.OccurredOn is { } day && two.OccurredOn is { } other && GapDays(day, other) > ApartDaysMax) return null;
        if (SamenessRule.ScoreMost(one, two, rarity) < GrownFrom || SamenessRule.Score(one, two, rarity) < GrownFrom) return null;
        var share = one.Articles.Any(two.Articles.Contains);
        var grown = (share && IsOneOfNature(one, two)) || (AreAnchored(told, known, rarity) && (!share || (IsAskedIn(told, known, rarity) && IsAskedIn(known, told, rarity))));
        return grown ? SamenessRule.Weigh(one, two, rarity) : null;
    }

    private static bool AreAnchored(OpenEvent told, OpenEvent known, Rarity rarity) =>
        SamenessRule.Score(told.Founder!, known.Centre!, rarity) >= AnchorFrom && SamenessRule.Score(known.Founder!, told.Centre!, rarity) >= AnchorFrom;

    /// <summary>Whether articles that tell both tell of one flood, quake, storm or eruption: a country has hardly two such in a day, however many sentences an article has for it.</summary>
    private static bool IsOneOfNature(Account told, Account known) =>
        told.Kind == EventKind.Disaster && known.Kind == EventKind.Disaster && told.Mode is "flood" or "quake" or "storm" or "volcano" && told.Mode == known.Mode
        && told.OccurredOn is { } day && known.OccurredOn is { } other && GapDays(day, other) <= 1 && !PlaceEvidence.Contradicts(told, known)
        && told.Parties.Any(party => known.Parties.Contains(party));

    private static int GapDays(OccurredOn one, OccurredOn other) => Math.Max(one.First.DayNumber, other.First.DayNumber) - Math.Min(one.Last.DayNumber, other.Last.DayNumber);

    /// <summary>Whether the reports of an event are on average enough like another, each weighed as if it arrived now; of many the first and the latest.</summary>
    private static bool IsAskedIn(OpenEvent open, OpenEvent known, Rarity rarity)
    {
        var asked = open.Standing.Where(delivery => delivery.Report.About is null)
            .OrderBy(delivery => delivery.PublishedAt).ThenBy(delivery => delivery.Report.Id.Value, StringComparer.Ordinal).ToList();
        if (asked.Count > AskedCountMax) asked = [.. asked.Take(AskedCountMax / 2), .. asked.TakeLast(AskedCountMax / 2)];
        return asked.Count > 0 && asked.Average(delivery => Likeliest.Score(Account.Of(delivery.Report.Kind, [delivery]), known, rarity)) >= SamenessRule.SameFrom;
    }
}
