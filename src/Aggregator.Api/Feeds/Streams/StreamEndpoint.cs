using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Aggregator.Http;
using Aggregator.Topics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Aggregator.Feeds;

/// <summary><c>/v1/topics/{id}/stream</c>: a topic's entries as server-sent events, resumed by position.</summary>
internal static class StreamEndpoint
{
    private const string EventStream = "text/event-stream";
    private const long Latest = long.MaxValue;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private static readonly QueryParameter<long> After = new("after",
        "The last position that the follower has; 0 for all history, latest for what comes from now on (as where it is not given). Last-Event-ID goes before it.",
        "a position, a number from 0, or latest", TryReadPosition,
        new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "0" }, new OpenApiSchema { Type = JsonSchemaType.String, Enum = [JsonValue.Create("latest")] }] });

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapRead("/topics/{id}/stream", FollowAsync).WithTags("Feeds").WithMetadata(TopicEndpoints.Id, After, new Offer(EventStream))
            .Produces<string>(200, EventStream).Refuses(ProblemKind.UnknownTopic, ProblemKind.PositionAhead, ProblemKind.PositionGone, ProblemKind.TooManyStreams)
            .Described("Follow a topic live", "Server-sent events: id is the entry's position, event its change, data the entry as JSON. It begins behind the position "
                + "of Last-Event-ID or after=, so that a follower that drops and resumes sees each entry exactly once. Comments every 15 seconds keep it open.");

    private static async Task<IResult> FollowAsync(TopicId id, HttpContext context, StreamHub hub, IGrainFactory grains, IOptions<ApiOptions> options)
    {
        if (!TryReadResume(context.Request, out var position)) return new Problem(ProblemKind.InvalidParameter, "Last-Event-ID must be a position, a number from 0.");
        if (!hub.TryOpen()) return new Problem(ProblemKind.TooManyStreams, "Try again later, or another node.") { RetryAfter = Pause };
        var stream = hub.Hold(id);
        try
        {
            var topic = grains.GetGrain<ITopicGrain>(id.Value);
            if (await stream.Started is null) return Reply.UnknownTopic(id.Value);
            var told = stream.Position;
            if (position is > 0 and not Latest)
            {
                if (await topic.ReadAfterAsync(position, 1) is not { } page) return Reply.UnknownTopic(id.Value);
                if (FeedProblem.Of(position, page) is { } lost) return lost;
            }
            await RunAsync(context, topic, stream, position == Latest ? told : position, isLatest: position == Latest, options.Value.StreamQueueCountMax);
            return Results.Empty;
        }
        finally
        {
            hub.Release(stream);
            hub.Close();
        }
    }

    private static async Task RunAsync(HttpContext context, ITopicGrain topic, TopicStream stream, long position, bool isLatest, int queueCountMax)
    {
        var response = context.Response;
        response.ContentType = EventStream;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        if (HttpMethods.IsHead(context.Request.Method)) return;
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        // Who follows from now on learns the position that now is, and resumes from it even when nothing came.
        var hello = isLatest ? string.Create(CultureInfo.InvariantCulture, $"retry: 2000\nid: {position}\n\n") : "retry: 2000\n\n";
        using var follower = new StreamFollower(queueCountMax);
        await using var dropping = follower.TooSlow.Register(context.Abort);
        try
        {
            await response.BodyWriter.WriteAsync(Encoding.ASCII.GetBytes(hello), context.RequestAborted);
            await new StreamConnection(topic, stream, response.BodyWriter, position).RunAsync(follower, context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The follower went, or was dropped; it resumes by position.
        }
    }

    private static bool TryReadResume(HttpRequest request, out long position)
    {
        if (request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last) return TryReadPosition(last, out position) && position != Latest;
        position = After.Read(request, Latest);
        return true;
    }

    private static bool TryReadPosition(string text, out long position)
    {
        position = Latest;
        return text == "latest" || (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out position) && position != Latest);
    }
}
