using System.Buffers;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aggregator.Intake;

/// <summary>An article as somebody wrote it down, before any check: one JSON object, members that are not named here are ignored.</summary>
public sealed record ArticleInput
{
    /// <summary>The giver's own id for it, or null.</summary>
    public string? Id { get; init; }

    /// <summary>The source it is from, so that ids need only be unique within it; or null.</summary>
    public string? Source { get; init; }

    /// <summary>Its address, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Who published it, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>When it was published: RFC 3339, or a day; null takes the time of its receipt.</summary>
    public string? Published { get; init; }

    /// <summary>The headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The text.</summary>
    [Required]
    public string? Text { get; init; }

    /// <summary>Reads one article; null when it is none.</summary>
    /// <param name="utf8">One JSON object and nothing behind it.</param>
    /// <param name="reason">Why it is none, one sentence; else null.</param>
    public static ArticleInput? Read(in ReadOnlySequence<byte> utf8, out string? reason)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            var input = JsonSerializer.Deserialize(ref reader, ArticleInputJson.Default.ArticleInput);
            reason = input is null ? "Not an article but null." : reader.Read() ? "Something follows the object." : null;
            return reason is null ? input : null;
        }
        catch (JsonException fault)
        {
            reason = fault.Path is { Length: > 2 } path ? $"The member {path[2..]} is no text." : "Not one JSON object.";
            return null;
        }
        catch (InvalidOperationException)
        {
            reason = "A text in it is not valid UTF-8.";
            return null;
        }
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNameCaseInsensitive = false)]
[JsonSerializable(typeof(ArticleInput))]
internal sealed partial class ArticleInputJson : JsonSerializerContext;
