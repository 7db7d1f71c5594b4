namespace Aggregator.Subscriptions;

/// <summary>When a message that did not reach its receiver is sent again.</summary>
public static class RetrySchedule
{
    private const double JitterMax = 0.2;
    private static readonly TimeSpan AskedMax = TimeSpan.FromDays(1);

    /// <summary>
    /// The waits where configuration names no others: 5 s, 1 min, 5 min, 30 min, then hours up to a day, some four days in all. The steps are those that
    /// Standard Webhooks recommends, with one more near the beginning.
    /// </summary>
    public static IReadOnlyList<TimeSpan> Default { get; } =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];

    /// <summary>How long to wait; null when it has been tried often enough.</summary>
    /// <param name="failureCount">Failed attempts in a row, from 1.</param>
    /// <param name="waits">The waits, in their order.</param>
    /// <param name="asked">How long the receiver asks to be left alone, or null. It never shortens a wait, and lengthens it to a day at most.</param>
    /// <param name="chance">A number from 0 to 1; the greater, the later, so that receivers that failed together are not all called together again.</param>
    public static TimeSpan? After(int failureCount, IReadOnlyList<TimeSpan> waits, TimeSpan? asked, double chance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failureCount, 1);
        if (failureCount > waits.Count) return null;
        var wait = waits[failureCount - 1] * (1 + JitterMax * chance);
        var patience = asked < AskedMax ? asked : asked is null ? null : (TimeSpan?)AskedMax;
        return patience > wait ? patience : wait;
    }
}
