namespace Aggregator.Intake;

/// <summary>How many new entries a day a feed brings: a mean in which what is three days old counts half.</summary>
public static class EntryRate
{
    private const double HalfLifeDays = 3;
    private const double RateMax = 10_000;

    /// <summary>A first guess from the times of a feed's entries.</summary>
    /// <param name="publishedAt">When its entries were published, in any order.</param>
    /// <param name="now">Now, UTC; what lies later is left out.</param>
    /// <returns>Entries a day from the oldest until now, or null with fewer than two.</returns>
    public static double? FromTimes(IEnumerable<DateTimeOffset> publishedAt, DateTimeOffset now)
    {
        var past = publishedAt.Where(time => time <= now).Order().ToList();
        if (past.Count < 2) return null;
        return Math.Min(RateMax, past.Count / Math.Max((now - past[0]).TotalDays, 1 / RateMax));
    }

    /// <summary>Takes in what a poll brought.</summary>
    /// <param name="entriesPerDay">The rate before, or null.</param>
    /// <param name="newCount">New entries in this poll.</param>
    /// <param name="elapsed">Time since the last poll that went well.</param>
    public static double Fold(double? entriesPerDay, int newCount, TimeSpan elapsed)
    {
        var days = Math.Max(elapsed.TotalDays, 1 / RateMax);
        var seen = Math.Min(RateMax, newCount / days);
        if (entriesPerDay is not { } before) return seen;
        var share = 1 - Math.Pow(0.5, days / HalfLifeDays);
        return before + (share * (seen - before));
    }
}
