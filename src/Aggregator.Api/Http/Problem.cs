using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Http;

/// <summary>A refusal as problem details (RFC 9457).</summary>
/// <param name="kind">What kind of refusal.</param>
/// <param name="detail">What is wrong with this request and what would be right, one or two sentences.</param>
internal sealed class Problem(ProblemKind kind, string detail) : IResult
{
    private readonly List<(string Name, object Value)> _members = [];

    internal ProblemKind Kind => kind;

    internal string Detail => detail;

    /// <summary>When to try again; also sent as Retry-After, in whole seconds.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>Adds a member of its own: a text or a number.</summary>
    internal Problem With(string name, string value) => Add(name, value);

    /// <inheritdoc cref="With(string, string)"/>
    internal Problem With(string name, long value) => Add(name, value);

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = kind.Status;
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } pause) response.Headers.RetryAfter = Seconds(pause).ToString(CultureInfo.InvariantCulture);
        var body = ToBytes();
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }

    internal byte[] ToBytes()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = WireJson.Options.Encoder }))
        {
            json.WriteStartObject();
            json.WriteString("type", kind.Type);
            json.WriteString("title", kind.Title);
            json.WriteNumber("status", kind.Status);
            json.WriteString("detail", detail);
            if (RetryAfter is { } pause) json.WriteNumber("retryAfterSeconds", Seconds(pause));
            foreach (var (name, value) in _members)
            {
                if (value is long number) json.WriteNumber(name, number);
                else json.WriteString(name, (string)value);
            }
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private Problem Add(string name, object value)
    {
        _members.Add((name, value));
        return this;
    }

    private static long Seconds(TimeSpan pause) => (long)Math.Max(1, Math.Ceiling(pause.TotalSeconds));
}
