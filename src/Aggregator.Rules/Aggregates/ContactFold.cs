using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Aggregates;

/// <summary>
/// Draws who does what to, or with, whom. Events that were denied, called off or only imagined make no contact.
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
            .Where(newsEvent => newsEvent.Status is not (EventStatus.Denied or EventStatus.Cancelled or EventStatus.Hypothetical))
            .Where(newsEvent => query.Group is not { } group || ContactGroupRule.Holds(group, newsEvent))
            .SelectMany(newsEvent => PairsOf(newsEvent).Select(pair => (Pair: pair, Event: newsEvent)))
            .GroupBy(contact => (contact.Pair, contact.Event.Kind))
            .Where(group => group.Count() >= query.WeightMin)
            .Select(group => new ContactEdge
            {
                From = group.Key.Pair.From, To = group.Key.Pair.To, Kind = group.Key.Kind, Symmetric = IsSymmetric(group.Key.Kind),
                Count = group.Count(), Latest = group.Max(contact => EventDay.Of(contact.Event)),
                Events = [.. group.Take(EventCountMax).Select(contact => contact.Event.Id)],
                Months = [.. group.GroupBy(contact => CountFold.StartOf(EventDay.Of(contact.Event), CountBucket.Month)).OrderBy(month => month.Key).Select(month => new CountCell(month.Key, null, month.Count()))],
            })
            .OrderByDescending(edge => edge.Count).ThenByDescending(edge => edge.Latest)
            .ThenBy(edge => edge.From.Value, StringComparer.Ordinal).ThenBy(edge => edge.To.Value, StringComparer.Ordinal).ThenBy(edge => edge.Kind);
        return new Contacts { Edges = [.. edges.Take(query.CountMax)], Position = position };
    }

    /// <summary>True for kinds in which everyone is an actor.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsSymmetric(EventKind kind) => kind is EventKind.Call or EventKind.Meeting or EventKind.Mediation or EventKind.Cooperation;

    private static IEnumerable<(PartyCode From, PartyCode To)> PairsOf(NewsEvent newsEvent)
    {
        var actors = CodesOf(newsEvent.Actors);
        var recipients = CodesOf(newsEvent.Recipients);
        if (!IsSymmetric(newsEvent.Kind))
            return actors.SelectMany(actor => recipients.Where(recipient => recipient != actor).Select(recipient => (actor, recipient)));
        var all = actors.Concat(recipients).Distinct().OrderBy(code => code.Value, StringComparer.Ordinal).ToList();
        return all.SelectMany((left, at) => all.Skip(at + 1).Select(right => (left, right)));
    }

    private static List<PartyCode> CodesOf(IEnumerable<Party> parties) => [.. parties.Select(party => party.Code).OfType<PartyCode>().Distinct()];
}
