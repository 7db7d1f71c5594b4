namespace Aggregator.Intake;

/// <summary>The bounds of a source's polling.</summary>
public sealed record PollBounds
{
    /// <summary>Bounds.</summary>
    /// <param name="intervalMin">The shortest time between polls; above zero.</param>
    /// <param name="intervalMax">The longest; not below the shortest.</param>
    /// <param name="patienceMax">The longest that a host's wish to be left alone is granted; not below the longest interval.</param>
    /// <exception cref="ArgumentOutOfRangeException">They are not in that order.</exception>
    public PollBounds(TimeSpan intervalMin, TimeSpan intervalMax, TimeSpan patienceMax)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(intervalMin, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(intervalMax, intervalMin);
        ArgumentOutOfRangeException.ThrowIfLessThan(patienceMax, intervalMax);
        (IntervalMin, IntervalMax, PatienceMax) = (intervalMin, intervalMax, patienceMax);
    }

    /// <summary>The shortest time between polls.</summary>
    public TimeSpan IntervalMin { get; }

    /// <summary>The longest time between polls that go well.</summary>
    public TimeSpan IntervalMax { get; }

    /// <summary>The longest that <c>Retry-After</c> or a row of failures puts a poll off.</summary>
    public TimeSpan PatienceMax { get; }
}
