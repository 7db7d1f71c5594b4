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
    /// <param name="wanted">The topics, one or more.</param>
    /// <param name="isNamed">True where ids are positions by topic; then what is lost of one topic is told in the stream and does not end the others.</param>
    internal async Task<IResult> FollowAsync(HttpContext context, IReadOnlyList<WantedTopic> wanted, bool isNamed)
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
        var held = wanted.Select(topic => topic.IsHidden ? null : hub.Hold(topic.Id)).ToList();
        try
        {
            var topics = new List<FollowedTopic>();
            var lost = new List<Problem>();
            foreach (var (stream, want) in held.Zip(wanted))
            {
                var topic = await OpenAsync(stream, want);
                if (topic is null)
                {
                    if (!want.IsOptional) return Reply.UnknownTopic(want.Id.Value);
                    lost.Add(Reply.UnknownTopic(want.Id.Value).With("topic", want.Id.Value));
                    continue;
                }
                topics.Add(topic);
                if (want.Position is 0 or Latest) continue;
                if (await topic.Grain.ReadAfterAsync(want.Position, 1) is not { } page) return Reply.UnknownTopic(want.Id.Value);
                if (FeedProblem.Of(want.Position, page) is not { } problem) continue;
                if (!isNamed) return problem;
                lost.Add(problem.With("topic", want.Id.Value).With("position", want.Position));
                topic.Position = page.Origin;
            }
            if (topics.Count == 0) return Reply.UnknownTopic(wanted[0].Id.Value);
            await RunAsync(context, topics, isNamed, tellsPosition: isNamed || wanted.Any(topic => topic.Position == Latest), lost);
            return Results.Empty;
        }
        finally
        {
            foreach (var stream in held.OfType<TopicStream>()) hub.Release(stream);
            hub.Close(client);
        }
    }

    /// <summary>A topic to follow; null where there is none, or the caller may not know of it.</summary>
    private async Task<FollowedTopic?> OpenAsync(TopicStream? stream, WantedTopic want) =>
        stream is null || await stream.Started is null ? null
        : new FollowedTopic(grains.GetGrain<ITopicGrain>(want.Id.Value), stream) { Position = want.Position == Latest ? stream.Position : want.Position };

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
