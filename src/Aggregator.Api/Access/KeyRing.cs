using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aggregator.Access;

/// <summary>
/// The keys as this node knows them. They are read anew every few seconds, and no request is let in by what is older than may be believed; so a revoked key stops
/// working everywhere within a known time, and its streams end.
/// </summary>
internal sealed partial class KeyRing(IGrainFactory grains, BootstrapKey bootstrap, IOptions<AccessOptions> options, TimeProvider clock, ILogger<KeyRing> logger)
    : BackgroundService
{
    private static readonly TimeSpan UnknownPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FailurePause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan NotePause = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _reading = new(1);
    private readonly ConcurrentDictionary<KeyId, DateTimeOffset> _used = new();
    private readonly ConcurrentDictionary<HttpContext, bool> _streams = new();
    private Failure? _failure;
    private State _state = new(-1, FrozenDictionary<KeyId, AccessKey>.Empty, DateTimeOffset.MinValue);

    /// <summary>The live key of a token, or null.</summary>
    /// <param name="text">What the caller sent.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    internal async Task<AccessKey?> FindAsync(string text, CancellationToken cancellation)
    {
        if (!AccessToken.TryParse(text, out var token)) return null;
        var now = clock.GetUtcNow();
        if (bootstrap.Key is { } first && first.Id == token.Id) return KeyRule.Find(first.Secrets, token.Secret, now) is null ? null : first;
        var state = Volatile.Read(ref _state);
        if (now - state.ReadAt > TimeSpan.FromSeconds(options.Value.RefreshSeconds)) state = await RefreshAsync(state, cancellation);
        // It may have been made on another node a moment ago.
        if (Find(state, token, now) is null && now - state.ReadAt > UnknownPause) state = await RefreshAsync(state, cancellation);
        if (Find(state, token, now) is not { } key) return null;
        _used[token.Id] = now;
        return key;
    }

    /// <summary>Has the keys read anew with the next request: one was changed here.</summary>
    internal void Forget() => Volatile.Write(ref _state, Volatile.Read(ref _state) with { ReadAt = DateTimeOffset.MinValue });

    /// <summary>Ends the request's connection once its caller may no more; until what is returned is disposed.</summary>
    internal IDisposable Watch(HttpContext context)
    {
        _streams[context] = true;
        return new Watched(_streams, context);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var notedAt = clock.GetUtcNow();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.RefreshSeconds), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (!_streams.IsEmpty) End(await RefreshAsync(Volatile.Read(ref _state), stoppingToken));
                if (clock.GetUtcNow() - notedAt < NotePause || _used.IsEmpty) continue;
                notedAt = clock.GetUtcNow();
                await NoteAsync();
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotRead(logger, fault);
                // Streams of keys that can't be checked for too long end as requests do.
                var state = Volatile.Read(ref _state);
                if (clock.GetUtcNow() - state.ReadAt > TimeSpan.FromSeconds(options.Value.StaleSeconds)) End(state with { Keys = FrozenDictionary<KeyId, AccessKey>.Empty });
            }
        }
    }

    /// <summary>Notes the keys' last uses.</summary>
    internal async Task NoteAsync()
    {
        var used = _used.ToImmutableDictionary();
        if (used.IsEmpty) return;
        await grains.GetGrain<IKeyGrain>(0).NoteUsedAsync(used);
        foreach (var noted in used) _used.TryRemove(noted);
    }

    private async Task<State> RefreshAsync(State seen, CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            var state = Volatile.Read(ref _state);
            if (state.ReadAt > seen.ReadAt) return state;
            var now = clock.GetUtcNow();
            // What was read a moment ago is believed a little longer.
            var isBelieved = now - state.ReadAt <= TimeSpan.FromSeconds(options.Value.StaleSeconds);
            // Of those who wait here each would wait for the store anew.
            if (_failure is { } failure && now - failure.At < FailurePause)
            {
                if (!isBelieved) ExceptionDispatchInfo.Throw(failure.Fault);
                return state;
            }
            try
            {
                var read = await grains.GetGrain<IKeyGrain>(0).ReadAsync(state.Version).WaitAsync(ReadTimeout, clock, cancellation);
                state = read is null ? state with { ReadAt = now } : new State(read.Version, read.Keys.ToFrozenDictionary(key => key.Id), now);
                Volatile.Write(ref _state, state);
                _failure = null;
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                _failure = new Failure(fault, clock.GetUtcNow());
                if (!isBelieved) throw;
            }
            return state;
        }
        finally
        {
            _reading.Release();
        }
    }

    private void End(State state)
    {
        var now = clock.GetUtcNow();
        foreach (var (context, _) in _streams)
        {
            var ended = Caller.EndsAt(context.User) <= now;
            if (Caller.Key(context.User) is { } id && id != bootstrap.Key?.Id) ended |= !state.Keys.TryGetValue(id, out var key) || !KeyRule.IsLive(key, now);
            if (ended) context.Abort();
        }
    }

    /// <summary>The key as its secret opens it: a secret that a rotation replaced ends before the key does.</summary>
    private static AccessKey? Find(State state, AccessToken token, DateTimeOffset now)
    {
        if (!state.Keys.TryGetValue(token.Id, out var key) || !KeyRule.IsLive(key, now) || KeyRule.Find(key.Secrets, token.Secret, now) is not { } secret) return null;
        return secret.EndsAt is { } end && !(key.ExpiresAt < end) ? key with { ExpiresAt = end } : key;
    }

    [LoggerMessage(LogLevel.Warning, "The access keys could not be read or their use noted; it is tried again.")]
    private static partial void LogNotRead(ILogger logger, Exception fault);

    private sealed record Failure(Exception Fault, DateTimeOffset At);

    private sealed record State(long Version, FrozenDictionary<KeyId, AccessKey> Keys, DateTimeOffset ReadAt);

    private sealed class Watched(ConcurrentDictionary<HttpContext, bool> streams, HttpContext context) : IDisposable
    {
        public void Dispose() => streams.TryRemove(context, out _);
    }
}
