using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>
/// An event's status from its reports': what happened stands above what was planned, unless more deny it, or what is published after the last that tells it done
/// says that it is still to come: as many postponements or cancellations, or more plans. Among plans, postponements, cancellations and denials the last word stands;
/// "would" and "might" count only where nothing firmer is told.
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
        if (happenings.LastOrDefault(IsHeld) is { } held && !IsOutweighed(happenings, held.PublishedAt)) return held.Report.Status;
        var firm = told.Where(status => status is not (EventStatus.Hypothetical or EventStatus.Occurred or EventStatus.Ongoing)).ToList();
        return firm.Count == 0 ? EventStatus.Hypothetical : firm[^1];
    }

    /// <summary>Whether the reports that tell the happening as done are outweighed by those that deny it, or that later tell it as still to come.</summary>
    private static bool IsOutweighed(IReadOnlyList<ReportDelivery> happenings, DateTimeOffset lastHeldAt)
    {
        var (held, denied, offLater, plannedLater) = (0, 0, 0, 0);
        foreach (var delivery in happenings)
        {
            var status = delivery.Report.Status;
            var isLater = delivery.PublishedAt > lastHeldAt;
            if (IsHeld(delivery)) held++;
            else if (status == EventStatus.Denied) denied++;
            else if (isLater && status is EventStatus.Postponed or EventStatus.Cancelled) offLater++;
            else if (isLater && status == EventStatus.Planned) plannedLater++;
        }
        return denied > held || offLater >= held || plannedLater > held;
    }

    private static bool IsHeld(ReportDelivery delivery) => delivery.Report.Status is EventStatus.Occurred or EventStatus.Ongoing;
}
