using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace Aggregator.Serving;

/// <summary>The clients' side of servers that fail: trying again until they are answered.</summary>
internal abstract class PatientClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private long _requestCount, _retryCount, _slowestMilliseconds;

    /// <summary>Requests that were answered with success at last.</summary>
    internal long RequestCount => Interlocked.Read(ref _requestCount);

    /// <summary>How many times one was sent again.</summary>
    internal long RetryCount => Interlocked.Read(ref _retryCount);

    /// <summary>The longest from a request's first sending to its answer.</summary>
    internal long SlowestMilliseconds => Interlocked.Read(ref _slowestMilliseconds);

    /// <summary>A client of a server that is thought to be up; each call may give another.</summary>
    internal abstract HttpClient Client { get; }

    /// <summary>Sends a request until it is answered with success; only then is it acknowledged.</summary>
    internal async Task TryAsync(Func<HttpClient, Task<HttpResponseMessage>> send)
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var pause = new PeriodicTimer(Pause);
        var watch = Stopwatch.StartNew();
        for (var again = false; !again || await pause.WaitForNextTickAsync(timeout.Token); again = true)
        {
            if (again) Interlocked.Increment(ref _retryCount);
            try
            {
                using var answer = await send(Client);
                if (answer.IsSuccessStatusCode)
                {
                    Count(watch.ElapsedMilliseconds);
                    return;
                }
                if (answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
                    throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(timeout.Token)}");
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or ObjectDisposedException)
            {
                // Not acknowledged: it may or may not have been kept, so it is said again.
            }
        }
    }

    internal async Task<JsonElement> ReadAsync(string path)
    {
        JsonElement? read = null;
        await TryAsync(async client =>
        {
            var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            if (answer.IsSuccessStatusCode) read = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            return answer;
        });
        return read!.Value;
    }

    /// <summary>Returns once nothing waits in the inbox.</summary>
    internal async Task DrainedAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var pause = new PeriodicTimer(Pause);
        while ((await ReadAsync("/v1/inbox")).GetProperty("pendingCount").GetInt64() > 0) await pause.WaitForNextTickAsync(timeout.Token);
    }

    private void Count(long milliseconds)
    {
        Interlocked.Increment(ref _requestCount);
        for (var last = SlowestMilliseconds; milliseconds > last; last = SlowestMilliseconds)
            Interlocked.CompareExchange(ref _slowestMilliseconds, milliseconds, last);
    }
}
