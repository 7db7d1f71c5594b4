using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>
/// Splits an event by a person's decision: the reports named, and all of the articles named, become an event of their own with the figures that
/// belong to them. The two are told apart from then on, until they are merged again.
/// </summary>
public static class SplitRule
{
    /// <summary>The event that a split makes: named by what was asked, so that asking again finds it.</summary>
    /// <param name="request">The decision.</param>
    /// <param name="last">What the same decision made before, where that was merged since; null the first time.</param>
    public static EventId PartOf(RulingRequest request, EventId? last = null)
    {
        var parts = request.Reports.Select(report => report.Value).Concat(request.Articles.Select(article => article.Value)).Order(StringComparer.Ordinal);
        var named = $"split\n{request.Event.Value}\n{string.Join('\n', parts)}{(last is { } merged ? $"\nafter\n{merged.Value}" : "")}";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(named));
        return EventId.Parse(string.Create(CultureInfo.InvariantCulture, $"e-{Convert.ToHexStringLower(hash.AsSpan(0, 10))}"));
    }

    internal static (RulingReply, BlockChange?) Split(Block block, OpenEvent from, RulingRequest request, DateTimeOffset now)
    {
        var part = PartIn(block, request);
        if (block.Events.TryGetValue(part, out var known)) return RulingRule.Known(from.Event, known.Event);
        if (from.Event.State != EventState.Active) return RulingRule.Refused(RulingRefusal.NotStanding);
        if (!AreTold(request, from)) return RulingRule.Refused(RulingRefusal.UnknownReport);
        var moved = MovedBy(request, from);
        var kept = from.Deliveries.RemoveRange(moved.Keys);
        if (moved.IsEmpty || kept.Values.All(delivery => delivery.Retracted)) return RulingRule.Refused(RulingRefusal.NothingLeft);
        return RulingRule.Done(block, request, Rest(from.Event, kept, part, request, now), Part(block.Key, moved, part, request, now), moved.Values);
    }

    /// <summary>The event that the decision made and that still stands apart, else the one that it makes now.</summary>
    private static EventId PartIn(Block block, RulingRequest request)
    {
        var part = PartOf(request);
        while (block.Events.TryGetValue(part, out var known) && known.Event.State == EventState.Merged) part = PartOf(request, part);
        return part;
    }

    /// <summary>Whether the event tells every report named, and something of every article named.</summary>
    private static bool AreTold(RulingRequest request, OpenEvent from)
    {
        var standing = from.Standing.ToList();
        return request.Reports.All(report => standing.Exists(delivery => delivery.Report.Id == report))
            && request.Articles.All(article => standing.Exists(delivery => delivery.Article == article));
    }

    /// <summary>What goes: the reports named, those of the articles named, and the figures of either.</summary>
    private static ImmutableDictionary<ReportId, ReportDelivery> MovedBy(RulingRequest request, OpenEvent from)
    {
        var named = from.Standing.Where(delivery => request.Reports.Contains(delivery.Report.Id) || request.Articles.Contains(delivery.Article))
            .Select(delivery => delivery.Report.Id).ToHashSet();
        return from.Deliveries.Values.Where(delivery => named.Contains(delivery.Report.Id) || (delivery.Report.About is { } about && named.Contains(about)))
            .ToImmutableDictionary(delivery => delivery.Report.Id, RulingRule.Settled);
    }

    private static OpenEvent Rest(NewsEvent from, ImmutableDictionary<ReportId, ReportDelivery> kept, EventId part, RulingRequest request, DateTimeOffset now)
    {
        var ruled = RulingRule.Ruled(from, request, part, now) with { Apart = RulingRule.WithLast(from.Apart, part) };
        return EventFold.Folded(new OpenEvent(ruled, kept), now, $"split by {request.By}: {request.Reason}");
    }

    private static OpenEvent Part(BlockKey block, ImmutableDictionary<ReportId, ReportDelivery> moved, EventId part, RulingRequest request, DateTimeOffset now)
    {
        var blank = EventFold.Blank(part, block, EventFold.FounderOf([.. moved.Values]));
        var ruled = RulingRule.Ruled(blank, request, request.Event, now) with { Apart = [request.Event] };
        return EventFold.Folded(new OpenEvent(ruled, moved), now, $"split off from {request.Event} by {request.By}: {request.Reason}");
    }
}
