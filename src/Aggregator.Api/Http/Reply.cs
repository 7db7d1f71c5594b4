using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Http;

/// <summary>The answers that endpoints give.</summary>
internal static class Reply
{
    /// <summary>A value as JSON.</summary>
    /// <param name="value">The value.</param>
    /// <param name="status">The status.</param>
    /// <param name="location">Where what was made is found, or null.</param>
    internal static IResult Json<T>(T value, int status = StatusCodes.Status200OK, string? location = null) =>
        new BodyReply(JsonSerializer.SerializeToUtf8Bytes(value, WireJson.Of<T>()), "application/json") { Status = status, Location = location };

    /// <summary>A value as JSON under a tag that is known before it is written; where the reader holds it, it is not written at all.</summary>
    internal static IResult Json<T>(HttpRequest request, string tag, Func<T> value) =>
        EntityTag.IsHeld(request, tag)
            ? new BodyReply(ReadOnlyMemory<byte>.Empty, "application/json") { Tag = tag }
            : new BodyReply(JsonSerializer.SerializeToUtf8Bytes(value(), WireJson.Of<T>()), "application/json") { Tag = tag };

    internal static Problem UnknownArticle(string id) => new(ProblemKind.UnknownArticle, $"No article has the id '{id}'.");

    internal static Problem UnknownTopic(string id) => new(ProblemKind.UnknownTopic, $"No topic has the id '{id}'.");

    internal static Problem UnknownSource(string id) => new(ProblemKind.UnknownSource, $"No source has the id '{id}'.");
}
