using System.Globalization;
using System.Text.Json;
using Aggregator.Extraction;
using Aggregator.Intake;

namespace Aggregator.Commands;

/// <summary>Reads an article's line, <c>{"id","url","outlet","published","title","text",…}</c>; members not needed are ignored.</summary>
internal static class ArticleLine
{
    /// <summary>Reads one line.</summary>
    /// <param name="line">UTF-8 JSON.</param>
    /// <returns>The document to read.</returns>
    /// <exception cref="FormatException">The line is no article; the message says why.</exception>
    public static Document Parse(byte[] line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw new FormatException("Not a JSON object.");
            return new Document
            {
                Article = ArticleId.Parse(Text(root, "id") ?? throw new FormatException("The member id is missing.")),
                Published = Day(Text(root, "published") ?? throw new FormatException("The member published is missing.")),
                Outlet = Text(root, "outlet"),
                Title = Text(root, "title") ?? "",
                Text = Text(root, "text") ?? throw new FormatException("The member text is missing."),
            };
        }
        catch (JsonException fault)
        {
            throw new FormatException($"Not JSON: {fault.Message}", fault);
        }
        catch (InvalidOperationException fault)
        {
            throw new FormatException($"Not readable as text: {fault.Message}", fault);
        }
    }

    private static string? Text(JsonElement root, string member) =>
        !root.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new FormatException($"The member {member} is no text.");

    private static DateOnly Day(string published)
    {
        if (DateOnly.TryParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        return DateTimeOffset.TryParse(published, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? DateOnly.FromDateTime(moment.UtcDateTime)
            : throw new FormatException($"'{published}' is no date.");
    }
}
