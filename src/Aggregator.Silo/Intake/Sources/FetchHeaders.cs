using System.Net.Http.Headers;

namespace Aggregator.Intake;

/// <summary>Reads the headers of an answer that polling minds.</summary>
internal static class FetchHeaders
{
    private const int ValidatorLengthMax = 500;

    /// <summary>The validators as they were written: an ETag without quotes is sent back without quotes.</summary>
    internal static FetchValidators Validators(HttpResponseMessage response) =>
        new(First(response.Headers, "ETag"), First(response.Content.Headers, "Last-Modified"));

    /// <summary>How long the answer stays fresh, its age deducted; null when not said, or when it may not be kept.</summary>
    internal static TimeSpan? MaxAge(HttpResponseMessage response)
    {
        if (response.Headers.CacheControl is not { MaxAge: { } maxAge, NoStore: false, NoCache: false }) return null;
        var left = maxAge - (response.Headers.Age ?? TimeSpan.Zero);
        return left > TimeSpan.Zero ? left : null;
    }

    /// <summary>How long the host asks to be left alone, given in seconds or as a date; null when not said, or past.</summary>
    internal static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var wait = response.Headers.RetryAfter is not { } said ? null : said.Delta ?? said.Date - now;
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static string? First(HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) && values.FirstOrDefault() is { Length: > 0 and <= ValidatorLengthMax } value ? value : null;
}
