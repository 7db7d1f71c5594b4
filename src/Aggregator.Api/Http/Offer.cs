using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Aggregator.Http;

/// <summary>The media types that an endpoint answers with: endpoint metadata. Without it an endpoint answers with JSON.</summary>
/// <param name="MediaTypes">One or more.</param>
internal sealed record Offer(params string[] MediaTypes)
{
    internal static readonly Offer Json = new("application/json");

    /// <summary>True when the request accepts one of them; one without an Accept header, or with an unreadable one, accepts all.</summary>
    internal bool IsAccepted(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (accept.Count == 0 || !MediaTypeHeaderValue.TryParseList(accept, out var ranges) || ranges.Count == 0) return true;
        return MediaTypes.Any(type => Quality(new MediaTypeHeaderValue(type), ranges) > 0);
    }

    /// <summary>The one of them that the request likes best; the first where it does not care.</summary>
    internal string Pick(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (accept.Count == 0 || !MediaTypeHeaderValue.TryParseList(accept, out var ranges) || ranges.Count == 0) return MediaTypes[0];
        return MediaTypes.MaxBy(type => Quality(new MediaTypeHeaderValue(type), ranges))!;
    }

    // The most exact range decides: "*/*;q=0, application/json" accepts JSON alone.
    private static double Quality(MediaTypeHeaderValue type, IList<MediaTypeHeaderValue> ranges) =>
        ranges.Where(range => type.IsSubsetOf(range)).OrderBy(range => range.MatchesAllTypes ? 3 : range.MatchesAllSubTypes ? 2 : range.MediaType.Equals(type.MediaType, StringComparison.OrdinalIgnoreCase) ? 0 : 1).FirstOrDefault() is { } range
            ? range.Quality ?? 1
            : 0;
}
