using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Aggregator.Intake;

/// <summary>
/// Fetches feeds and pages by HTTP, politely and within bounds: one honest User-Agent, conditional requests, redirects followed by
/// hand, caps on time and on decompressed size, and no connection that <see cref="AddressGuard"/> refuses. It sends
/// neither cookies nor credentials and uses no proxy, which would hide the address from the guard.
/// </summary>
public sealed class WebFetcher : IDisposable
{
    private readonly HttpClient _client;
    private readonly SourceOptions _options;
    private readonly TimeProvider _clock;

    /// <summary>A fetcher; one a process is meant, for the sake of its connections.</summary>
    /// <param name="guard">Says which addresses may be connected to.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="clock">Measures the time cap.</param>
    public WebFetcher(AddressGuard guard, IOptions<SourceOptions> options, TimeProvider clock)
    {
        (_options, _clock) = (options.Value, clock);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli | DecompressionMethods.Deflate,
            ConnectCallback = (context, cancellation) => guard.ConnectAsync(context.DnsEndPoint, cancellation),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            MaxResponseHeadersLength = 64,
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var contact = _options.ContactUrl is null ? "" : $" (+{_options.ContactUrl})";
        _client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"Aggregator/0.1{contact}");
    }

    /// <summary>Fetches. Never throws for what a server or network does: that is a <see cref="FetchResult.Failed"/>.</summary>
    /// <param name="request">What is to be fetched.</param>
    /// <param name="cancellation">Cancels it, with an <see cref="OperationCanceledException"/>.</param>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(_options.RequestSeconds), _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await FollowAsync(request, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new FetchResult.Failed("timeout", $"No whole answer within {_options.RequestSeconds} s.", null);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or InvalidDataException)
        {
            return Explain(fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<FetchResult> FollowAsync(FetchRequest request, CancellationToken cancellation)
    {
        var (address, movedTo, permanent) = (request.Address, (Uri?)null, true);
        for (var hop = 0; hop <= _options.RedirectCountMax; hop++)
        {
            using var message = Message(request, address);
            using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308)) return await ReadAsync(response, address, movedTo, cancellation);

            var target = WebAddress.Resolve(response.Headers.Location?.OriginalString, address);
            if (target is null) return new FetchResult.Failed("redirects", "Redirected to no http or https address.", null);
            permanent &= (int)response.StatusCode is 301 or 308;
            address = target;
            if (permanent) movedTo = target;
        }
        return new FetchResult.Failed("redirects", $"Redirected more than {_options.RedirectCountMax} times.", null);
    }

    private static HttpRequestMessage Message(FetchRequest request, Uri address)
    {
        // A user's name and password in an address are not sent on.
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        if (request.Validators.ETag is { } tag) message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (request.Validators.LastModified is { } modified) message.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        return message;
    }

    private async Task<FetchResult> ReadAsync(HttpResponseMessage response, Uri address, Uri? movedTo, CancellationToken cancellation)
    {
        if (response.StatusCode == HttpStatusCode.NotModified) return new FetchResult.Unchanged(movedTo, FetchHeaders.MaxAge(response));
        if (response.StatusCode != HttpStatusCode.OK)
        {
            var code = (int)response.StatusCode;
            return new FetchResult.Failed($"http-{code}", $"The server answered {code}.", FetchHeaders.RetryAfter(response, _clock.GetUtcNow()));
        }
        var bytes = await ReadBodyAsync(response, cancellation);
        return bytes is null
            ? new FetchResult.Failed("too-large", $"More than {_options.Limits.SizeMax} bytes.", null)
            : new FetchResult.Fetched(bytes, response.Content.Headers.ContentType?.ToString() ?? RawType(response), address, movedTo,
                FetchHeaders.Validators(response), FetchHeaders.MaxAge(response))
            {
                HubUrl = LinkHeader.Find(response, "hub", address), SelfUrl = LinkHeader.Find(response, "self", address),
            };
    }

    /// <summary>The body, or null when it is too large; reading ends at the limit, so a small body can't unpack into a big one.</summary>
    private async Task<byte[]?> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var sizeMax = _options.Limits.SizeMax;
        if (response.Content.Headers.ContentLength > sizeMax) return null;
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        using var kept = new MemoryStream();
        var buffer = new byte[32 * 1024];
        for (var count = await body.ReadAsync(buffer, cancellation); count > 0; count = await body.ReadAsync(buffer, cancellation))
        {
            if (kept.Length + count > sizeMax) return null;
            kept.Write(buffer, 0, count);
        }
        return kept.ToArray();
    }

    private static string? RawType(HttpResponseMessage response) =>
        response.Content.Headers.TryGetValues("Content-Type", out var values) ? values.FirstOrDefault() : null;

    private static FetchResult.Failed Explain(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is RefusedAddressException) return new FetchResult.Failed("refused-address", cause.Message, null);
            if (cause is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain })
                return new FetchResult.Failed("unknown-host", cause.Message, null);
            if (cause is System.Security.Authentication.AuthenticationException) return new FetchResult.Failed("tls", cause.Message, null);
        }
        return new FetchResult.Failed("unreachable", fault.InnerException?.Message ?? fault.Message, null);
    }
}
