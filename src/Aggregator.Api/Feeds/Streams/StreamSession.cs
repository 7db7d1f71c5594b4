using System.Globalization;
using System.Text;
using Aggregator.Access;
using Aggregator.Http;
using Aggregator.Topics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Aggregator.Feeds;

/// <summary>Opens streams: takes a place, finds the topics, tells what can't be told any more, and runs the connection.</summary>
internal sealed class StreamSession(StreamHub hub, IGrainFactory grains, IOptions<ApiOptions> options)
{
    internal const string EventStream = "text/event-stream";

    /// <summary>The position of who wants only what comes from now on.</summary>
    internal const long Latest = long.MaxValue;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>Streams until the follower goes; or answers why not.</summary>
    /// <param name="context">The request.</param>
    /// <param name="wanted">The topics, each with the last position that the follower has, or <see cref="Latest"/>.</param>
    /// <param name="isNamed">True where ids are positions by topic; then what is lost of one topic is told in the stream and does not end the others.</param>
    internal async Task<IResult> FollowAsync(HttpContext context, IReadOnlyList<(TopicId Id, long Position)> wanted, bool isNamed)
    {
        var client = ClientNetwork.Of(context.Connection.RemoteIpAddress);
        switch (hub.TryOpen(client))
        {
            case StreamOpening.NodeIsFull: return new Problem(ProblemKind.TooManyStreams, "Try again later, or another node.") { RetryAfter = Pause };
            case StreamOpening.ClientIsFull:
                return new Problem(
                    ProblemKind.TooManyStreamsOfClient, $"One client has at most {options.Value.StreamsPerClientMax} streams here; several topics can be followed by one, /v1/stream.")
                { RetryAfter = Pause };
        }
        var held = wanted.Select(topic => hub.Hold(topic.Id)).ToList();
        try
        {
            var topics = new List<FollowedTopic>();
            var lost = new List<Problem>();
            foreach (var (stream, (id, position)) in held.Zip(wanted))
            {
                if (await stream.Started is null) return Reply.UnknownTopic(id.Value);
                var topic = new FollowedTopic(grains.GetGrain<ITopicGrain>(id.Value), stream) { Position = position == Latest ? stream.Position : position };
                topics.Add(topic);
                if (position is 0 or Latest) continue;
                if (await topic.Grain.ReadAfterAsync(position, 1) is not { } page) return Reply.UnknownTopic(id.Value);
                if (FeedProblem.Of(position, page) is not { } problem) continue;
                if (!isNamed) return problem;
                lost.Add(problem.With("topic", id.Value).With("position", position));
                topic.Position = page.Origin;
            }
            await RunAsync(context, topics, isNamed, tellsPosition: isNamed || wanted.Any(topic => topic.Position == Latest), lost);
            return Results.Empty;
        }
        finally
        {
            foreach (var stream in held) hub.Release(stream);
            hub.Close(client);
        }
    }

    private async Task RunAsync(HttpContext context, IReadOnlyList<FollowedTopic> topics, bool isNamed, bool tellsPosition, IEnumerable<Problem> lost)
    {
        var response = context.Response;
        response.ContentType = EventStream;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        if (HttpMethods.IsHead(context.Request.Method)) return;
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using var follower = new StreamFollower(options.Value.StreamQueueCountMax);
        await using var dropping = follower.TooSlow.Register(context.Abort);
        try
        {
            await response.BodyWriter.WriteAsync(Hello(topics, isNamed, tellsPosition, lost), context.RequestAborted);
            await new StreamConnection(topics, isNamed, StreamFilter.Of(context.Request), response.BodyWriter).RunAsync(follower, context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The follower went, or was dropped; it resumes by position.
        }
    }

    // Who follows from now on learns the position that now is, and resumes from it even when nothing came.
    private byte[] Hello(IReadOnlyList<FollowedTopic> topics, bool isNamed, bool tellsPosition, IEnumerable<Problem> lost)
    {
        var hello = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"retry: {options.Value.StreamRetryMilliseconds}\n"));
        if (tellsPosition) hello.Append("id: ").Append(StreamCursor.Of(topics, isNamed)).Append('\n');
        hello.Append('\n');
        foreach (var problem in lost) hello.Append("event: lost\ndata: ").Append(Encoding.UTF8.GetString(problem.ToBytes())).Append("\n\n");
        return Encoding.UTF8.GetBytes(hello.ToString());
    }
}
