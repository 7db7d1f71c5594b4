using System.Text.Json;
using System.Text.RegularExpressions;

namespace Aggregator.Intake;

/// <summary>
/// What other parsers' test suites expect of a feed file, as far as it concerns what we read: feedparser's comment
/// ("Expect: feed['title'] == '…'") or gofeed's JSON beside the file. Texts are compared as plain text in one line.
/// </summary>
internal static partial class FeedExpectations
{
    internal sealed record Expectation(string Field, string Wanted);

    internal static IEnumerable<Expectation> Of(string path, string text)
    {
        foreach (Match match in Comment().Matches(text))
        {
            if (FieldOf(match.Groups["left"].Value) is { } field) yield return new(field, Unquote(match.Groups["right"].Value));
        }
        var beside = Path.ChangeExtension(path, ".json");
        if (!path.Contains("gofeed", StringComparison.Ordinal) || path == beside || !File.Exists(beside)) yield break;
        using var json = JsonDocument.Parse(File.ReadAllBytes(beside));
        foreach (var expectation in OfJson(json.RootElement)) yield return expectation;
    }

    internal static string? Found(FeedDocument feed, string field)
    {
        var item = feed.Items.Length > 0 ? feed.Items[0] : null;
        return field switch
        {
            "title" => feed.Title,
            "link" => feed.SiteUrl,
            "language" => feed.Language,
            "count" => $"{feed.Items.Length}",
            "item.title" => item?.Title,
            "item.link" => item?.Url,
            "item.id" => item?.Id,
            "item.author" => item?.Author,
            "item.summary" => Line(item?.Summary ?? item?.Content),
            "item.content" => Line(item?.Content ?? item?.Summary),
            "item.published" => $"{item?.PublishedAt:yyyy-MM-ddTHH:mm:ssZ}",
            "item.updated" => $"{item?.UpdatedAt ?? item?.PublishedAt:yyyy-MM-ddTHH:mm:ssZ}",
            _ => null,
        };
    }

    internal static bool Agree(string? found, string wanted) =>
        Line(found) == Line(wanted) || found == Line(wanted) || string.Equals(found, wanted.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string Line(string? html) => html is null ? "" : HtmlText.Line(HtmlText.Plain(html));

    private static string? FieldOf(string expression) => expression.Replace("\"", "'", StringComparison.Ordinal) switch
    {
        "feed['title']" or "feed.title" or "feed['title_detail']['value']" => "title",
        "feed['link']" => "link",
        "feed['language']" => "language",
        "len(entries)" => "count",
        "entries[0]['title']" or "entries[0].title" or "entries[0]['title_detail']['value']" => "item.title",
        "entries[0]['link']" => "item.link",
        "entries[0]['id']" => "item.id",
        "entries[0]['author']" => "item.author",
        "entries[0]['summary']" or "entries[0]['description']" or "entries[0]['summary_detail']['value']" => "item.summary",
        "entries[0]['content'][0]['value']" => "item.content",
        "entries[0]['published_parsed']" => "item.published",
        "entries[0]['updated_parsed']" => "item.updated",
        _ => null,
    };

    private static IEnumerable<Expectation> OfJson(JsonElement feed)
    {
        if (Text(feed, "title") is { } title) yield return new("title", title);
        if (!feed.TryGetProperty("items", out var items) && !feed.TryGetProperty("entries", out items)) yield break;
        if (items.ValueKind != JsonValueKind.Array) yield break;
        yield return new("count", $"{items.GetArrayLength()}");
        if (items.GetArrayLength() == 0) yield break;
        var item = items[0];
        foreach (var (member, field) in new[] { ("title", "item.title"), ("description", "item.summary"), ("summary", "item.summary"), ("content", "item.content"), ("id", "item.id") })
        {
            if (Text(item, member) is { } text) yield return new(field, text);
        }
        if (Text(item, "publishedParsed") is { } published && DateTimeOffset.TryParse(published, out var at))
            yield return new("item.published", $"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}");
    }

    private static string? Text(JsonElement element, string member) =>
        !element.TryGetProperty(member, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.ValueKind == JsonValueKind.Object && value.TryGetProperty("value", out var inner) && inner.ValueKind == JsonValueKind.String ? inner.GetString()
        : null;

    private static string Unquote(string python)
    {
        if (Tuple().Match(python) is { Success: true } tuple)
        {
            var part = tuple.Groups[1].Captures.Select(capture => int.Parse(capture.Value)).ToArray();
            return $"{part[0]:D4}-{part[1]:D2}-{part[2]:D2}T{part[3]:D2}:{part[4]:D2}:{part[5]:D2}Z";
        }
        var quoted = python.TrimStart('u');
        if (quoted is not ['\'' or '"', ..]) return quoted.Trim();
        var inner = quoted[1..^1];
        return Escape().Replace(inner, match => match.Groups["code"].Success ? ((char)Convert.ToInt32(match.Groups["code"].Value, 16)).ToString()
            : match.Groups["letter"].Value switch { "n" => "\n", "t" => "\t", "r" => "\r", var other => other });
    }

    [GeneratedRegex("""(?:Expect:\s*|\band\s+)(?:not bozo and |bozo and )?\(?(?<left>[\w.\[\]'"()]+)\s*==\s*(?<right>u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*"|\([\d, ]+\)|\d+)""")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\((?:(\d+),? ?){6,9}\)$")]
    private static partial Regex Tuple();

    [GeneratedRegex(@"\\(?:[ux](?<code>[0-9a-fA-F]{4}|[0-9a-fA-F]{2})|(?<letter>.))")]
    private static partial Regex Escape();
}
