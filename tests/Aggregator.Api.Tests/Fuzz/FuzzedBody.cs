using System.Text;
using System.Text.Json;

namespace Aggregator.Fuzz;

/// <summary>Makes the bodies of requests: JSON, lines of it, forms, and XML, whole or broken.</summary>
internal sealed class FuzzedBody(Random random, FuzzedValues values, bool isTame)
{
    private const string Hostile = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><opml><body><outline xmlUrl=\"https://a.example/&b;\"/></body></opml>";
    private static readonly string[] MediaTypes =
        ["application/json", "text/plain", "application/x-ndjson", "application/xml", "text/x-opml", "application/json; charset=utf-16", "multipart/form-data", "application/x-www-form-urlencoded", "*/*", "a", ""];

    private static readonly string[] Documents =
    [
        "<opml version=\"2.0\"><body><outline text=\"North\"><outline type=\"rss\" text=\"A\" xmlUrl=\"https://feeds.example/a.xml\"/></outline></body></opml>", "<opml><body/></opml>",
        "<rss version=\"2.0\"><channel><title>A</title><item><guid>f-1</guid><title>Kenya and Norway speak</title><link>https://news.example/1</link></item></channel></rss>", "<a/>",
    ];

    /// <summary>Gives a request a body that the operation could read, or could not; and says what it is.</summary>
    internal string Put(HttpRequestMessage request, FuzzedOperation operation)
    {
        var (mediaType, schema) = operation.Bodies.Count == 0 ? ("application/json", default) : operation.Bodies[random.Next(operation.Bodies.Count)];
        var text = mediaType switch
        {
            _ when mediaType.EndsWith("form-urlencoded", StringComparison.Ordinal) => values.Form(schema),
            "*/*" => Documents[random.Next(Documents.Length)],
            _ when mediaType.Contains("xml", StringComparison.Ordinal) || mediaType.Contains("opml", StringComparison.Ordinal) => Documents[random.Next(Documents.Length)],
            _ => Json(schema, mediaType.Contains("ndjson", StringComparison.Ordinal) ? random.Next(1, 6) : 1),
        };
        var bytes = isTame ? Encoding.UTF8.GetBytes(text) : Break(Encoding.UTF8.GetBytes(text));
        request.Content = new ByteArrayContent(bytes);
        var said = !isTame && random.Next(12) == 0 ? MediaTypes[random.Next(MediaTypes.Length)] : mediaType == "*/*" ? "application/rss+xml" : mediaType;
        if (said.Length > 0) request.Content.Headers.TryAddWithoutValidation("Content-Type", said);
        return Encoding.UTF8.GetString(bytes);
    }

    private string Json(JsonElement schema, int lineCount)
    {
        var json = new StringBuilder();
        for (var line = 0; line < lineCount; line++)
        {
            values.Write(json, schema);
            if (lineCount > 1) json.Append('\n');
        }
        return json.ToString();
    }

    private byte[] Break(byte[] bytes)
    {
        switch (random.Next(14))
        {
            case 0: return bytes[..(bytes.Length / 2)];
            case 1: random.NextBytes(bytes); return bytes;
            case 2: return [];
            case 3 when bytes.Length > 0: bytes[random.Next(bytes.Length)] = 0xC3; return bytes;
            case 4: return Encoding.UTF8.GetBytes(Hostile);
            default: return bytes;
        }
    }
}
