using System.Collections.Immutable;
using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>Makes an event of its reports. The same reports make the same event, in whatever order they came.</summary>
public static class EventFold
{
    private const int ContextCountMax = 6;
    private const int ReportCountMax = 40;
    private const int OutletCountMax = 100;
    private const int PartyCountMax = 20;

    /// <summary>The report that founded the event: the first published that stands.</summary>
    /// <param name="standing">At least one delivery.</param>
    public static ReportDelivery FounderOf(IReadOnlyCollection<ReportDelivery> standing) =>
        standing.OrderBy(delivery => delivery.Report.Kind == EventKind.Casualties).ThenBy(delivery => delivery.PublishedAt)
            .ThenBy(delivery => delivery.Report.Id.Value, StringComparer.Ordinal).First();

    /// <summary>The event's kind: what most of its happening's reports say, the founder's where they tie.</summary>
    /// <param name="standing">At least one delivery.</param>
    public static EventKind KindOf(IReadOnlyCollection<ReportDelivery> standing)
    {
        var founder = FounderOf(standing).Report.Kind;
        return standing.Select(delivery => delivery.Report.Kind).Where(kind => kind != EventKind.Casualties).GroupBy(kind => kind)
            .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key == founder).ThenBy(group => group.Key)
            .Select(group => (EventKind?)group.Key).FirstOrDefault() ?? founder;
    }

    internal static NewsEvent Blank(EventId id, BlockKey block, ReportDelivery founder) => new()
    {
        Id = id, Revision = 0, Block = block, Kind = founder.Report.Kind, Headline = founder.Report.Quote,
        Corroboration = CorroborationRule.Of([]), FirstPublishedAt = founder.PublishedAt, LastPublishedAt = founder.PublishedAt,
        RecordedAt = founder.PublishedAt,
    };

    /// <summary>The event with its next revision.</summary>
    /// <param name="open">The event and its deliveries.</param>
    /// <param name="now">When it is recorded, UTC.</param>
    /// <param name="reason">Why, for people.</param>
    internal static OpenEvent Folded(OpenEvent open, DateTimeOffset now, string reason) => open with { Event = Fold(open, now) with { Reason = reason } };

    /// <summary>The next revision of an event whose reports went to another.</summary>
    /// <param name="newsEvent">The event.</param>
    /// <param name="into">The other.</param>
    /// <param name="now">When it is recorded, UTC.</param>
    /// <param name="reason">Why, for people.</param>
    internal static NewsEvent Gone(NewsEvent newsEvent, EventId into, DateTimeOffset now, string reason) => newsEvent with
    {
        State = EventState.Merged,
        MergedInto = into,
        Revision = newsEvent.Revision + 1,
        RecordedAt = now,
        Reports = [],
        ReportCount = 0,
        Claims = [],
        Outlets = [],
        Corroboration = CorroborationRule.Of([]),
        Reason = reason,
    };

    /// <summary>The event's next revision, made of the deliveries that stand; the last facts, retracted, when none does.</summary>
    /// <param name="open">The event and its deliveries.</param>
    /// <param name="now">When it is recorded, UTC.</param>
    public static NewsEvent Fold(OpenEvent open, DateTimeOffset now)
    {
        var standing = open.Standing.OrderBy(delivery => delivery.PublishedAt)
            .ThenBy(delivery => delivery.Report.Id.Value, StringComparer.Ordinal).ToList();
        var last = open.Event;
        if (standing.Count == 0)
            return last with
            {
                Revision = last.Revision + 1,
                State = EventState.Retracted,
                RecordedAt = now,
                Reports = [],
                ReportCount = 0,
                Claims = [],
                Outlets = [],
                Corroboration = CorroborationRule.Of([]),
                Reason = "every report of it was taken back",
            };
        var kind = KindOf(standing);
        var happenings = standing.Where(delivery => delivery.Report.Kind != EventKind.Casualties).ToList();
        if (happenings.Count == 0) happenings = standing;
        var founder = FounderOf(standing);
        var status = StatusRule.Of(happenings);
        var coded = happenings.FirstOrDefault(delivery => delivery.Report.Kind == kind && delivery.Report.Mode is not null)
            ?? happenings.Find(delivery => delivery.Report.Kind == kind) ?? happenings[0];
        var next = last with
        {
            Revision = last.Revision + 1,
            State = last.IsRuledOut ? EventState.Retracted : EventState.Active,
            Kind = kind,
            Mode = happenings.Select(delivery => delivery.Report.Mode).OfType<string>().FirstOrDefault(),
            Contexts = [.. happenings.SelectMany(delivery => delivery.Report.Contexts).CountBy(context => context).OrderByDescending(pair => pair.Value).Take(ContextCountMax).Select(pair => pair.Key)],
            Plover = coded.Report.Plover,
            Cameo = coded.Report.Cameo,
            Status = status,
            Actors = Parties(happenings, delivery => delivery.Report.Actors),
            Recipients = Parties(happenings, delivery => delivery.Report.Recipients),
            Names = [.. standing.SelectMany(delivery => delivery.Report.Names).Distinct(StringComparer.OrdinalIgnoreCase).Take(PartyCountMax)],
            Place = Account.MostPlace(standing),
            OccurredOn = Account.MostDate(happenings, status),
            Headline = HeadlineRule.Of(standing, status),
            Reports = Shown(founder, standing),
            ReportCount = standing.Count,
            Claims = ClaimFold.Fold(standing),
            Corroboration = CorroborationRule.Of(standing),
            FirstPublishedAt = standing[0].PublishedAt,
            LastPublishedAt = standing[^1].PublishedAt,
            RecordedAt = now,
            Outlets = [.. standing.Select(delivery => delivery.Outlet).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(OutletCountMax)],
        };
        return next with { Reason = RevisionReason.Of(last, next) };
    }

    /// <summary>A delivery as an event shows it.</summary>
    /// <param name="delivery">The delivery.</param>
    public static ReportRef RefOf(ReportDelivery delivery)
    {
        var report = delivery.Report;
        var start = Math.Clamp(report.Span.Start - report.Sentence.Start, 0, report.Quote.Length);
        return new ReportRef
        {
            Id = report.Id, Article = report.Article, Revision = report.Revision, Outlet = delivery.Outlet, Url = delivery.Url, Title = delivery.Title,
            PublishedAt = delivery.PublishedAt, Quote = report.Quote, Span = new Span(start, Math.Clamp(report.Span.Length, 0, report.Quote.Length - start)),
            Claimant = report.Casualties?.Claimant ?? report.Claimant, Status = report.Status, Kind = report.Kind, Voice = delivery.Voice,
        };
    }

    private static ImmutableArray<ReportRef> Shown(ReportDelivery founder, List<ReportDelivery> standing)
    {
        var rest = standing.Where(delivery => delivery.Report.Id != founder.Report.Id);
        return [RefOf(founder), .. rest.TakeLast(ReportCountMax - 1).Select(RefOf)];
    }

    private static ImmutableArray<Party> Parties(List<ReportDelivery> happenings, Func<ReportDelivery, ImmutableArray<Party>> side) =>
        [.. happenings.SelectMany(delivery => side(delivery)).GroupBy(party => party.Code?.Value ?? party.Name!, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take(PartyCountMax)
            .Select(group => group.OrderByDescending(party => party.Name?.Length ?? 0).First())];
}
