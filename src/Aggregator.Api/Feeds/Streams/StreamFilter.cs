using System.Collections.Frozen;
using Aggregator.Extraction;
using Aggregator.Http;
using Aggregator.Topics;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Feeds;

/// <summary>Which entries a follower wants to be told. Each list that is given has to hold the entry; an empty one holds all.</summary>
internal sealed class StreamFilter
{
    internal static readonly QueryParameter<IReadOnlyList<EntryChange>> Changes = QueryParameters.Names<EntryChange>("changes", "Only entries of these changes, parted by commas.");
    internal static readonly QueryParameter<IReadOnlyList<EventKind>> Kinds = QueryParameters.Names<EventKind>("kinds", "Only events of these kinds, parted by commas.");
    internal static readonly QueryParameter<IReadOnlyList<EventStatus>> Statuses = QueryParameters.Names<EventStatus>("statuses", "Only events of these statuses, parted by commas.");
    internal static readonly QueryParameter<IReadOnlyList<PartyCode>> Parties = QueryParameters.Ids<PartyCode>("parties", "Only events with one of these parties, by code, parted by commas.", "party codes as in KEN,IGO:UN");

    private readonly FrozenSet<EntryChange> _changes;
    private readonly FrozenSet<EventKind> _kinds;
    private readonly FrozenSet<EventStatus> _statuses;
    private readonly FrozenSet<PartyCode> _parties;

    private StreamFilter(HttpRequest request) => (_changes, _kinds, _statuses, _parties) =
        (Changes.Read(request, []).ToFrozenSet(), Kinds.Read(request, []).ToFrozenSet(), Statuses.Read(request, []).ToFrozenSet(), Parties.Read(request, []).ToFrozenSet());

    /// <summary>The request's filter; null when it wants all.</summary>
    internal static StreamFilter? Of(HttpRequest request) =>
        new StreamFilter(request) is var filter && filter._changes.Count + filter._kinds.Count + filter._statuses.Count + filter._parties.Count > 0 ? filter : null;

    internal bool Wants(FeedEntry entry) =>
        (_changes.Count == 0 || _changes.Contains(entry.Change)) && (_kinds.Count == 0 || _kinds.Contains(entry.Event.Kind))
        && (_statuses.Count == 0 || _statuses.Contains(entry.Event.Status))
        && (_parties.Count == 0 || entry.Event.Actors.Concat(entry.Event.Recipients).Any(party => party.Code is { } code && _parties.Contains(code)));
}
