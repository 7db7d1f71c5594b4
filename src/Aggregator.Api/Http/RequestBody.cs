using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Aggregator.Http;

/// <summary>Reads whole request bodies, within bounds.</summary>
internal static class RequestBody
{
    /// <summary>The body's media type without its parameters, in lower case; empty when none is given.</summary>
    internal static string MediaType(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? type.MediaType.Value?.ToLowerInvariant() ?? "" : "";

    /// <summary>Reads the body; null when it is larger than it may be.</summary>
    internal static async Task<byte[]?> ReadAsync(HttpRequest request, int bytesMax)
    {
        if (request.ContentLength > bytesMax) return null;
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            var isTooLarge = read.Buffer.Length > bytesMax;
            var body = read.IsCompleted && !isTooLarge ? read.Buffer.ToArray() : null;
            request.BodyReader.AdvanceTo(isTooLarge || body is not null ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
            if (isTooLarge || body is not null) return body;
        }
    }

    /// <summary>Reads a JSON object, or says why it can't be.</summary>
    internal static async Task<(T? Value, Problem? Refusal)> ReadJsonAsync<T>(HttpRequest request, int bytesMax) where T : class
    {
        if (MediaType(request) is not "application/json") return (null, UnsupportedMediaType("application/json"));
        if (await ReadAsync(request, bytesMax) is not { } body) return (null, TooLarge(bytesMax));
        try
        {
            return JsonSerializer.Deserialize(body, WireJson.Of<T>()) is { } value ? (value, null) : (null, Invalid("The body is null."));
        }
        catch (JsonException fault)
        {
            return (null, Invalid(Explain(fault)));
        }
        catch (InvalidOperationException)
        {
            return (null, Invalid("A text in it is not valid UTF-8."));
        }
    }

    internal static Problem UnsupportedMediaType(params string[] accepted) =>
        new(ProblemKind.UnsupportedMediaType, $"Send {string.Join(" or ", accepted)} and say so in the Content-Type header.");

    internal static Problem TooLarge(long bytesMax) =>
        new Problem(ProblemKind.TooLarge, $"The body may have {bytesMax} bytes.").With("bytesMax", bytesMax);

    private static Problem Invalid(string detail) => new(ProblemKind.InvalidBody, detail);

    private static string Explain(JsonException fault)
    {
        var where = fault is { LineNumber: { } line, BytePositionInLine: { } at } ? $" (line {line + 1}, byte {at + 1})" : "";
        return fault.Path is { Length: > 2 } path ? $"The member {path[2..]} is not of its type{where}." : $"Not one JSON object{where}.";
    }
}
