using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Aggregates;

/// <summary>Who visited whom: the host is at home where the visit was, and whoever else took part came there.</summary>
internal static class VisitRule
{
    /// <summary>True for a visit, whichever side tells it: as a visit or as hosting.</summary>
    internal static bool IsVisit(NewsEvent newsEvent) => newsEvent is { Kind: EventKind.Meeting, Mode: "visit" or "host" };

    /// <summary>The visitors and the host, also where only the country tells of the host; null where nothing tells whose home it was.</summary>
    /// <param name="newsEvent">A visit.</param>
    /// <param name="parties">All who took part.</param>
    internal static (IEnumerable<PartyCode> Visitors, PartyCode Host)? SidesOf(NewsEvent newsEvent, IReadOnlyCollection<PartyCode> parties)
    {
        if (newsEvent.Place?.Country is not { } home) return null;
        var visitors = parties.Where(party => party != home).ToList();
        return visitors.Count == 0 ? null : (visitors, home);
    }
}
