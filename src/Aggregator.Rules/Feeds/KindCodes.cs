using Aggregator.Extraction;

namespace Aggregator.Feeds;

/// <summary>What a kind of event is in the vocabularies that others code events by.</summary>
public static class KindCodes
{
    /// <summary>PLOVER's event type, or null for a kind that it does not have.</summary>
    /// <param name="kind">The kind.</param>
    public static string? Plover(EventKind kind) => kind switch
    {
        EventKind.Call or EventKind.Meeting or EventKind.Mediation => "CONSULT",
        EventKind.Appeal or EventKind.Demand => "REQUEST",
        EventKind.Pledge => "AGREE",
        EventKind.Support => "SUPPORT",
        EventKind.Cooperation => "COOPERATE",
        EventKind.Aid => "AID",
        EventKind.Concession => "CONCEDE",
        EventKind.Withdrawal => "RETREAT",
        EventKind.Investigation or EventKind.Disapproval => "ACCUSE",
        EventKind.Rejection => "REJECT",
        EventKind.Threat => "THREATEN",
        EventKind.Protest => "PROTEST",
        EventKind.Deployment => "MOBILIZE",
        EventKind.Sanction => "SANCTION",
        EventKind.Coercion => "COERCE",
        EventKind.Attack => "ASSAULT",
        _ => null,
    };

    /// <summary>CAMEO's code, as deep as the kind tells: its root in most, its second level for calls (041) and mediation (045). Null for a kind that it does not have.</summary>
    /// <param name="kind">The kind.</param>
    public static string? Cameo(EventKind kind) => kind switch
    {
        EventKind.Appeal => "02",
        EventKind.Pledge => "03",
        EventKind.Meeting => "04",
        EventKind.Call => "041",
        EventKind.Mediation => "045",
        EventKind.Support => "05",
        EventKind.Cooperation => "06",
        EventKind.Aid => "07",
        EventKind.Concession or EventKind.Withdrawal => "08",
        EventKind.Investigation => "09",
        EventKind.Demand => "10",
        EventKind.Disapproval => "11",
        EventKind.Rejection => "12",
        EventKind.Threat => "13",
        EventKind.Protest => "14",
        EventKind.Deployment => "15",
        EventKind.Sanction => "16",
        EventKind.Coercion => "17",
        EventKind.Attack => "18",
        _ => null,
    };
}
