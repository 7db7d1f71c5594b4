using Microsoft.AspNetCore.Http;

namespace Aggregator.Http;

/// <summary>A whole body with its entity tag; a reader that holds it gets 304 and no body.</summary>
/// <param name="body">The body.</param>
/// <param name="contentType">Its media type.</param>
internal sealed class BodyReply(ReadOnlyMemory<byte> body, string contentType) : IResult
{
    /// <summary>The status where it is sent.</summary>
    internal int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Its entity tag, quoted; null makes it of the body.</summary>
    internal string? Tag { get; init; }

    /// <summary>Where what was made is found, or null.</summary>
    internal string? Location { get; init; }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        response.StatusCode = Status;
        if (Location is not null) response.Headers.Location = Location;
        if (isRead)
        {
            var tag = Tag ?? EntityTag.Of(body.Span);
            response.Headers.ETag = tag;
            if (response.Headers.CacheControl.Count == 0) response.Headers.CacheControl = "no-cache";
            if (EntityTag.IsHeld(request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        if (HttpMethods.IsHead(request.Method)) return;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
