using System.Collections.Immutable;
using System.Threading.Channels;
using Aggregator.Topics;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Aggregator.Feeds;

/// <summary>
/// One topic as this node follows it, for all connections at once. It registers one observer with the topic's grain and renews it. What the observer hears is
/// a hint: a gap in it is filled from the grain, so that each follower is told every entry once, in order.
/// </summary>
internal sealed partial class TopicStream(TopicId id, IGrainFactory grains, StreamMetrics metrics, ILogger logger) : ITopicObserver
{
    private const int HintCountMax = 64;
    private const int PageCountMax = 500;

    // The latest hints matter: a gap before them is noticed, one behind them would not be.
    private readonly Channel<ImmutableArray<FeedEntry>> _hints =
        Channel.CreateBounded<ImmutableArray<FeedEntry>>(new BoundedChannelOptions(HintCountMax) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });

    private readonly HashSet<StreamFollower> _followers = [];
    private readonly ITopicGrain _topic = grains.GetGrain<ITopicGrain>(id.Value);
    private ITopicObserver? _reference;
    private long _position;
    private bool _hasEnded;

    internal TopicId Id => id;

    /// <summary>How many hold it; counted by the hub.</summary>
    internal int HolderCount { get; set; }

    /// <summary>True once nothing more comes: the topic was deleted, or nobody holds this any more.</summary>
    internal bool HasEnded => Volatile.Read(ref _hasEnded);

    /// <summary>Completes with the position it starts from, or null when there is no such topic.</summary>
    internal Task<long?> Started { get; private set; } = Task.FromResult<long?>(null);

    /// <summary>The last position that every follower was told.</summary>
    internal long Position => Volatile.Read(ref _position);

    internal void Start() => Started = Task.Run(StartAsync);

    /// <inheritdoc/>
    public Task OnRecordedAsync(Immutable<ImmutableArray<FeedEntry>> entries)
    {
        _hints.Writer.TryWrite(entries.Value);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task OnMovedAsync()
    {
        // Not within this call: the grain that says so waits for nothing, and its successor is asked.
        _ = Task.Run(RenewAsync);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task OnDeletedAsync()
    {
        End();
        return Task.CompletedTask;
    }

    /// <summary>Adds a follower; it is told every entry after the position that is returned.</summary>
    internal long Join(StreamFollower follower)
    {
        lock (_followers)
        {
            if (_hasEnded) follower.End();
            else _followers.Add(follower);
            return _position;
        }
    }

    internal void Leave(StreamFollower follower)
    {
        lock (_followers) _followers.Remove(follower);
    }

    /// <summary>Adds a heartbeat to every follower that nothing waits for.</summary>
    /// <param name="beat">Counts beats.</param>
    internal void Beat(int beat)
    {
        lock (_followers)
            foreach (var follower in _followers) follower.Beat(beat);
    }

    /// <summary>Follows anew, and notices what no hint told. Failing is logged and survived: the next renewal is due as usual.</summary>
    internal async Task RenewAsync()
    {
        if (_reference is not { } reference || HasEnded) return;
        try
        {
            int count;
            lock (_followers) count = _followers.Count;
            // Before what we had told when we asked: it was deleted and made again unheard.
            var told = Position;
            if (await _topic.FollowAsync(reference, count) is not { } position || position < told) End();
            else if (position > Position) _hints.Writer.TryWrite([]);
        }
        catch (Exception fault)
        {
            LogNotRenewed(logger, id.Value, fault);
        }
    }

    /// <summary>Ends every stream behind what was told already, and lets go of the grain.</summary>
    internal void End()
    {
        lock (_followers)
        {
            if (_hasEnded) return;
            _hasEnded = true;
            foreach (var follower in _followers) follower.End();
            _followers.Clear();
        }
        _hints.Writer.TryComplete();
        if (_reference is { } reference) _ = Task.Run(() => ReleaseAsync(reference));
    }

    private async Task<long?> StartAsync()
    {
        var reference = grains.CreateObjectReference<ITopicObserver>(this);
        try
        {
            if (await _topic.FollowAsync(reference, connectionCount: 1) is not { } position)
            {
                End();
                return null;
            }
            _position = position;
            _reference = reference;
            if (HasEnded) await ReleaseAsync(reference);
            else _ = PumpAsync();
            return position;
        }
        catch
        {
            End();
            throw;
        }
    }

    private async Task PumpAsync()
    {
        try
        {
            await foreach (var entries in _hints.Reader.ReadAllAsync())
            {
                if (entries is [{ Position: var first }, ..] && first <= _position + 1) Tell(entries);
                else await CatchUpAsync();
            }
        }
        catch (Exception fault)
        {
            // Better ended than silent: followers resume by position.
            LogEnded(logger, id.Value, fault);
            End();
        }
    }

    private async Task CatchUpAsync()
    {
        try
        {
            while (!HasEnded && await _topic.ReadAfterAsync(_position, PageCountMax) is { Entries: { IsEmpty: false } entries }) Tell(entries);
        }
        catch (Exception fault)
        {
            // The next hint or renewal sees the gap again.
            LogNotCaughtUp(logger, id.Value, fault);
        }
    }

    private void Tell(ImmutableArray<FeedEntry> entries)
    {
        if (entries[^1].Position <= _position) return;
        if (entries[0].Position > _position + 1)
        {
            // What lay between was deleted with the topic: followers come again, and are told.
            End();
            return;
        }
        if (entries[0].Position <= _position) entries = [.. entries.Where(entry => entry.Position > _position)];
        var message = StreamMessage.Of(entries);
        List<StreamFollower>? slow = null;
        lock (_followers)
        {
            Volatile.Write(ref _position, message.Last);
            foreach (var follower in _followers)
                if (!follower.TryTell(message)) (slow ??= []).Add(follower);
            metrics.Told(message.Count * (_followers.Count - (slow?.Count ?? 0)));
            foreach (var follower in slow ?? []) _followers.Remove(follower);
        }
        foreach (var follower in slow ?? [])
        {
            metrics.Dropped();
            follower.Drop();
        }
    }

    private async Task ReleaseAsync(ITopicObserver reference)
    {
        try
        {
            await _topic.UnfollowAsync(reference);
            grains.DeleteObjectReference<ITopicObserver>(reference);
        }
        catch (Exception fault)
        {
            // The grain drops who does not renew.
            LogNotReleased(logger, id.Value, fault);
        }
    }

    [LoggerMessage(LogLevel.Error, "The streams of topic {Topic} ended by a fault.")]
    private static partial void LogEnded(ILogger logger, string topic, Exception fault);

    [LoggerMessage(LogLevel.Warning, "Following topic {Topic} was not renewed; the next renewal is due as usual.")]
    private static partial void LogNotRenewed(ILogger logger, string topic, Exception fault);

    [LoggerMessage(LogLevel.Warning, "The gap in what was heard of topic {Topic} was not filled yet.")]
    private static partial void LogNotCaughtUp(ILogger logger, string topic, Exception fault);

    [LoggerMessage(LogLevel.Debug, "Topic {Topic} could not be told that nobody here follows it any more.")]
    private static partial void LogNotReleased(ILogger logger, string topic, Exception fault);
}
