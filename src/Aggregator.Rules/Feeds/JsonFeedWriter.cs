using System.Text.Encodings.Web;
using System.Text.Json;
using Aggregator.Wire;

namespace Aggregator.Feeds;

/// <summary>Writes a feed document as JSON Feed 1.1. What JSON Feed has no words for stands in an extension, <c>_aggregator</c>.</summary>
internal static class JsonFeedWriter
{
    private const string Extension = "_aggregator";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static byte[] Write(FeedDocument document)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", document.Title);
            json.WriteString("home_page_url", document.HomeUrl);
            json.WriteString("feed_url", document.Self);
            if (document.Subtitle.Length > 0) json.WriteString("description", document.Subtitle);
            if ((document.Find("next") ?? document.Find("prev-archive")) is { } next) json.WriteString("next_url", next);
            json.WriteStartArray("authors");
            json.WriteStartObject();
            json.WriteString("name", FeedXml.Author);
            json.WriteEndObject();
            json.WriteEndArray();
            if (document.Find("hub") is { } hub) WriteHub(json, hub);
            WriteExtension(json, document);
            json.WriteStartArray("items");
            foreach (var item in document.Items) WriteItem(json, item);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private static void WriteHub(Utf8JsonWriter json, string hub)
    {
        json.WriteStartArray("hubs");
        json.WriteStartObject();
        json.WriteString("type", "WebSub");
        json.WriteString("url", hub);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteExtension(Utf8JsonWriter json, FeedDocument document)
    {
        json.WriteStartObject(Extension);
        json.WriteString("id", document.Id);
        json.WriteString("updated", FeedXml.Moment(document.UpdatedAt));
        json.WriteStartArray("deleted");
        foreach (var deleted in document.Deleted)
        {
            json.WriteStartObject();
            json.WriteString("ref", deleted.Id);
            json.WriteString("when", FeedXml.Moment(deleted.When));
            json.WriteString("comment", deleted.Comment);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter json, FeedItem item)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        json.WriteString("url", item.Url);
        if (item.Related is [var first, ..]) json.WriteString("external_url", first);
        json.WriteString("title", item.Title);
        json.WriteString("content_html", item.Html);
        json.WriteString("date_published", FeedXml.Moment(item.PublishedAt));
        json.WriteString("date_modified", FeedXml.Moment(item.UpdatedAt));
        json.WriteStartArray("tags");
        foreach (var term in item.Categories.Select(category => category.Term).Distinct()) json.WriteStringValue(term);
        json.WriteEndArray();
        if (item.Entry is not null) WriteEntry(json, item);
        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, FeedItem item)
    {
        var entry = item.Entry!;
        json.WriteStartObject(Extension);
        json.WriteNumber("position", entry.Position);
        json.WriteString("change", WireName.From(entry.Change));
        json.WriteString("event", entry.Event.Id.Value);
        json.WriteNumber("revision", entry.Event.Revision);
        foreach (var scheme in (string[])["kind", "plover", "cameo", "status"])
            if (item.Categories.FirstOrDefault(category => category.Scheme == scheme) is { } category) json.WriteString(scheme, category.Term);
        if (item.JsonUrl is { } url) json.WriteString("url", url);
        if (item.Point is { } point)
        {
            json.WriteStartObject("point");
            json.WriteNumber("latitude", point.Latitude!.Value);
            json.WriteNumber("longitude", point.Longitude!.Value);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
