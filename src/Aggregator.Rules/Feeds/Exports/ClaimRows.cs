using Aggregator.Resolution;
using Aggregator.Topics;
using Aggregator.Wire;

namespace Aggregator.Feeds;

/// <summary>The casualty claims of a topic's events as comma-separated values, one row a claim, with the first report that carries it.</summary>
public static class ClaimRows
{
    private static readonly string[] Columns =
    [
        "position", "change", "event", "kind", "measure", "low", "high", "qualifier", "who", "nationality", "claimant", "chain", "cumulative", "period", "place", "country", "caveat",
        "first_published", "last_published", "reports", "report", "article", "outlet", "url", "quote",
    ];

    /// <summary>The first row.</summary>
    public static byte[] Head() => CsvHead.Of(Columns);

    /// <summary>Rows.</summary>
    /// <param name="entries">The last entry of each event.</param>
    public static byte[] Of(IEnumerable<FeedEntry> entries)
    {
        var csv = new CsvText();
        foreach (var entry in entries)
            foreach (var claim in entry.Event.Claims) Write(csv, entry, claim);
        return csv.ToBytes();
    }

    private static void Write(CsvText csv, FeedEntry entry, CasualtyClaim claim)
    {
        var figure = claim.Figure;
        var first = claim.Reports is [var report, ..] ? report : null;
        csv.Number(entry.Position).Word(WireName.From(entry.Change)).Word(entry.Event.Id.Value).Word(WireName.From(entry.Event.Kind))
            .Word(WireName.From(figure.Measure)).Number(figure.Count.Low).Number(figure.Count.High).Word(WireName.From(figure.Qualifier))
            .Word(figure.Who is { } who ? WireName.From(who) : null).Word(figure.Nationality?.Value).Text(figure.Claimant).Text(string.Join(';', figure.Chain))
            .Word(figure.Cumulative ? "true" : "false").Word(figure.Period?.Value).Text((figure.Place ?? entry.Event.Place)?.Name).Word((figure.Place ?? entry.Event.Place)?.Country?.Value)
            .Text(figure.Caveat).Moment(claim.FirstPublishedAt).Moment(claim.LastPublishedAt).Number(claim.ReportCount)
            .Word(first?.Id.Value).Word(first?.Article.Value).Text(first?.Outlet).Text(first?.Url).Text(first?.Quote).End();
    }
}
