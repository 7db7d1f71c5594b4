using Microsoft.AspNetCore.Http;

namespace Aggregator.Http;

/// <summary>The address that readers reach this server by, for links in documents that are read elsewhere.</summary>
internal static class PublicAddress
{
    /// <summary>The configured address, else the one that the request was sent to; without a slash at its end.</summary>
    internal static string Of(HttpRequest request, ApiOptions options) =>
        options.PublicUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}{request.PathBase}";
}
