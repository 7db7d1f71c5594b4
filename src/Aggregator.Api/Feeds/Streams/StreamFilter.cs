using System.Collections.Frozen;
using Aggregator.Extraction;
using Aggregator.Http;
using Aggregator.Topics;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Feeds;

/// <summary>Which entries a follower wants to be told. Each list that is given has to hold the entry; an empty one holds all.</summary>
internal sealed class StreamFilter
{
    private static readonly QueryParameter<IReadOnlyList<EntryChange>> Changes = QueryParameters.Names<EntryChange>("changes", "Only entries of these changes, parted by commas.");
    private static readonly QueryParameter<IReadOnlyList<EventKind>> Kinds = QueryParameters.Names<EventKind>("kinds", "Only events of these kinds, parted by commas.");
    private static readonly QueryParameter<IReadOnlyList<EventStatus>> Statuses = QueryParameters.Names<EventStatus>("statuses", "Only events of these statuses, parted by commas.");

    private static readonly QueryParameter<IReadOnlyList<PartyCode>> Parties =
        QueryParameters.Ids<PartyCode>("parties", "Only events with one of these parties, by code, parted by commas.", "party codes as in KEN,IGO:UN");

    /// <summary>The parameters that make it.</summary>
    internal static readonly QueryParameter[] Parameters = [Changes, Kinds, Statuses, Parties];

    private readonly List<Predicate<FeedEntry>> _lists = [];

    /// <summary>The request's filter; null when it wants all.</summary>
    internal static StreamFilter? Of(HttpRequest request)
    {
        var filter = new StreamFilter();
        filter.Add(request, Changes, asked => entry => asked.Contains(entry.Change));
        filter.Add(request, Kinds, asked => entry => asked.Contains(entry.Event.Kind));
        filter.Add(request, Statuses, asked => entry => asked.Contains(entry.Event.Status));
        filter.Add(request, Parties, asked => entry => entry.Event.Actors.Concat(entry.Event.Recipients).Any(party => party.Code is { } code && asked.Contains(code)));
        return filter._lists.Count > 0 ? filter : null;
    }

    internal bool Wants(FeedEntry entry) => _lists.TrueForAll(list => list(entry));

    private void Add<T>(HttpRequest request, QueryParameter<IReadOnlyList<T>> parameter, Func<FrozenSet<T>, Predicate<FeedEntry>> holds)
    {
        if (parameter.TryRead(request, out var asked)) _lists.Add(holds(asked.ToFrozenSet()));
    }
}
