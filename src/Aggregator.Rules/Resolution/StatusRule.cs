using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>
/// An event's status from its reports': what happened stands above what was planned; among plans, postponements, cancellations and
/// denials the last word stands; "would" and "might" count only where nothing firmer is told.
/// </summary>
public static class StatusRule
{
    /// <summary>The steps by which some reports made the status, the first included.</summary>
    /// <param name="happenings">Reports of the happening that stand, by publication.</param>
    public static IEnumerable<StatusMove> Life(IReadOnlyList<ReportDelivery> happenings)
    {
        EventStatus? last = null;
        for (var count = 1; count <= happenings.Count; count++)
        {
            var status = Of([.. happenings.Take(count)]);
            if (status == last) continue;
            last = status;
            yield return new StatusMove(status, happenings[count - 1].Report.Id, happenings[count - 1].PublishedAt);
        }
    }

    /// <summary>The status.</summary>
    /// <param name="happenings">Reports of the happening that stand, by publication; at least one.</param>
    public static EventStatus Of(IReadOnlyList<ReportDelivery> happenings)
    {
        var told = happenings.Select(delivery => delivery.Report.Status).ToList();
        var denied = told.Count(status => status == EventStatus.Denied);
        var held = told.LastOrDefault(status => status is EventStatus.Occurred or EventStatus.Ongoing, EventStatus.Hypothetical);
        if (held != EventStatus.Hypothetical && told.Count(status => status is EventStatus.Occurred or EventStatus.Ongoing) >= denied) return held;
        var firm = told.Where(status => status != EventStatus.Hypothetical).ToList();
        return firm.Count == 0 ? EventStatus.Hypothetical : firm[^1];
    }
}
