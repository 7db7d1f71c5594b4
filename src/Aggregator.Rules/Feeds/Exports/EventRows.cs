using Aggregator.Extraction;
using Aggregator.Topics;
using Aggregator.Wire;

namespace Aggregator.Feeds;

/// <summary>A topic's events as comma-separated values, one row an event. Several values in one cell are parted by semicolons.</summary>
public static class EventRows
{
    private static readonly string[] Columns =
    [
        "position", "recorded_at", "change", "event", "revision", "kind", "plover", "cameo", "mode", "status", "occurred_from", "occurred_to", "place", "country", "latitude", "longitude",
        "actors", "recipients", "headline", "reports", "articles", "outlets", "voices", "claimants", "corroboration", "first_published", "last_published",
    ];

    /// <summary>The first row.</summary>
    public static byte[] Head() => CsvHead.Of(Columns);

    /// <summary>Rows.</summary>
    /// <param name="entries">The last entry of each event.</param>
    public static byte[] Of(IEnumerable<FeedEntry> entries)
    {
        var csv = new CsvText();
        foreach (var entry in entries) Write(csv, entry);
        return csv.ToBytes();
    }

    private static void Write(CsvText csv, FeedEntry entry)
    {
        var newsEvent = entry.Event;
        csv.Number(entry.Position).Moment(entry.RecordedAt).Word(WireName.From(entry.Change)).Word(newsEvent.Id.Value).Number(newsEvent.Revision)
            .Word(WireName.From(newsEvent.Kind)).Word(newsEvent.Plover).Word(newsEvent.Cameo).Word(newsEvent.Mode).Word(WireName.From(newsEvent.Status))
            .Word(newsEvent.OccurredOn is { } first ? new OccurredOn(first.First).Value : null).Word(newsEvent.OccurredOn is { } last ? new OccurredOn(last.Last).Value : null)
            .Text(newsEvent.Place?.Name).Word(newsEvent.Place?.Country?.Value).Number(newsEvent.Place?.Latitude).Number(newsEvent.Place?.Longitude)
            .Text(Parties(newsEvent.Actors)).Text(Parties(newsEvent.Recipients)).Text(newsEvent.Headline).Number(newsEvent.ReportCount)
            .Number(newsEvent.Corroboration.ArticleCount).Number(newsEvent.Corroboration.OutletCount).Number(newsEvent.Corroboration.VoiceCount)
            .Number(newsEvent.Corroboration.ClaimantCount).Word(WireName.From(newsEvent.Corroboration.Level)).Moment(newsEvent.FirstPublishedAt).Moment(newsEvent.LastPublishedAt).End();
    }

    private static string Parties(IEnumerable<Party> parties) => string.Join(';', parties.Select(party => party.Code?.Value ?? party.Name));
}
