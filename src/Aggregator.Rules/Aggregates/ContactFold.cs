using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Aggregates;

/// <summary>
/// Draws who does what to, or with, whom. What took place is counted apart from what is still to come and from what was denied or called off; what was only imagined, and
/// whom nothing links but what was denied or called off, make no contact.
/// </summary>
public static class ContactFold
{
    private const int EventCountMax = 20;

    /// <summary>The graph.</summary>
    /// <param name="events">A topic's events.</param>
    /// <param name="query">Which of them.</param>
    /// <param name="position">The topic's position.</param>
    public static Contacts Fold(IEnumerable<NewsEvent> events, ContactQuery query, long position)
    {
        var edges = EventDay.Latest(events, query.From, query.To)
            .Where(newsEvent => newsEvent.Status != EventStatus.Hypothetical)
            .Where(newsEvent => query.Group is not { } group || ContactGroupRule.Holds(group, newsEvent))
            .SelectMany(newsEvent => PairsOf(newsEvent).Select(pair => (Pair: pair, Event: newsEvent)))
            .GroupBy(contact => (contact.Pair, contact.Event.Kind), contact => contact.Event)
            .Where(group => group.Count(newsEvent => IsHeld(newsEvent) || IsToCome(newsEvent)) >= query.WeightMin)
            .Select(group => EdgeOf(group.Key.Pair, group.Key.Kind, [.. group]))
            .OrderByDescending(edge => edge.Count).ThenByDescending(edge => edge.Latest)
            .ThenBy(edge => edge.From.Value, StringComparer.Ordinal).ThenBy(edge => edge.To.Value, StringComparer.Ordinal).ThenBy(edge => edge.Kind).ThenBy(edge => edge.Symmetric);
        return new Contacts { Edges = [.. edges.Take(query.CountMax)], Position = position };
    }

    /// <summary>True for kinds in which everyone is an actor.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsSymmetric(EventKind kind) => kind is EventKind.Call or EventKind.Meeting or EventKind.Mediation or EventKind.Cooperation;

    private static ContactEdge EdgeOf(Pair pair, EventKind kind, List<NewsEvent> events)
    {
        var held = events.Where(IsHeld).Select(EventDay.Of).ToList();
        return new ContactEdge
        {
            From = pair.From, To = pair.To, Kind = kind, Symmetric = pair.Symmetric,
            Count = held.Count, Latest = held.Count == 0 ? null : held.Max(),
            Events = [.. events.Take(EventCountMax).Select(newsEvent => newsEvent.Id)],
            Months = [.. held.GroupBy(day => CountFold.StartOf(day, CountBucket.Month)).OrderBy(month => month.Key).Select(month => new CountCell(month.Key, null, month.Count()))],
            Statuses = [.. events.CountBy(newsEvent => newsEvent.Status).OrderBy(status => status.Key).Select(status => new StatusCount(status.Key, status.Value))],
        };
    }

    private static bool IsHeld(NewsEvent newsEvent) => newsEvent.Status is EventStatus.Occurred or EventStatus.Ongoing;

    private static bool IsToCome(NewsEvent newsEvent) => newsEvent.Status is EventStatus.Planned or EventStatus.Postponed;

    private static IEnumerable<Pair> PairsOf(NewsEvent newsEvent)
    {
        var actors = CodesOf(newsEvent.Actors);
        var recipients = CodesOf(newsEvent.Recipients);
        if (!IsSymmetric(newsEvent.Kind))
            return actors.SelectMany(actor => recipients.Where(recipient => recipient != actor).Select(recipient => new Pair(actor, recipient, Symmetric: false)));
        var all = actors.Concat(recipients).Distinct().OrderBy(code => code.Value, StringComparer.Ordinal).ToList();
        if (VisitRule.IsVisit(newsEvent) && VisitRule.SidesOf(newsEvent, all) is var (visitors, host)) return visitors.Select(visitor => new Pair(visitor, host, Symmetric: false));
        return all.SelectMany((left, at) => all.Skip(at + 1).Select(right => new Pair(left, right, Symmetric: true)));
    }

    private static List<PartyCode> CodesOf(IEnumerable<Party> parties) => [.. parties.Select(party => party.Code).OfType<PartyCode>().Distinct()];

    private readonly record struct Pair(PartyCode From, PartyCode To, bool Symmetric);
}
