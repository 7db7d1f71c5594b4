using System.Text.Json.Nodes;
using Aggregator.Http;
using Aggregator.Topics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace Aggregator.Feeds;

/// <summary><c>/v1/topics/{id}/stream</c>: a topic's entries as server-sent events, resumed by position.</summary>
internal static class StreamEndpoint
{
    private static readonly QueryParameter<long> After = new("after",
        "The last position that the follower has; 0 for all history, latest for what comes from now on (as where it is not given). Last-Event-ID goes before it.",
        "a position, a number from 0, or latest", TryReadPosition,
        new OpenApiSchema
        {
            OneOf =
            [
                new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "0" },
                new OpenApiSchema { Type = JsonSchemaType.String, Enum = [JsonValue.Create("latest")] },
            ],
        });

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapRead("/topics/{id}/stream", FollowAsync).WithTags("Feeds")
            .WithMetadata([TopicEndpoints.Id, After, .. StreamFilter.Parameters, new Offer(StreamSession.EventStream)])
            .Produces<string>(200, StreamSession.EventStream)
            .Refuses(ProblemKind.UnknownTopic, ProblemKind.PositionAhead, ProblemKind.PositionGone, ProblemKind.TooManyStreams, ProblemKind.TooManyStreamsOfClient)
            .Described("Follow a topic live", "Server-sent events: id is the entry's position, event its change, data the entry as JSON. It begins behind the position "
                + "of Last-Event-ID or after=, so that a follower that drops and resumes sees each entry exactly once. Comments every 15 seconds keep it open.");

    private static Task<IResult> FollowAsync(TopicId id, HttpContext context, StreamSession session) => TryReadResume(context.Request, out var position)
        ? session.FollowAsync(context, [new WantedTopic(id, position)], isNamed: false)
        : Task.FromResult<IResult>(new Problem(ProblemKind.InvalidParameter, "Last-Event-ID must be a position, a number from 0."));

    private static bool TryReadResume(HttpRequest request, out long position)
    {
        if (request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last) return StreamCursor.TryReadPosition(last, out position);
        position = After.Read(request, StreamSession.Latest);
        return true;
    }

    private static bool TryReadPosition(string text, out long position)
    {
        position = StreamSession.Latest;
        return text == "latest" || StreamCursor.TryReadPosition(text, out position);
    }
}
