using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Aggregator.Http;
using Aggregator.Topics;

namespace Aggregator.Feeds;

/// <summary>Rows of an export as JSON, one a line.</summary>
internal static class ExportLines
{
    internal static byte[] OfEvents(IReadOnlyList<FeedEntry> entries) => Write(entries, WireJson.Of<FeedEntry>());

    internal static byte[] OfClaims(IReadOnlyList<FeedEntry> entries) =>
        Write(
            entries.SelectMany(entry => entry.Event.Claims.Select(claim => new ClaimLine(entry.Position, entry.Change, entry.Event.Id, entry.Event.Kind, entry.Event.Place, claim))),
            WireJson.Of<ClaimLine>());

    private static byte[] Write<T>(IEnumerable<T> rows, JsonTypeInfo<T> type)
    {
        using var lines = new MemoryStream();
        foreach (var row in rows)
        {
            JsonSerializer.Serialize(lines, row, type);
            lines.WriteByte((byte)'\n');
        }
        return lines.ToArray();
    }
}
