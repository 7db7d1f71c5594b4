using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Aggregates;

/// <summary>Which contacts belong to a group.</summary>
internal static class ContactGroupRule
{
    /// <summary>True when an event is a contact of the group.</summary>
    internal static bool Holds(ContactGroup group, NewsEvent newsEvent) => group switch
    {
        ContactGroup.Talks => newsEvent.Kind is EventKind.Call or EventKind.Meeting or EventKind.Mediation,
        ContactGroup.Visits => VisitRule.IsVisit(newsEvent),
        ContactGroup.Appeals => newsEvent.Kind is EventKind.Appeal or EventKind.Demand,
        ContactGroup.Support => newsEvent.Kind is EventKind.Support or EventKind.Pledge or EventKind.Concession,
        ContactGroup.Aid => newsEvent.Kind is EventKind.Aid or EventKind.Cooperation,
        ContactGroup.Pressure => newsEvent.Kind is EventKind.Disapproval or EventKind.Rejection or EventKind.Sanction or EventKind.Coercion,
        ContactGroup.Threats => newsEvent.Kind == EventKind.Threat,
        ContactGroup.Violence => newsEvent.Kind == EventKind.Attack,
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "Not a group of contacts."),
    };
}
