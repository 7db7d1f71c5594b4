using Aggregator.Resolution;
using Aggregator.Wire;

namespace Aggregator.Aggregates;

/// <summary>Counts events over time.</summary>
public static class CountFold
{
    /// <summary>The counts.</summary>
    /// <param name="events">A topic's events.</param>
    /// <param name="query">Period, step and split.</param>
    /// <param name="position">The topic's position.</param>
    public static Counts Fold(IEnumerable<NewsEvent> events, CountQuery query, long position)
    {
        var within = EventDay.Latest(events, query.From, query.To).ToList();
        var cells = within.SelectMany(newsEvent => GroupsOf(newsEvent, query.GroupBy).Select(group => (Start: StartOf(EventDay.Of(newsEvent), query.Bucket), Group: group)))
            .GroupBy(cell => cell)
            .Select(group => new CountCell(group.Key.Start, group.Key.Group, group.Count()))
            .OrderBy(cell => cell.Start).ThenBy(cell => cell.Group, StringComparer.Ordinal);
        return new Counts
        {
            Query = within.Count == 0 ? query : query with { From = query.From ?? EventDay.Of(within[^1]), To = query.To ?? EventDay.Of(within[0]) },
            Cells = [.. cells], EventCount = within.Count, Position = position,
        };
    }

    /// <summary>The first day of a step.</summary>
    /// <param name="day">A day in it.</param>
    /// <param name="bucket">The step.</param>
    public static DateOnly StartOf(DateOnly day, CountBucket bucket) => bucket switch
    {
        CountBucket.Month => new DateOnly(day.Year, day.Month, 1),
        CountBucket.Week => DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - ((int)day.DayOfWeek + 6) % 7)),
        _ => day,
    };

    private static IEnumerable<string?> GroupsOf(NewsEvent newsEvent, CountGroup group) => group switch
    {
        CountGroup.Kind => [WireName.From(newsEvent.Kind)],
        CountGroup.Status => [WireName.From(newsEvent.Status)],
        CountGroup.Actor => OrUnknown(newsEvent.Actors.Select(actor => actor.Code?.Value ?? actor.Name)),
        CountGroup.Country => [newsEvent.Place?.Country?.Value],
        CountGroup.Outlet => OrUnknown(newsEvent.Outlets),
        _ => [null],
    };

    private static IEnumerable<string?> OrUnknown(IEnumerable<string?> groups) => groups.Distinct(StringComparer.Ordinal).DefaultIfEmpty(null);
}
