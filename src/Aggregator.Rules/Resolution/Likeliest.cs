namespace Aggregator.Resolution;

/// <summary>
/// Which open events an account is likest. Most candidates are ruled out by a bound that needs no count of how rare their own words are:
/// what they share with the account are words of the account, and those are counted already.
/// </summary>
internal static class Likeliest
{
    /// <summary>What rounding may take from a bound.</summary>
    private const double Slack = 1e-9;

    /// <summary>The likest event and its rival, the likest first, the smaller id where they tie; fewer where there are fewer candidates.</summary>
    /// <param name="account">What a report says.</param>
    /// <param name="candidates">Events that stand.</param>
    /// <param name="rarity">How much shared terms tell.</param>
    internal static List<(EventId Id, Likeness Likeness)> Of(Account account, IEnumerable<OpenEvent> candidates, Rarity rarity)
    {
        var bounded = candidates.Select(open => (Open: open, Most: SamenessRule.ScoreMost(account, open.Centre!, rarity))).ToList();
        bounded.Sort(static (one, other) => other.Most.CompareTo(one.Most));
        (OpenEvent? Open, double Score) best = (null, double.NegativeInfinity), rival = best;
        foreach (var (open, most) in bounded)
        {
            if (most + Slack < rival.Score) break;
            var item = (open, Score: Score(account, open, rarity));
            if (IsLiker(item, best)) (best, rival) = (item, best);
            else if (IsLiker(item, rival)) rival = item;
        }
        return [.. new[] { best.Open, rival.Open }.OfType<OpenEvent>().Select(open => (open.Event.Id, Weigh(account, open, rarity)))];
    }

    private static bool IsLiker((OpenEvent Open, double Score) one, (OpenEvent? Open, double Score) other) => other.Open is null
        || (one.Score != other.Score ? one.Score > other.Score : string.CompareOrdinal(one.Open.Event.Id.Value, other.Open.Event.Id.Value) < 0);

    /// <summary>The likeness to the centre, or to the founder where that is so much less that only look-alikes link the two.</summary>
    private static Likeness Weigh(Account account, OpenEvent open, Rarity rarity)
    {
        var centre = SamenessRule.Weigh(account, open.Centre!, rarity);
        if (ReferenceEquals(open.Founder, open.Centre) || centre.Score < SamenessRule.SameFrom) return centre;
        var founder = SamenessRule.Weigh(account, open.Founder!, rarity);
        if (founder.Score + SamenessRule.FounderSlack >= centre.Score) return centre;
        return new Likeness(founder.Score + SamenessRule.FounderSlack, [.. founder.Evidence, new("founder", SamenessRule.FounderSlack, "weighed against the founding report")]);
    }

    /// <summary>What <see cref="Weigh"/> comes to.</summary>
    internal static double Score(Account account, OpenEvent open, Rarity rarity)
    {
        var centre = SamenessRule.Score(account, open.Centre!, rarity);
        if (ReferenceEquals(open.Founder, open.Centre) || centre < SamenessRule.SameFrom) return centre;
        return Math.Min(centre, SamenessRule.Score(account, open.Founder!, rarity) + SamenessRule.FounderSlack);
    }
}
