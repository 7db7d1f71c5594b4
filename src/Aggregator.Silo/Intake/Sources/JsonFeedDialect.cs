using System.Text.Json;

namespace Aggregator.Intake;

/// <summary>JSON Feed 1.0 and 1.1, and JSON that is close enough: an object with an array of items.</summary>
internal static class JsonFeedDialect
{
    private static readonly JsonDocumentOptions Lenient =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    internal static FeedReading Read(string text, Uri? baseUri, FeedLimits limits)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Lenient);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
                return new FeedReading(FeedFault.UnknownFormat, "JSON, but not a JSON Feed: it has no array of items.");
            return new FeedReading(ReadFeed(root, items, baseUri, limits));
        }
        catch (JsonException exception)
        {
            return new FeedReading(FeedFault.Unreadable, $"Not JSON, though it starts like it: line {exception.LineNumber + 1}.");
        }
    }

    private static FeedDocument ReadFeed(JsonElement root, JsonElement items, Uri? baseUri, FeedLimits limits)
    {
        var language = FeedMarkup.Cut(Text(root, "language"), 40);
        return new FeedDocument
        {
            Format = FormatOf(Text(root, "version")),
            Title = FeedMarkup.Cut(Text(root, "title")?.Trim(), limits.LineLengthMax) ?? "",
            SiteUrl = WebAddress.ResolveText(Text(root, "home_page_url"), baseUri),
            SelfUrl = WebAddress.ResolveText(Text(root, "feed_url"), baseUri),
            HubUrls = [.. Array(root, "hubs").Where(hub => Text(hub, "type") is { } type && type.Equals("WebSub", StringComparison.OrdinalIgnoreCase))
                .Select(hub => WebAddress.ResolveText(Text(hub, "url"), baseUri)).OfType<string>().Take(10)],
            Language = language,
            Items = [.. items.EnumerateArray().Take(limits.ItemCountMax).Where(item => item.ValueKind == JsonValueKind.Object)
                .Select(item => ReadItem(item, root, baseUri, language, limits))],
            ItemsLeftCount = Math.Max(0, items.GetArrayLength() - limits.ItemCountMax),
        };
    }

    private static FeedItem ReadItem(JsonElement item, JsonElement root, Uri? baseUri, string? language, FeedLimits limits)
    {
        var content = FeedMarkup.Cut(Text(item, "content_html"), limits.TextLengthMax)
            ?? (Text(item, "content_text") is { } text ? FeedMarkup.Plain(text, limits.TextLengthMax) : null);
        return new FeedItemDraft
        {
            Id = Text(item, "id"),
            Url = WebAddress.ResolveText(Text(item, "url"), baseUri) ?? WebAddress.ResolveText(Text(item, "external_url"), baseUri),
            Title = Text(item, "title"),
            PublishedAt = FeedDate.Read(Text(item, "date_published")),
            UpdatedAt = FeedDate.Read(Text(item, "date_modified")),
            Summary = Text(item, "summary") is { } summary ? FeedMarkup.Plain(summary, limits.TextLengthMax) : null,
            Content = content,
            Author = AuthorOf(item) ?? AuthorOf(root),
            Language = FeedMarkup.Cut(Text(item, "language"), 40) ?? language,
        }.Finish(limits);
    }

    private static string? AuthorOf(JsonElement element)
    {
        IEnumerable<JsonElement> authors = Array(element, "authors");
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("author", out var old)) authors = authors.Append(old);
        var names = authors.Select(author => author.ValueKind == JsonValueKind.String ? author.GetString() : Text(author, "name"));
        return string.Join(", ", names.Where(name => !string.IsNullOrWhiteSpace(name)).Distinct().Take(10)) is { Length: > 0 } joined ? joined : null;
    }

    private static string FormatOf(string? version)
    {
        var number = version?[(version.LastIndexOf('/') + 1)..];
        return number is { Length: > 0 and < 10 } ? $"json-{number}" : "json";
    }

    /// <summary>A member as text: a number is taken as written, since ids of older feeds are numbers; else null.</summary>
    private static string? Text(JsonElement element, string name) =>
        element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? XmlText.Clean(value.GetString())
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : null;

    private static JsonElement[] Array(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray()] : [];
}
