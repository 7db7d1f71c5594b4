using System.Threading.Channels;

namespace Aggregator.Feeds;

/// <summary>One connection that follows topics: what waits for it, bounded.</summary>
/// <param name="queueCountMax">Messages that may wait.</param>
internal sealed class StreamFollower(int queueCountMax) : IDisposable
{
    private readonly CancellationTokenSource _tooSlow = new();

    private readonly Channel<StreamMessage> _waiting =
        Channel.CreateBounded<StreamMessage>(new BoundedChannelOptions(queueCountMax) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private int _lastBeat;

    /// <summary>What waits; completed when the stream ends.</summary>
    internal ChannelReader<StreamMessage> Waiting => _waiting.Reader;

    /// <summary>Cancelled when the follower was too slow: nothing more can be said to it.</summary>
    internal CancellationToken TooSlow => _tooSlow.Token;

    /// <summary>Adds a message; false when as many wait as may.</summary>
    internal bool TryTell(StreamMessage message) => _waiting.Writer.TryWrite(message);

    /// <summary>Adds a heartbeat, unless something waits anyway. Who follows several topics hears each beat once.</summary>
    /// <param name="beat">Counts beats.</param>
    internal void Beat(int beat)
    {
        if (Interlocked.Exchange(ref _lastBeat, beat) != beat && _waiting.Reader.Count == 0) _waiting.Writer.TryWrite(StreamMessage.Heartbeat);
    }

    /// <summary>Ends the stream behind what waits.</summary>
    internal void End() => _waiting.Writer.TryComplete();

    /// <summary>Ends the stream of a reader that is too slow, whatever waits.</summary>
    internal void Drop()
    {
        End();
        try
        {
            _tooSlow.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It went by itself meanwhile.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _tooSlow.Dispose();
}
