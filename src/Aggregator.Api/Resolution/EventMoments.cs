using Aggregator.Archive;
using Aggregator.Topics;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Resolution;

/// <summary>Finds the event that a request names, as it stands or as it stood at the request's <c>asOf</c>, and leads on from one that was merged.</summary>
internal sealed class EventMoments(IGrainFactory grains, TopicMoments moments)
{
    /// <summary>The moment that the request asks for, null for now.</summary>
    internal static DateTimeOffset? AsOf(HttpRequest request) => TopicMoments.AsOf.TryRead(request, out var moment) ? moment : null;

    /// <summary>The event; or why there is none.</summary>
    internal async Task<(NewsEvent? Event, IResult? Refusal)> FindAsync(EventId id, HttpRequest request)
    {
        var archive = grains.GetGrain<IArchiveGrain>(0);
        if (AsOf(request) is not { } asOf) return await archive.ReadEventAsync(id) is { } standing ? (standing, null) : (null, EventEndpoints.Unknown(id));
        if (moments.IsAhead(asOf, TopicMoments.AsOf.Name) is { } ahead) return (null, ahead);
        if (await archive.ReadEventAsync(id, asOf) is { } then) return (then, null);
        return (null, await archive.ReadEventAsync(id) is null ? EventEndpoints.Unknown(id) : TopicMoments.BeforeHistory("Nothing was known of this event then.", TopicMoments.AsOf.Name));
    }

    /// <summary>The event, where it was not merged into another by then; else the way to the same part of that one.</summary>
    internal async Task<(NewsEvent? Event, IResult? Refusal)> FindStandingAsync(EventId id, string part, HttpRequest request)
    {
        var found = await FindAsync(id, request);
        return found.Event is { State: EventState.Merged } merged ? (null, Survivor(merged, part, request)) : found;
    }

    /// <summary>The way to a part of the event that this one's reports went to, with whatever else was asked.</summary>
    internal static IResult Survivor(NewsEvent merged, string part, HttpRequest request) =>
        Results.Redirect($"/v1/events/{merged.MergedInto}{part}{request.QueryString}", permanent: true, preserveMethod: true);
}
