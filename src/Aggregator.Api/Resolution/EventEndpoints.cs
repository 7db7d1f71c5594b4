using System.Collections.Immutable;
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
    private const string ExplainPart = "/explain";
    private const string ReportsPart = "/reports";

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
        newsEvent.MapRead(ExplainPart, ExplainAsync).WithMetadata(With, TopicMoments.AsOf).Produces<Explanation>().Produces(StatusCodes.Status308PermanentRedirect)
            .Refuses(ProblemKind.UnknownEvent, ProblemKind.MomentAhead, ProblemKind.BeforeHistory)
            .Described("Explain an event", "Why its reports are together and look-alikes apart, in numbers and in words; with another event in with, why the two are. With asOf= as it stood then.");
        RulingEndpoints.Map(newsEvent);
        newsEvent.MapRead(ReportsPart, ReadReportsAsync).WithMetadata(Skip, Limit, TopicMoments.AsOf).Produces<EventReports>().Produces(StatusCodes.Status308PermanentRedirect)
            .Refuses(ProblemKind.UnknownEvent, ProblemKind.MomentAhead, ProblemKind.BeforeHistory)
            .Described(
                "Read an event's reports",
                "Every standing report of it by publication: outlet, sentence, span, claimant. With asOf= those that its revision of then shows: the first and the latest 39.");
    }

    private static async Task<IResult> ReadAsync(EventId id, HttpRequest request, EventMoments moments)
    {
        var (newsEvent, refusal) = await moments.FindAsync(id, request);
        if (newsEvent is null) return refusal!;
        return newsEvent.State == EventState.Merged && EventMoments.AsOf(request) is null ? EventMoments.Survivor(newsEvent, "", request) : Reply.Json(newsEvent);
    }

    private static async Task<IResult> ExplainAsync(EventId id, HttpRequest request, EventMoments moments, IGrainFactory grains)
    {
        var (newsEvent, refusal) = await moments.FindStandingAsync(id, ExplainPart, request);
        if (newsEvent is null) return refusal!;
        EventId? other = With.TryRead(request, out var with) ? with : null;
        var resolver = grains.GetGrain<IResolverGrain>(newsEvent.Block.Value);
        var explanation = EventMoments.AsOf(request) is { } asOf ? await resolver.ExplainAsync(id, other, asOf) : await resolver.ExplainAsync(id, other);
        return explanation is null ? Unknown(id) : Reply.Json(explanation);
    }

    private static async Task<IResult> ReadReportsAsync(EventId id, HttpRequest request, EventMoments moments, IGrainFactory grains)
    {
        var (newsEvent, refusal) = await moments.FindStandingAsync(id, ReportsPart, request);
        if (newsEvent is null) return refusal!;
        var (skip, limit) = (Skip.Read(request, 0), Limit.Read(request, PageCount));
        ImmutableArray<ReportRef> reports = EventMoments.AsOf(request) is null
            ? await grains.GetGrain<IArchiveGrain>(0).ReadReportsAsync(id, skip, limit)
            : [.. newsEvent.Reports.OrderBy(report => report.PublishedAt).ThenBy(report => report.Id.Value, StringComparer.Ordinal).Skip(skip).Take(limit)];
        return Reply.Json(new EventReports(reports, newsEvent.ReportCount, reports.Length == limit ? NextOf(id, request, skip, limit) : null));
    }

    private static string NextOf(EventId id, HttpRequest request, int skip, int limit)
    {
        // As it was asked, to the last digit: another moment may be another revision.
        var asOf = request.Query.TryGetValue(TopicMoments.AsOf.Name, out var asked) ? $"&{TopicMoments.AsOf.Name}={Uri.EscapeDataString(asked.ToString())}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"/v1/events/{id}{ReportsPart}?skip={skip + limit}&limit={limit}{asOf}");
    }

    internal static Problem Unknown(EventId id) => new(ProblemKind.UnknownEvent, $"No event has the id '{id}'.");
}
