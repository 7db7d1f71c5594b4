using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Aggregator.Http;

/// <summary>Gives Kestrel the bounds of the options.</summary>
internal sealed class ServerLimits(IOptions<ApiOptions> api) : IConfigureOptions<KestrelServerOptions>
{
    private const int LineBytesMax = 8 * 1024;
    private const int HeaderCountMax = 64;

    /// <inheritdoc/>
    public void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = api.Value.BodyBytesMax;
        options.Limits.MaxConcurrentConnections = api.Value.ConnectionCountMax;
        options.Limits.MaxRequestLineSize = LineBytesMax;
        options.Limits.MaxRequestHeaderCount = HeaderCountMax;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        options.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
    }
}
