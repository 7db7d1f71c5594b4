using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

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
            RulingKind.Split => Split(block, open, request, now),
            _ => Retract(block, open, request, now),
        };
    }

    private static (RulingReply, BlockChange?) Merge(Block block, OpenEvent from, RulingRequest request, DateTimeOffset now)
    {
        if (request.Into is not { } into || !block.Events.TryGetValue(into, out var target)) return Refused(RulingRefusal.UnknownEvent);
        if (into == request.Event) return Refused(RulingRefusal.Itself);
        if (from.Event.State == EventState.Merged && from.Event.MergedInto == into) return Known(from.Event, target.Event);
        if (from.Event.State != EventState.Active || target.Event.State != EventState.Active) return Refused(RulingRefusal.NotStanding);
        var merged = EventFold.Folded(
            new OpenEvent(Ruled(target.Event, request, request.Event, now), target.Deliveries.SetItems(from.Deliveries)), now,
            $"merged with {request.Event} by {request.By}: {request.Reason}");
        var gone = Ruled(from.Event, request, into, now) with
        {
            State = EventState.Merged,
            MergedInto = into,
            Revision = from.Event.Revision + 1,
            RecordedAt = now,
            Reports = [],
            ReportCount = 0,
            Claims = [],
            Outlets = [],
            Corroboration = CorroborationRule.Of([]),
            Reason = $"merged into {into} by {request.By}: {request.Reason}",
        };
        return Done(block, request, new OpenEvent(gone, from.Deliveries.Clear()), merged, from.Deliveries.Values);
    }

    private static (RulingReply, BlockChange?) Split(Block block, OpenEvent from, RulingRequest request, DateTimeOffset now)
    {
        var named = from.Standing.Where(delivery => request.Reports.Contains(delivery.Report.Id) || request.Articles.Contains(delivery.Article))
            .Select(delivery => delivery.Report.Id).ToHashSet();
        var moved = from.Deliveries.Values.Where(delivery => named.Contains(delivery.Report.Id) || (delivery.Report.About is { } about && named.Contains(about))).ToList();
        var part = PartOf(request);
        if (block.Events.TryGetValue(part, out var known)) return Known(from.Event, known.Event);
        if (from.Event.State != EventState.Active) return Refused(RulingRefusal.NotStanding);
        if (request.Reports.Any(report => !named.Contains(report)) || request.Articles.Any(article => !from.Standing.Any(delivery => delivery.Article == article)))
            return Refused(RulingRefusal.UnknownReport);
        var rest = from.Deliveries.RemoveRange(moved.Select(delivery => delivery.Report.Id));
        if (moved.Count == 0 || rest.Values.All(delivery => delivery.Retracted)) return Refused(RulingRefusal.NothingLeft);
        var reason = $"by {request.By}: {request.Reason}";
        var left = Ruled(from.Event, request, part, now);
        left = left with { Apart = WithLast(left.Apart, part) };
        var blank = Ruled(EventFold.Blank(part, block.Key, EventFold.FounderOf(moved)), request, request.Event, now) with { Apart = [request.Event] };
        return Done(
            block, request, EventFold.Folded(new OpenEvent(left, rest), now, $"split {reason}"),
            EventFold.Folded(new OpenEvent(blank, moved.ToImmutableDictionary(delivery => delivery.Report.Id)), now, $"split off from {request.Event} {reason}"), moved);
    }

    private static (RulingReply, BlockChange?) Retract(Block block, OpenEvent open, RulingRequest request, DateTimeOffset now)
    {
        if (open.Event.IsRuledOut) return Known(open.Event, null);
        if (open.Event.State != EventState.Active) return Refused(RulingRefusal.NotStanding);
        var ruled = Ruled(open.Event, request, null, now) with { IsRuledOut = true };
        return Done(block, request, EventFold.Folded(open with { Event = ruled }, now, $"retracted by {request.By}: {request.Reason}"), null, []);
    }

    private static NewsEvent Ruled(NewsEvent newsEvent, RulingRequest request, EventId? other, DateTimeOffset now) => newsEvent with
    {
        Rulings = WithLast(newsEvent.Rulings, new Ruling
        {
            Kind = request.Kind, Revision = newsEvent.Revision + 1, Other = other, Reason = request.Reason, By = request.By, At = now,
        }),
    };

    private static ImmutableArray<T> WithLast<T>(ImmutableArray<T> items, T last) => [.. items.TakeLast(RulingCountMax - 1), last];

    private static (RulingReply, BlockChange?) Refused(RulingRefusal refusal) => (new RulingReply { Refusal = refusal }, null);

    private static (RulingReply, BlockChange?) Known(NewsEvent newsEvent, NewsEvent? other) => (new RulingReply { Event = newsEvent, Other = other, Duplicate = true }, null);

    private static (RulingReply, BlockChange?) Done(Block block, RulingRequest request, OpenEvent first, OpenEvent? second, IEnumerable<ReportDelivery> moved)
    {
        OpenEvent[] changed = second is null ? [first] : [first, second];
        ImmutableArray<NewsEvent> events = [.. changed.Select(open => open.Event)];
        ImmutableArray<Decision> heard = [.. moved.Select(delivery => new Decision(delivery with { Basis = BasisRule.Of(request) }, second!.Event.Id))];
        return (new RulingReply { Event = first.Event, Other = second?.Event }, new BlockChange(block.With(changed), events, heard, events));
    }

    /// <summary>The event that a split makes: named by what was asked, so that asking again finds it.</summary>
    /// <param name="request">The decision.</param>
    public static EventId PartOf(RulingRequest request)
    {
        var parts = request.Reports.Select(report => report.Value).Concat(request.Articles.Select(article => article.Value)).Order(StringComparer.Ordinal);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"split\n{request.Event.Value}\n{string.Join('\n', parts)}"));
        return EventId.Parse(string.Create(CultureInfo.InvariantCulture, $"e-{Convert.ToHexStringLower(hash.AsSpan(0, 10))}"));
    }
}
