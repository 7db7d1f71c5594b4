using Aggregator.Resolution;

namespace Aggregator.Aggregates;

/// <summary>The day that an event counts on.</summary>
public static class EventDay
{
    /// <summary>The first day it may have happened; where no report says, the day it was first published (UTC).</summary>
    /// <param name="newsEvent">The event.</param>
    public static DateOnly Of(NewsEvent newsEvent) =>
        newsEvent.OccurredOn?.First ?? DateOnly.FromDateTime(newsEvent.FirstPublishedAt.UtcDateTime);

    /// <summary>The events of a period, latest first, then by id.</summary>
    /// <param name="events">Events.</param>
    /// <param name="from">The first day, or null.</param>
    /// <param name="to">The last day, or null.</param>
    public static IEnumerable<NewsEvent> Latest(IEnumerable<NewsEvent> events, DateOnly? from, DateOnly? to) =>
        events.Select(newsEvent => (Event: newsEvent, Day: Of(newsEvent)))
            .Where(dated => (from is null || dated.Day >= from) && (to is null || dated.Day <= to))
            .OrderByDescending(dated => dated.Day).ThenByDescending(dated => dated.Event.LastPublishedAt)
            .ThenBy(dated => dated.Event.Id.Value, StringComparer.Ordinal)
            .Select(dated => dated.Event);
}
