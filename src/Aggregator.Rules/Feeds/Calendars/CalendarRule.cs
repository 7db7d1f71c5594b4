using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Feeds;

/// <summary>Which events of a topic stand in its calendar, and how firmly.</summary>
public static class CalendarRule
{
    private const int LengthDaysMax = 31;

    /// <summary>
    /// True for a call, meeting or mediation that was announced before it took place, is announced, or was called off, and of which it is known within a
    /// month when it is, or was to be.
    /// </summary>
    /// <param name="newsEvent">The event.</param>
    public static bool IsIn(NewsEvent newsEvent) =>
        newsEvent.Kind is EventKind.Call or EventKind.Meeting or EventKind.Mediation && newsEvent.OccurredOn is { LengthDays: <= LengthDaysMax }
        && newsEvent.Status != EventStatus.Hypothetical
        && (IsPlan(newsEvent.Status) || newsEvent.Reports.Any(report => IsPlan(report.Status)));

    /// <summary>What RFC 5545 calls the event's status: <c>TENTATIVE</c> while it is a plan, <c>CONFIRMED</c> once it takes place, <c>CANCELLED</c>.</summary>
    /// <param name="status">The event's status.</param>
    public static string Status(EventStatus status) => status switch
    {
        EventStatus.Occurred or EventStatus.Ongoing => "CONFIRMED",
        EventStatus.Planned or EventStatus.Postponed or EventStatus.Hypothetical => "TENTATIVE",
        EventStatus.Cancelled or EventStatus.Denied => "CANCELLED",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status."),
    };

    private static bool IsPlan(EventStatus status) => status is EventStatus.Planned or EventStatus.Postponed or EventStatus.Cancelled;
}
