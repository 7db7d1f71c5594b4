using Aggregator.Access;
using Aggregator.Aggregates;
using Aggregator.Http;
using Aggregator.Resolution;
using Aggregator.Topics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Aggregator.Feeds;

/// <summary><c>/v1/topics/{id}/calendar.ics</c>: a topic's planned calls and meetings, for calendar programs.</summary>
internal static class CalendarEndpoint
{
    private const string Type = "text/calendar";
    private const int PageCount = 500;
    private const int EventCountMax = 5_000;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapRead("/topics/{id}/calendar.ics", ReadAsync).WithTags("Feeds").WithMetadata(TopicEndpoints.Id, QueryParameters.From, QueryParameters.To, TopicMoments.AsOf, new Offer(Type))
            .Produces<string>(200, Type).Refuses(ProblemKind.UnknownTopic, ProblemKind.MomentAhead, ProblemKind.BeforeHistory)
            .Described("Read a topic's calendar", "Calls, meetings and mediations that were announced (iCalendar, RFC 5545): tentative while planned, confirmed once they take place, "
                + $"cancelled when they do not. Of whole days, as news tell them. Of the {EventCountMax} latest happenings of the topic.");

    private static async Task<IResult> ReadAsync(TopicId id, HttpContext context, IGrainFactory grains, TopicMoments moments, IOptions<ApiOptions> options)
    {
        var (end, refusal) = await moments.ReadAsync(id, context.Request);
        if (refusal is not null) return refusal;
        var topic = grains.GetGrain<ITopicGrain>(id.Value);
        if (await topic.ReadStatusAsync() is not { } status) return Reply.UnknownTopic(id.Value);
        var tag = TopicTag.Of(status.Definition, status.Position, "ics");
        if (EntityTag.IsHeld(context.Request, tag)) return new BodyReply(ReadOnlyMemory<byte>.Empty, Type) { Tag = tag };
        var events = new List<NewsEvent>();
        var query = new EventQuery { CountMax = PageCount, From = QueryParameters.From.DayOf(context.Request), To = QueryParameters.To.DayOf(context.Request), AtPosition = end ?? status.Position };
        while (await topic.ReadEventsAsync(query) is { } page)
        {
            events.AddRange(page.Events.Where(CalendarRule.IsIn));
            query = query with { Skip = query.Skip + page.Events.Length };
            if (page.Events.IsEmpty || query.Skip >= Math.Min(page.TotalCount, EventCountMax)) break;
        }
        var server = PublicAddress.Of(context.Request, options.Value);
        return new BodyReply(CalendarWriter.Write(status.Definition, events, server, OwnAddress(id, server, context)), $"{Type}; charset=utf-8") { Tag = tag };
    }

    /// <summary>What was asked, for programs that read the calendar anew: the same days, as of the same moment, by the same capability.</summary>
    private static string OwnAddress(TopicId id, string server, HttpContext context) =>
        Capability.Carry(context, $"{server}/v1/topics/{id}/calendar.ics{new QueryBuilder(context.Request.Query)}");
}
