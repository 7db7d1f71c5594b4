using System.IO.Pipelines;
using System.Threading.Channels;
using Aggregator.Topics;

namespace Aggregator.Feeds;

/// <summary>One follower's connection: first what it missed, read from the topic, then what is new, each entry once and in order.</summary>
/// <param name="topic">The topic's grain.</param>
/// <param name="stream">The topic's stream on this node.</param>
/// <param name="writer">The response.</param>
/// <param name="position">The last position that the follower has.</param>
internal sealed class StreamConnection(ITopicGrain topic, TopicStream stream, PipeWriter writer, long position)
{
    private const int PageCountMax = 500;
    private const int FlushBytes = 64 * 1024;

    private long _position = position;

    /// <summary>Runs until the follower goes, the topic is deleted, the node stops, or the follower is too slow.</summary>
    /// <param name="follower">The follower.</param>
    /// <param name="cancellation">The follower went.</param>
    internal async Task RunAsync(StreamFollower follower, CancellationToken cancellation)
    {
        if (!await ReplayAsync(long.MaxValue, cancellation)) return;
        var told = stream.Join(follower);
        try
        {
            // What was recorded between the last page and joining; only then what waits.
            if (!await ReplayAsync(told, cancellation)) return;
            await FollowAsync(follower.Waiting, cancellation);
        }
        finally
        {
            stream.Leave(follower);
        }
    }

    /// <summary>Sends history up to a position, or to its end; false when there is no such topic any more.</summary>
    private async Task<bool> ReplayAsync(long target, CancellationToken cancellation)
    {
        while (_position < target)
        {
            if (stream.HasEnded || await topic.ReadAfterAsync(_position, (int)Math.Min(PageCountMax, target - _position)) is not { } page) return false;
            if (page.Entries.IsEmpty) return true;
            await SendAsync(StreamMessage.Of(page.Entries), cancellation);
            await writer.FlushAsync(cancellation);
            if (target == long.MaxValue && _position >= page.LastPosition) return true;
        }
        return true;
    }

    private async Task FollowAsync(ChannelReader<StreamMessage> waiting, CancellationToken cancellation)
    {
        while (await waiting.WaitToReadAsync(cancellation))
        {
            while (waiting.TryRead(out var message)) await SendAsync(message, cancellation);
            var flush = await writer.FlushAsync(cancellation);
            if (flush.IsCompleted) return;
        }
    }

    private async ValueTask SendAsync(StreamMessage message, CancellationToken cancellation)
    {
        var bytes = message.After(_position);
        if (bytes.IsEmpty) return;
        bytes.Span.CopyTo(writer.GetSpan(bytes.Length));
        writer.Advance(bytes.Length);
        _position = Math.Max(_position, message.Last);
        if (writer.CanGetUnflushedBytes && writer.UnflushedBytes > FlushBytes) await writer.FlushAsync(cancellation);
    }
}
