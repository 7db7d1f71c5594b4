using System.Globalization;
using Aggregator.Extraction;
using Aggregator.Intake;
using Aggregator.Wire;

namespace Aggregator.Resolution;

/// <summary>
/// Takes a withdrawn article's words out of what is kept. That there was a report, of what kind, by whom and when, stays: history tells that
/// something was known, but no longer in whose words.
/// </summary>
public static class ErasureRule
{
    /// <summary>A report without its words.</summary>
    /// <param name="report">The report.</param>
    public static Report Of(Report report) => report with
    {
        Quote = "",
        Casualties = report.Casualties is { } figure ? figure with { Caveat = null } : null,
        Evidence = [.. report.Evidence.Select(evidence => evidence with { Words = null })],
    };

    /// <summary>A delivery without its article's words.</summary>
    /// <param name="delivery">The delivery.</param>
    public static ReportDelivery Of(ReportDelivery delivery) => delivery with { Report = Of(delivery.Report), Title = "", Keywords = [] };

    /// <summary>A revision of an event without the words of one of its articles; the same object where it has none.</summary>
    /// <param name="newsEvent">The revision.</param>
    /// <param name="article">The withdrawn article.</param>
    /// <param name="quotes">The sentences of its reports.</param>
    public static NewsEvent Of(NewsEvent newsEvent, ArticleId article, IReadOnlySet<string> quotes)
    {
        var isToldIn = quotes.Contains(newsEvent.Headline) || newsEvent.Reports.Any(report => report.Article == article && report.Quote == newsEvent.Headline);
        if (!isToldIn && !newsEvent.Reports.Concat(newsEvent.Claims.SelectMany(claim => claim.Reports)).Any(report => report.Article == article)) return newsEvent;
        return newsEvent with
        {
            Headline = isToldIn ? Plain(newsEvent) : newsEvent.Headline,
            Reports = [.. newsEvent.Reports.Select(report => Of(report, article))],
            Claims = [.. newsEvent.Claims.Select(claim => Of(claim, article))],
        };
    }

    private static CasualtyClaim Of(CasualtyClaim claim, ArticleId article) => claim.Reports.All(report => report.Article != article)
        ? claim
        : claim with { Figure = claim.Figure with { Caveat = null }, Reports = [.. claim.Reports.Select(report => Of(report, article))] };

    private static ReportRef Of(ReportRef report, ArticleId article) =>
        report.Article != article ? report : report with { Quote = "", Title = "", Span = new Span(0, 0) };

    private static string Plain(NewsEvent newsEvent)
    {
        var parties = string.Join(", ", newsEvent.Actors.Concat(newsEvent.Recipients).Select(party => party.Code?.Value ?? party.Name).Distinct());
        return string.Create(CultureInfo.InvariantCulture, $"{WireName.From(newsEvent.Kind)}{(parties.Length == 0 ? "" : $" ({parties})")}: the article that told it was withdrawn");
    }
}
