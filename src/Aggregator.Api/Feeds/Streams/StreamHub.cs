using Aggregator.Http;
using Aggregator.Topics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aggregator.Feeds;

/// <summary>
/// All streams of this node, one <see cref="TopicStream"/> a topic that somebody follows. Beats for those that hear nothing, renews what is followed, and
/// ends every stream when the node stops, so that requests can finish.
/// </summary>
internal sealed class StreamHub(
    IGrainFactory grains, IOptions<ApiOptions> options, StreamMetrics metrics, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<StreamHub> logger)
    : BackgroundService
{
    private readonly Dictionary<TopicId, TopicStream> _topics = [];
    private readonly Dictionary<string, int> _clients = [];
    private int _count;
    private int _beat;
    private bool _isStopping;

    /// <summary>Streams open now.</summary>
    internal int Count => Volatile.Read(ref _count);

    /// <summary>Takes one of the places for streams, where there is one. Every place taken is given back by <see cref="Close"/>.</summary>
    /// <param name="client">Who opens it.</param>
    internal StreamOpening TryOpen(string client)
    {
        lock (_clients)
        {
            if (_isStopping || _count >= options.Value.StreamCountMax) return StreamOpening.NodeIsFull;
            var own = _clients.GetValueOrDefault(client);
            if (own >= options.Value.StreamsPerClientMax) return StreamOpening.ClientIsFull;
            _clients[client] = own + 1;
            _count++;
        }
        metrics.Opened();
        return StreamOpening.Opened;
    }

    internal void Close(string client)
    {
        lock (_clients)
        {
            _count--;
            if (--_clients[client] == 0) _clients.Remove(client);
        }
        metrics.Closed();
    }

    /// <summary>The topic's stream; every one held is let go by <see cref="Release"/>.</summary>
    internal TopicStream Hold(TopicId topic)
    {
        lock (_topics)
        {
            if (!_topics.TryGetValue(topic, out var stream) || stream.HasEnded)
            {
                _topics[topic] = stream = new TopicStream(topic, grains, metrics, logger);
                stream.Start();
            }
            stream.HolderCount++;
            if (_isStopping) stream.End();
            return stream;
        }
    }

    internal void Release(TopicStream stream)
    {
        lock (_topics)
        {
            if (--stream.HolderCount > 0) return;
            if (_topics.GetValueOrDefault(stream.Id) == stream) _topics.Remove(stream.Id);
        }
        stream.End();
    }

    /// <summary>Follows every topic anew, and fills what was missed: the nodes that tell of them may have changed.</summary>
    internal Task RenewAsync(CancellationToken cancellation) => Parallel.ForEachAsync(Topics(), cancellation, async (topic, _) => await topic.RenewAsync());

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ending = lifetime.ApplicationStopping.Register(EndAll);
        await Task.WhenAll(BeatAsync(stoppingToken), KeepAsync(stoppingToken));
    }

    private async Task BeatAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.HeartbeatSeconds), clock);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            _beat++;
            foreach (var topic in Topics()) topic.Beat(_beat);
        }
    }

    private async Task KeepAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.RenewSeconds), clock);
        while (await timer.WaitForNextTickAsync(cancellation)) await RenewAsync(cancellation);
    }

    private void EndAll()
    {
        Volatile.Write(ref _isStopping, true);
        foreach (var topic in Topics()) topic.End();
    }

    private List<TopicStream> Topics()
    {
        lock (_topics) return [.. _topics.Values];
    }
}
