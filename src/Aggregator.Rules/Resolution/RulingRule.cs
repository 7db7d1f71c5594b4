using System.Collections.Immutable;

namespace Aggregator.Resolution;

/// <summary>
/// What a person's decision does to a block. Deciding the same twice changes nothing. What was moved stays moved: a report stays in the event
/// it is in whatever its article says later, and an article's later reports follow those that a split moved.
/// </summary>
public static class RulingRule
{
    private const int RulingCountMax = 20;

    /// <summary>Takes a decision.</summary>
    /// <param name="block">The block, with the events decided on.</param>
    /// <param name="request">The decision.</param>
    /// <param name="now">When it is recorded, UTC.</param>
    /// <returns>The answer, and the change to record: null when it was refused or decided before.</returns>
    public static (RulingReply Reply, BlockChange? Change) Rule(Block block, RulingRequest request, DateTimeOffset now)
    {
        if (!block.Events.TryGetValue(request.Event, out var open)) return Refused(RulingRefusal.UnknownEvent);
        return request.Kind switch
        {
            RulingKind.Merge => Merge(block, open, request, now),
            RulingKind.Split => SplitRule.Split(block, open, request, now),
            _ => Retract(block, open, request, now),
        };
    }

    private static (RulingReply, BlockChange?) Merge(Block block, OpenEvent from, RulingRequest request, DateTimeOffset now)
    {
        if (request.Into is not { } into || !block.Events.TryGetValue(into, out var target)) return Refused(RulingRefusal.UnknownEvent);
        if (into == request.Event) return Refused(RulingRefusal.Itself);
        if (from.Event.State == EventState.Merged && from.Event.MergedInto == into) return Known(from.Event, target.Event);
        if (from.Event.State != EventState.Active || target.Event.State != EventState.Active) return Refused(RulingRefusal.NotStanding);
        var moved = from.Deliveries.Values.Select(Settled).ToList();
        var merged = EventFold.Folded(
            new OpenEvent(Ruled(target.Event, request, request.Event, now), target.Deliveries.SetItems(moved.Select(delivery => KeyValuePair.Create(delivery.Report.Id, delivery)))), now,
            $"merged with {request.Event} by {request.By}: {request.Reason}");
        var gone = EventFold.Gone(Ruled(from.Event, request, into, now), into, now, $"merged into {into} by {request.By}: {request.Reason}");
        return Done(block, request, new OpenEvent(gone, from.Deliveries.Clear()), merged, moved);
    }

    /// <summary>What a person moves stays there, also where what the event had grown alike by is taken back.</summary>
    internal static ReportDelivery Settled(ReportDelivery delivery) => delivery with { Origin = null };

    private static (RulingReply, BlockChange?) Retract(Block block, OpenEvent open, RulingRequest request, DateTimeOffset now)
    {
        if (open.Event.IsRuledOut) return Known(open.Event, null);
        if (open.Event.State != EventState.Active) return Refused(RulingRefusal.NotStanding);
        var ruled = Ruled(open.Event, request, null, now) with { IsRuledOut = true };
        return Done(block, request, EventFold.Folded(open with { Event = ruled }, now, $"retracted by {request.By}: {request.Reason}"), null, []);
    }

    /// <summary>The event with the decision in its history, to be recorded with its next revision.</summary>
    internal static NewsEvent Ruled(NewsEvent newsEvent, RulingRequest request, EventId? other, DateTimeOffset now) => newsEvent with
    {
        Rulings = WithLast(newsEvent.Rulings, new Ruling
        {
            Kind = request.Kind, Revision = newsEvent.Revision + 1, Other = other, Reason = request.Reason, By = request.By, At = now,
        }),
    };

    internal static ImmutableArray<T> WithLast<T>(ImmutableArray<T> items, T last) => [.. items.TakeLast(RulingCountMax - 1), last];

    internal static (RulingReply, BlockChange?) Refused(RulingRefusal refusal) => (new RulingReply { Refusal = refusal }, null);

    /// <summary>The answer where it was decided so before.</summary>
    internal static (RulingReply, BlockChange?) Known(NewsEvent newsEvent, NewsEvent? other) => (new RulingReply { Event = newsEvent, Other = other, Duplicate = true }, null);

    /// <summary>The answer and the change of what was decided now.</summary>
    internal static (RulingReply, BlockChange?) Done(Block block, RulingRequest request, OpenEvent first, OpenEvent? second, IEnumerable<ReportDelivery> moved)
    {
        OpenEvent[] changed = second is null ? [first] : [first, second];
        ImmutableArray<NewsEvent> events = [.. changed.Select(open => open.Event)];
        ImmutableArray<Decision> heard = [.. moved.Select(delivery => new Decision(delivery with { Basis = BasisRule.Of(request) }, second!.Event.Id))];
        return (new RulingReply { Event = first.Event, Other = second?.Event }, new BlockChange(block.With(changed), events, heard, events));
    }
}
