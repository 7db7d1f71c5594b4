using Aggregator.Topics;

namespace Aggregator.Feeds;

/// <summary>A form that a topic is exported in.</summary>
/// <param name="Path">The end of its address.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Head">What comes before the first row.</param>
/// <param name="Rows">The rows of entries.</param>
internal sealed record ExportForm(string Path, string MediaType, Func<byte[]> Head, Func<IReadOnlyList<FeedEntry>, byte[]> Rows)
{
    private const string Lines = "application/x-ndjson";
    private const string Csv = "text/csv";

    internal static readonly IReadOnlyList<ExportForm> All =
    [
        new("events.ndjson", Lines, () => [], ExportLines.OfEvents), new("events.csv", Csv, EventRows.Head, EventRows.Of),
        new("claims.ndjson", Lines, () => [], ExportLines.OfClaims), new("claims.csv", Csv, ClaimRows.Head, ClaimRows.Of),
    ];

    internal bool IsCsv => MediaType == Csv;
}
