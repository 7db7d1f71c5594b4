using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Authentication;
using Aggregator.Intake;
using Microsoft.Extensions.Options;

namespace Aggregator.Subscriptions;

/// <summary>
/// Sends requests to subscribers and hubs: within bounds on time and on the answer's size, no redirect followed, no cookies, no proxy, and no connection that
/// <see cref="AddressGuard"/> refuses.
/// </summary>
internal sealed class CallbackSender : IDisposable
{
    private readonly HttpClient _client;
    private readonly CallLanes _lanes;
    private readonly AddressGuard _guard;
    private readonly SubscriptionOptions _options;
    private readonly TimeProvider _clock;

    public CallbackSender(AddressGuard guard, CallLanes lanes, IOptions<SubscriptionOptions> options, IOptions<SourceOptions> sources, TimeProvider clock)
    {
        (_guard, _lanes, _options, _clock) = (guard, lanes, options.Value, clock);
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = (context, cancellation) => guard.ConnectAsync(context.DnsEndPoint, cancellation),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            MaxResponseHeadersLength = 16,
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        var contact = sources.Value.ContactUrl is { } url ? $" (+{url})" : "";
        _client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"Aggregator/0.1{contact}");
    }

    /// <summary>False when an address is seen, without looking it up, to lie where nothing is called.</summary>
    internal bool MayCall(Uri address) =>
        address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 ? _guard.Allows(System.Net.IPAddress.Parse(address.IdnHost))
        : !address.IsLoopback || _guard.Allows(System.Net.IPAddress.Loopback);

    /// <summary>Sends when a place is free. Never throws for what a receiver or network does.</summary>
    /// <param name="make">Makes the request, when its turn has come.</param>
    /// <param name="host">Whom it goes to.</param>
    /// <param name="ailing">True when the last attempt failed.</param>
    /// <param name="cancellation">Cancels it, with an <see cref="OperationCanceledException"/>.</param>
    internal Task<CallResult> SendAsync(Func<HttpRequestMessage> make, string host, bool ailing, CancellationToken cancellation) =>
        _lanes.RunAsync(host, ailing, () => SendAsync(make, cancellation), cancellation);

    public void Dispose() => _client.Dispose();

    private async Task<CallResult> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellation)
    {
        var (at, began) = (_clock.GetUtcNow(), _clock.GetTimestamp());
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(_options.RequestSeconds), _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using var request = make();
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await ReadAsync(response, either.Token);
            return Describe(response, new CallResult(at, _clock.GetElapsedTime(began), CallResult.Ok) { Body = body });
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new CallResult(at, _clock.GetElapsedTime(began), "timeout") { Error = $"No whole answer within {_options.RequestSeconds} s." };
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            var (outcome, error) = Explain(fault);
            return new CallResult(at, _clock.GetElapsedTime(began), outcome) { Error = error };
        }
    }

    private CallResult Describe(HttpResponseMessage response, CallResult result)
    {
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode) return result with { Status = status };
        return result with
        {
            Outcome = $"http-{status}",
            Status = status,
            Location = response.Headers.Location?.OriginalString,
            RetryAfter = FetchHeaders.RetryAfter(response, _clock.GetUtcNow()),
            Error = status is >= 300 and < 400 ? $"The receiver answered {status}; redirects are not followed." : $"The receiver answered {status}.",
        };
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[Math.Min(_options.AnswerBytesMax, response.Content.Headers.ContentLength ?? _options.AnswerBytesMax)];
        var count = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return buffer.AsMemory(0, count);
    }

    private static (string Outcome, string Error) Explain(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is RefusedAddressException) return ("refused-address", cause.Message);
            if (cause is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }) return ("unknown-host", cause.Message);
            if (cause is AuthenticationException) return ("tls", cause.Message);
        }
        return ("unreachable", fault.InnerException?.Message ?? fault.Message);
    }
}
