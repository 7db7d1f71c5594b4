using System.Buffers;
using System.IO.Pipelines;
using System.Threading.Channels;

namespace Aggregator.Feeds;

/// <summary>One follower's connection: first what it missed, read from the topics, then what is new, each entry once and in its topic's order.</summary>
/// <param name="topics">The topics, each with the last position that the follower has.</param>
/// <param name="isNamed">True where ids are positions by topic, false where they are the position in the only one.</param>
/// <param name="filter">What the follower wants, or null for all.</param>
/// <param name="writer">The response.</param>
internal sealed class StreamConnection(IReadOnlyList<FollowedTopic> topics, bool isNamed, StreamFilter? filter, PipeWriter writer)
{
    private const int PageCountMax = 500;
    private const int FlushBytes = 16 * 1024;

    private bool _isPassedOver;

    /// <summary>Runs until the follower goes, a topic is deleted, the node stops, or the follower is too slow.</summary>
    /// <param name="follower">The follower.</param>
    /// <param name="cancellation">The follower went.</param>
    internal async Task RunAsync(StreamFollower follower, CancellationToken cancellation)
    {
        foreach (var topic in topics)
            if (!await ReplayAsync(topic, long.MaxValue, cancellation)) return;
        var told = topics.Select(topic => topic.Stream.Join(follower)).ToArray();
        try
        {
            // What was recorded between the last page and joining; only then what waits.
            for (var at = 0; at < topics.Count; at++)
                if (!await ReplayAsync(topics[at], told[at], cancellation)) return;
            await FollowAsync(follower.Waiting, cancellation);
        }
        finally
        {
            foreach (var topic in topics) topic.Stream.Leave(follower);
        }
    }

    /// <summary>Sends history up to a position, or to its end; false when there is no such topic any more.</summary>
    private async Task<bool> ReplayAsync(FollowedTopic topic, long target, CancellationToken cancellation)
    {
        while (topic.Position < target)
        {
            if (topic.Stream.HasEnded || await topic.Grain.ReadAfterAsync(topic.Position, (int)Math.Min(PageCountMax, target - topic.Position)) is not { } page) return false;
            if (page.Entries.IsEmpty) return true;
            await SendAsync(topic, StreamMessage.Of(page.Entries), cancellation);
            await writer.FlushAsync(cancellation);
            if (target == long.MaxValue && topic.Position >= page.LastPosition) return true;
        }
        return true;
    }

    private async Task FollowAsync(ChannelReader<StreamMessage> waiting, CancellationToken cancellation)
    {
        while (await waiting.WaitToReadAsync(cancellation))
        {
            while (waiting.TryRead(out var message))
            {
                if (message.Count == 0) Beat(message);
                else await SendAsync(TopicOf(message), message, cancellation);
            }
            var flush = await writer.FlushAsync(cancellation);
            if (flush.IsCompleted) return;
        }
    }

    private FollowedTopic TopicOf(StreamMessage message)
    {
        if (topics.Count == 1) return topics[0];
        var id = message.Entries[0].Topic;
        return topics.First(topic => topic.Id == id);
    }

    /// <summary>A heartbeat; it takes the follower's position along where entries were passed over that it did not want.</summary>
    private void Beat(StreamMessage heartbeat)
    {
        if (_isPassedOver)
        {
            writer.Write(Id());
            writer.Write("\n"u8);
            _isPassedOver = false;
        }
        else
        {
            writer.Write(heartbeat.After(0).Span);
        }
    }

    private async ValueTask SendAsync(FollowedTopic topic, StreamMessage message, CancellationToken cancellation)
    {
        if (message.Last <= topic.Position) return;
        if (filter is null && !isNamed)
        {
            writer.Write(message.After(topic.Position).Span);
            topic.Position = message.Last;
        }
        else
        {
            for (var at = 0; at < message.Count; at++) SendOne(topic, message, at);
        }
        if (writer.CanGetUnflushedBytes && writer.UnflushedBytes > FlushBytes) await writer.FlushAsync(cancellation);
    }

    private void SendOne(FollowedTopic topic, StreamMessage message, int at)
    {
        var entry = message.Entries[at];
        if (entry.Position <= topic.Position) return;
        topic.Position = entry.Position;
        _isPassedOver = filter?.Wants(entry) == false;
        if (_isPassedOver) return;
        writer.Write(Id());
        writer.Write(message.Body(at).Span);
    }

    private byte[] Id() => StreamCursor.Field(topics, isNamed);
}
