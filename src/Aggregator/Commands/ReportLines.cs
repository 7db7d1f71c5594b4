using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Wire;

namespace Aggregator.Commands;

/// <summary>Writes an article's reports as one line of JSON. Members may be added; those written here stay.</summary>
internal static class ReportLines
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One article's line with its line feed.</summary>
    /// <param name="article">The article.</param>
    /// <param name="reports">Its reports.</param>
    public static ReadOnlyMemory<byte> Write(ArticleId article, IReadOnlyList<Report> reports)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteString("id", article.Value);
            json.WriteStartArray("reports");
            foreach (var report in reports) Write(json, report);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject();
        json.WriteString("report", report.Id.Value);
        json.WriteString("kind", WireName.From(report.Kind));
        json.WriteString("status", WireName.From(report.Status));
        json.WriteNumber("start", report.Span.Start);
        json.WriteNumber("length", report.Span.Length);
        Write(json, "actors", report.Actors);
        Write(json, "recipients", report.Recipients);
        json.WriteStartArray("names");
        foreach (var name in report.Names) json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteString("place", report.Place?.Name);
        json.WriteString("country", report.Place?.Country?.Value);
        json.WriteString("date", report.OccurredOn?.Value);
        json.WriteString("claimant", report.Claimant);
        Write(json, report.Actors, report.Recipients);
        json.WriteString("mode", report.Mode);
        json.WriteString("plover", report.Plover);
        json.WriteString("cameo", report.Cameo);
        json.WriteStartArray("contexts");
        foreach (var context in report.Contexts) json.WriteStringValue(context);
        json.WriteEndArray();
        json.WriteString("rule", report.Rule);
        json.WriteNumber("confidence", Math.Round(report.Confidence, 3));
        json.WriteStartArray("also");
        foreach (var span in report.Also)
        {
            json.WriteStartObject();
            json.WriteNumber("start", span.Start);
            json.WriteNumber("length", span.Length);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("about", report.About?.Value);
        Write(json, report.Casualties);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string member, ImmutableArray<Party> parties)
    {
        json.WriteStartArray(member);
        foreach (var code in parties.Select(party => party.Code?.Value).OfType<string>().Distinct(StringComparer.Ordinal)) json.WriteStringValue(code);
        json.WriteEndArray();
    }

    /// <summary>Everyone who takes part, with the side they are on, code, name and role.</summary>
    private static void Write(Utf8JsonWriter json, ImmutableArray<Party> actors, ImmutableArray<Party> recipients)
    {
        json.WriteStartArray("parties");
        foreach (var (party, side) in actors.Select(party => (party, "actor")).Concat(recipients.Select(party => (party, "recipient"))))
        {
            json.WriteStartObject();
            json.WriteString("side", side);
            json.WriteString("code", party.Code?.Value);
            json.WriteString("name", party.Name);
            json.WriteString("role", party.Role);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, CasualtyFigure? figure)
    {
        if (figure is null)
        {
            json.WriteNull("casualties");
            return;
        }
        json.WriteStartObject("casualties");
        json.WriteString("measure", WireName.From(figure.Measure));
        Write(json, "low", figure.Count.Low);
        Write(json, "high", figure.Count.High);
        json.WriteString("qualifier", WireName.From(figure.Qualifier));
        json.WriteString("who", figure.Who is { } who ? WireName.From(who) : null);
        json.WriteString("nationality", figure.Nationality?.Value);
        json.WriteString("place", figure.Place?.Name);
        json.WriteString("claimant", figure.Claimant);
        json.WriteStartArray("chain");
        foreach (var link in figure.Chain) json.WriteStringValue(link);
        json.WriteEndArray();
        json.WriteBoolean("cumulative", figure.Cumulative);
        json.WriteBoolean("increment", figure.IsIncrement);
        json.WriteString("period", figure.Period?.Value);
        json.WriteString("caveat", figure.Caveat);
        if (figure.Change is { } change) json.WriteNumber("changePercent", change.Percent);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string member, long? value)
    {
        if (value is { } number) json.WriteNumber(member, number);
        else json.WriteNull(member);
    }
}
