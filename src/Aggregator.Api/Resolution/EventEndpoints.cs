using System.Globalization;
using Aggregator.Archive;
using Aggregator.Http;
using Aggregator.Topics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Resolution;

/// <summary><c>/v1/events/{id}</c>: an event, and every report that tells of it.</summary>
internal static class EventEndpoints
{
    private const int PageCount = 100;

    private static readonly QueryParameter<int> Skip = QueryParameters.Skip("skip", "Leaves out this many of the first reports.");
    private static readonly QueryParameter<EventId> With = QueryParameters.Id<EventId>("with", "Another event, to be told why the two are apart.", "an event id");
    private static readonly QueryParameter<int> Limit = QueryParameters.Limit(PageCount);

    internal static readonly PathId Id = PathId.Of<EventId>("event", "1 to 80 characters of A-Z a-z 0-9 . _ : ~ -");

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var newsEvent = routes.MapGroup("/events/{id}").WithTags("Events").WithMetadata(Id);
        newsEvent.MapRead("", ReadAsync).WithMetadata(TopicMoments.AsOf).Produces<NewsEvent>().Produces(StatusCodes.Status308PermanentRedirect)
            .Refuses(ProblemKind.UnknownEvent, ProblemKind.MomentAhead, ProblemKind.BeforeHistory)
            .Described("Read an event", "As it stands by all its reports, with its claims side by side. One that was merged into another leads there (308). With asOf= as it stood then.");
        newsEvent.MapRead("/explain", ExplainAsync).WithMetadata(With).Produces<Explanation>().Refuses(ProblemKind.UnknownEvent)
            .Described("Explain an event", "Why its reports are together and look-alikes apart, in numbers and in words; with another event in with, why the two are.");
        RulingEndpoints.Map(newsEvent);
        newsEvent.MapRead("/reports", ReadReportsAsync).WithMetadata(Skip, Limit).Produces<EventReports>().Refuses(ProblemKind.UnknownEvent)
            .Described("Read an event's reports", "Every standing report of it by publication: outlet, sentence, span, claimant.");
    }

    private static async Task<IResult> ReadAsync(EventId id, HttpRequest request, IGrainFactory grains, TopicMoments moments)
    {
        var archive = grains.GetGrain<IArchiveGrain>(0);
        var isAsOf = TopicMoments.AsOf.TryRead(request, out var asOf);
        if (isAsOf && moments.IsAhead(asOf, TopicMoments.AsOf.Name) is { } ahead) return ahead;
        var newsEvent = isAsOf ? await archive.ReadEventAsync(id, asOf) : await archive.ReadEventAsync(id);
        return newsEvent switch
        {
            null => isAsOf && await archive.ReadEventAsync(id) is not null ? TopicMoments.BeforeHistory("Nothing was known of this event then.", TopicMoments.AsOf.Name) : Unknown(id),
            { State: EventState.Merged, MergedInto: { } target } when !isAsOf => Results.Redirect($"/v1/events/{target}", permanent: true, preserveMethod: true),
            _ => Reply.Json(newsEvent),
        };
    }

    private static async Task<IResult> ExplainAsync(EventId id, HttpRequest request, IGrainFactory grains)
    {
        if (await grains.GetGrain<IArchiveGrain>(0).ReadEventAsync(id) is not { } newsEvent) return Unknown(id);
        EventId? other = With.TryRead(request, out var with) ? with : null;
        return await grains.GetGrain<IResolverGrain>(newsEvent.Block.Value).ExplainAsync(id, other) is { } explanation ? Reply.Json(explanation) : Unknown(id);
    }

    private static async Task<IResult> ReadReportsAsync(EventId id, HttpRequest request, IGrainFactory grains)
    {
        var archive = grains.GetGrain<IArchiveGrain>(0);
        var (skip, limit) = (Skip.Read(request, 0), Limit.Read(request, PageCount));
        var reports = await archive.ReadReportsAsync(id, skip, limit);
        if (reports.IsEmpty && await archive.ReadEventAsync(id) is null) return Unknown(id);
        var next = reports.Length == limit ? string.Create(CultureInfo.InvariantCulture, $"/v1/events/{id}/reports?skip={skip + limit}&limit={limit}") : null;
        return Reply.Json(new EventReports(reports, next));
    }

    internal static Problem Unknown(EventId id) => new(ProblemKind.UnknownEvent, $"No event has the id '{id}'.");
}
