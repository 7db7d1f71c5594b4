using System.Collections.Immutable;

namespace Aggregator.Intake;

/// <summary>How often a feed says it changes, in its own words.</summary>
public sealed record FeedPace
{
    /// <summary>A feed that says nothing.</summary>
    public static FeedPace Unsaid { get; } = new();

    /// <summary>RSS <c>ttl</c>: how long a copy may be kept, or null.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary><c>sy:updatePeriod</c> divided by <c>sy:updateFrequency</c>, or null.</summary>
    public TimeSpan? UpdatePeriod { get; init; }

    /// <summary>RSS <c>skipHours</c>: hours of the day, 0 to 23 UTC, in which the feed does not change; may be empty.</summary>
    public ImmutableArray<int> SkipHours { get; init; } = [];

    /// <summary>RSS <c>skipDays</c>: days of the week, UTC, in which the feed does not change; may be empty.</summary>
    public ImmutableArray<DayOfWeek> SkipDays { get; init; } = [];
}
