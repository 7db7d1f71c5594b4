using Aggregator.Http;
using Aggregator.Topics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Feeds;

/// <summary>A topic's events and claims as a whole: <c>events.ndjson</c>, <c>events.csv</c>, <c>claims.ndjson</c>, <c>claims.csv</c>.</summary>
internal static class ExportEndpoints
{
    private static readonly QueryParameter<long> After = QueryParameters.Position("after",
        "Goes on behind this position, the last of an earlier export: only events that changed since, those that left the topic among them.");

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var topic = routes.MapGroup("/topics/{id}").WithTags("Exports").WithMetadata(TopicEndpoints.Id, After, TopicMoments.AsOf, QueryParameters.From, QueryParameters.To);
        foreach (var form in ExportForm.All)
            topic.MapRead($"/{form.Path}", (TopicId id, HttpContext context, IGrainFactory grains, TopicMoments moments) => ReadAsync(id, form, context, grains, moments))
                .WithMetadata(new Offer(form.MediaType)).Produces<string>(200, form.MediaType)
                .Refuses(ProblemKind.UnknownTopic, ProblemKind.PositionAhead, ProblemKind.PositionGone, ProblemKind.MomentAhead, ProblemKind.BeforeHistory)
                .Described($"Export a topic as {form.Path}", "Each event once, as it last stood, in the order of positions; streamed. Aggregator-Position says up to which position it is: "
                    + "an export that broke off goes on with after= and the position of the last row, and so does one that is kept up to date.");
    }

    private static async Task<IResult> ReadAsync(TopicId id, ExportForm form, HttpContext context, IGrainFactory grains, TopicMoments moments)
    {
        var request = context.Request;
        var topic = grains.GetGrain<ITopicGrain>(id.Value);
        var after = After.Read(request, 0);
        var (end, refusal) = await moments.ReadAsync(id, request);
        if (refusal is not null) return refusal;
        if (await topic.ReadAfterAsync(after, 1) is not { } page) return Reply.UnknownTopic(id.Value);
        if (FeedProblem.Of(after, page) is { } lost) return lost;
        var through = end ?? page.LastPosition;
        return new ExportReply(form, topic, id, after, through, QueryParameters.From.DayOf(request), QueryParameters.To.DayOf(request)) { Tag = TopicTag.Of(page.Topic, page.LastPosition, form.Path) };
    }
}
