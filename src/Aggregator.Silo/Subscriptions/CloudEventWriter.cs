using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aggregator.Feeds;
using Aggregator.Topics;
using Aggregator.Wire;

namespace Aggregator.Subscriptions;

/// <summary>Writes entries as CloudEvents 1.0: id and source name a change for good, <c>sequence</c> orders a source's changes.</summary>
internal static class CloudEventWriter
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The id of a change: the topic with the moment of its creation, which no other server's has, and the position, which is never used twice.</summary>
    internal static string IdOf(TopicDefinition topic, FeedEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{FeedIds.NameOf(topic)}:{entry.Position}");

    /// <summary>The attributes of a change, in the order they are written.</summary>
    internal static IEnumerable<(string Name, string Value)> AttributesOf(TopicDefinition topic, FeedEntry entry) =>
    [
        ("specversion", "1.0"), ("id", IdOf(topic, entry)), ("source", FeedIds.Of(topic)), ("type", $"aggregator.entry.{WireName.From(entry.Change)}"),
        ("subject", entry.Event.Id.Value), ("time", Moment(entry.RecordedAt)), ("sequence", entry.Position.ToString("D19", CultureInfo.InvariantCulture)),
    ];

    /// <summary>A change with its attributes, for the structured mode.</summary>
    internal static byte[] Structured(TopicDefinition topic, FeedEntry entry) => Write(json => WriteEvent(json, AttributesOf(topic, entry), entry));

    /// <summary>Several changes, for the batched mode.</summary>
    internal static byte[] Batch(TopicDefinition topic, IEnumerable<FeedEntry> entries) => Write(json =>
    {
        json.WriteStartArray();
        foreach (var entry in entries) WriteEvent(json, AttributesOf(topic, entry), entry);
        json.WriteEndArray();
    });

    /// <summary>A change without its attributes, for the binary mode.</summary>
    internal static byte[] Data(FeedEntry entry) => Write(json => JsonSerializer.Serialize(json, entry, SubscriptionJson.Default.FeedEntry));

    /// <summary>A notice with its attributes, for the structured mode.</summary>
    internal static byte[] Structured(CloudEventNotice notice) => Write(json => WriteEvent(json, notice));

    /// <summary>A notice as a batch of one.</summary>
    internal static byte[] Batch(CloudEventNotice notice) => Write(json =>
    {
        json.WriteStartArray();
        WriteEvent(json, notice);
        json.WriteEndArray();
    });

    /// <summary>A notice without its attributes, for the binary mode.</summary>
    internal static byte[] Data(CloudEventNotice notice) => Write(json => WriteData(json, notice));

    private static void WriteEvent(Utf8JsonWriter json, IEnumerable<(string Name, string Value)> attributes, FeedEntry entry)
    {
        WriteAttributes(json, attributes);
        JsonSerializer.Serialize(json, entry, SubscriptionJson.Default.FeedEntry);
        json.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter json, CloudEventNotice notice)
    {
        WriteAttributes(json, notice.Attributes);
        WriteData(json, notice);
        json.WriteEndObject();
    }

    private static void WriteData(Utf8JsonWriter json, CloudEventNotice notice)
    {
        json.WriteStartObject();
        json.WriteString("subscription", notice.Subscription.Value);
        if (notice.Topic is { } topic) json.WriteString("topic", topic.Value);
        if (notice.Position is { } position) json.WriteNumber("position", position);
        json.WriteEndObject();
    }

    /// <summary>Opens an event, up to the value of its data.</summary>
    private static void WriteAttributes(Utf8JsonWriter json, IEnumerable<(string Name, string Value)> attributes)
    {
        json.WriteStartObject();
        foreach (var (name, value) in attributes) json.WriteString(name, value);
        json.WriteString("datacontenttype", "application/json");
        json.WritePropertyName("data");
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain)) write(json);
        return buffer.ToArray();
    }

    /// <summary>A moment as CloudEvents write it: RFC 3339, UTC.</summary>
    internal static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
