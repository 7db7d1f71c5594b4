namespace Aggregator.Intake;

/// <summary>
/// When a source is asked next. A feed is asked about twice as often as it brings something new, but not before
/// its own word for that has passed (<c>ttl</c>, <c>sy:updatePeriod</c>, <c>Cache-Control</c>, hours and days to skip), and within
/// bounds. After failures the time doubles; <c>Retry-After</c> is obeyed. Chance spreads sources that would march in step.
/// </summary>
public static class PollSchedule
{
    private const double SpreadShare = 0.1;
    private const double PollsPerEntry = 2;

    /// <summary>The next poll after one that went well.</summary>
    /// <param name="now">When it ended, UTC.</param>
    /// <param name="pace">What the feed says of itself.</param>
    /// <param name="entriesPerDay">New entries a day, see <see cref="EntryRate"/>; null when unknown.</param>
    /// <param name="maxAge">How long HTTP says that the answer stays fresh, or null.</param>
    /// <param name="bounds">The bounds; they win over all of these but the hours and days to skip.</param>
    /// <param name="chance">A random number from 0 to 1.</param>
    public static DateTimeOffset AfterSuccess(
        DateTimeOffset now, FeedPace pace, double? entriesPerDay, TimeSpan? maxAge, PollBounds bounds, double chance)
    {
        var wanted = entriesPerDay is { } rate ? Interval(rate, bounds.IntervalMax) : TimeSpan.FromMinutes(30);
        var interval = Clamp(Longest(wanted, pace.TimeToLive, pace.UpdatePeriod, maxAge), bounds.IntervalMin, bounds.IntervalMax);
        return PastSkipped(now + Spread(interval, bounds, chance), pace);
    }

    /// <summary>The next poll after a failed one: the shortest interval, doubled for each failure in a row, half of it left to chance.</summary>
    /// <param name="now">When it failed, UTC.</param>
    /// <param name="failureCount">Failures in a row with this one, from 1.</param>
    /// <param name="retryAfter">How long the host asks to be left alone, or null.</param>
    /// <param name="bounds">The bounds.</param>
    /// <param name="chance">A random number from 0 to 1.</param>
    public static DateTimeOffset AfterFailure(DateTimeOffset now, int failureCount, TimeSpan? retryAfter, PollBounds bounds, double chance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failureCount, 1);
        var doubled = bounds.IntervalMin.TotalSeconds * Math.Pow(2, Math.Min(failureCount, 30));
        var wait = TimeSpan.FromSeconds(Math.Min(doubled, bounds.PatienceMax.TotalSeconds) * (0.5 + (chance / 2)));
        var asked = Clamp(retryAfter ?? TimeSpan.Zero, TimeSpan.Zero, bounds.PatienceMax);
        return now + Longest(wait, asked, bounds.IntervalMin);
    }

    private static TimeSpan Interval(double entriesPerDay, TimeSpan longest) =>
        entriesPerDay * PollsPerEntry * longest.TotalDays <= 1 ? longest : TimeSpan.FromDays(1 / (entriesPerDay * PollsPerEntry));

    /// <summary>Up to a tenth later, so that nothing falls below the bounds that the feed asked for; not past the longest.</summary>
    private static TimeSpan Spread(TimeSpan interval, PollBounds bounds, double chance)
    {
        var spread = interval * (1 + (SpreadShare * chance));
        return spread > bounds.IntervalMax ? interval * (1 - (SpreadShare * chance / 2)) : spread;
    }

    private static DateTimeOffset PastSkipped(DateTimeOffset at, FeedPace pace)
    {
        // A feed that skips every hour or every day says nothing.
        var hours = pace.SkipHours.Length < 24 ? pace.SkipHours : [];
        var days = pace.SkipDays.Length < 7 ? pace.SkipDays : [];
        if (hours.IsEmpty && days.IsEmpty) return at;
        var utc = at.ToUniversalTime();
        // Within the first hour that is not skipped, each source keeps its own minute.
        for (var step = 0; step < 24 * 8 && (hours.Contains(utc.Hour) || days.Contains(utc.DayOfWeek)); step++) utc = utc.AddHours(1);
        return utc;
    }

    private static TimeSpan Longest(TimeSpan first, params ReadOnlySpan<TimeSpan?> others)
    {
        foreach (var other in others)
        {
            if (other > first) first = other.Value;
        }
        return first;
    }

    private static TimeSpan Clamp(TimeSpan value, TimeSpan low, TimeSpan high) => value < low ? low : value > high ? high : value;
}
