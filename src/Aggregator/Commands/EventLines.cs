using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Resolution;
using Aggregator.Wire;

namespace Aggregator.Commands;

/// <summary>Writes an event as one line of JSON. Members may be added; those written here stay.</summary>
internal static class EventLines
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One event's line with its line feed.</summary>
    /// <param name="newsEvent">The event.</param>
    /// <param name="articles">The articles that tell of it.</param>
    internal static ReadOnlyMemory<byte> Write(NewsEvent newsEvent, IEnumerable<ArticleId> articles)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", newsEvent.Id.Value);
            json.WriteString("kind", WireName.From(newsEvent.Kind));
            Write(json, "articles", articles.Select(article => article.Value));
            json.WriteString("status", WireName.From(newsEvent.Status));
            Write(json, "actors", newsEvent.Actors.Select(NameOf));
            Write(json, "recipients", newsEvent.Recipients.Select(NameOf));
            json.WriteString("place", newsEvent.Place?.Name);
            json.WriteString("date", newsEvent.OccurredOn?.Value);
            json.WriteString("headline", newsEvent.Headline);
            json.WriteNumber("reports", newsEvent.ReportCount);
            json.WriteNumber("outlets", newsEvent.Corroboration.OutletCount);
            json.WriteNumber("voices", newsEvent.Corroboration.VoiceCount);
            json.WriteNumber("claimants", newsEvent.Corroboration.ClaimantCount);
            json.WriteString("level", WireName.From(newsEvent.Corroboration.Level));
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    private static string NameOf(Party party) => party.Code?.Value ?? party.Name!;

    private static void Write(Utf8JsonWriter json, string member, IEnumerable<string> values)
    {
        json.WriteStartArray(member);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
