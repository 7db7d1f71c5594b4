using Microsoft.Extensions.Options;

namespace Aggregator.Subscriptions;

/// <summary>
/// How many requests go out at once: to one host, and in all. Those to subscribers whose last attempt failed have lanes of their own, so that
/// receivers that hang hold up one another only; and one that begins to hang gives its place up before its request ends.
/// </summary>
internal sealed class CallLanes(IOptions<SubscriptionOptions> options, TimeProvider clock) : IDisposable
{
    private readonly Dictionary<(string Host, bool Ailing), (SemaphoreSlim Places, int UserCount)> _hosts = [];
    private readonly SemaphoreSlim _well = new(options.Value.RequestCountMax);
    private readonly SemaphoreSlim _ailing = new(options.Value.AilingCountMax);

    /// <summary>Runs a call when its host's lane and the common one have a place.</summary>
    internal async Task<T> RunAsync<T>(string host, bool ailing, Func<Task<T>> call, CancellationToken cancellation)
    {
        var running = await StartAsync(host, ailing, call, cancellation);
        return await running;
    }

    /// <summary>Starts a call when it has its places; returns once it is over, or slow: then others have the places, and it goes on.</summary>
    private async Task<Task<T>> StartAsync<T>(string host, bool ailing, Func<Task<T>> call, CancellationToken cancellation)
    {
        var places = Join((host, ailing));
        try
        {
            // The host first: who waits for a slow host holds no common place meanwhile.
            await places.WaitAsync(cancellation);
            try
            {
                var common = ailing ? _ailing : _well;
                await common.WaitAsync(cancellation);
                try
                {
                    var running = call();
                    // Those that ail wait for one another to the end.
                    var patience = ailing ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(options.Value.SlowSeconds);
                    using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                    await Task.WhenAny(running, Task.Delay(patience, clock, over.Token));
                    await over.CancelAsync();
                    return running;
                }
                finally
                {
                    common.Release();
                }
            }
            finally
            {
                places.Release();
            }
        }
        finally
        {
            Leave((host, ailing));
        }
    }

    public void Dispose()
    {
        _well.Dispose();
        _ailing.Dispose();
    }

    private SemaphoreSlim Join((string Host, bool Ailing) key)
    {
        lock (_hosts)
        {
            var (places, count) = _hosts.TryGetValue(key, out var lane) ? lane : (new SemaphoreSlim(key.Ailing ? options.Value.HostAilingCountMax : options.Value.HostCountMax), 0);
            _hosts[key] = (places, count + 1);
            return places;
        }
    }

    private void Leave((string Host, bool Ailing) key)
    {
        lock (_hosts)
        {
            var (places, count) = _hosts[key];
            if (count > 1)
            {
                _hosts[key] = (places, count - 1);
                return;
            }
            _hosts.Remove(key);
            places.Dispose();
        }
    }
}
