using System.Collections.Immutable;

namespace Aggregator.Resolution;

/// <summary>Makes an earlier revision of an event up again, from what it shows of its reports and from what was last heard of them.</summary>
public static class PastRule
{
    /// <summary>The event as it stood. What a report said of itself then stands over what it says now; what was kept of how it was weighed stays with it.</summary>
    /// <param name="then">The revision.</param>
    /// <param name="heard">The last deliveries of its reports, wherever they are now; those of other reports are passed over.</param>
    public static OpenEvent Of(NewsEvent then, IEnumerable<ReportDelivery> heard)
    {
        var shown = then.Reports.ToDictionary(report => report.Id);
        return new OpenEvent(
            then,
            heard.Where(delivery => shown.ContainsKey(delivery.Report.Id)).DistinctBy(delivery => delivery.Report.Id)
                .ToImmutableDictionary(delivery => delivery.Report.Id, delivery => AsTold(delivery, shown[delivery.Report.Id])));
    }

    private static ReportDelivery AsTold(ReportDelivery delivery, ReportRef told) => delivery with
    {
        Retracted = false,
        Title = told.Title,
        Report = delivery.Report with
        {
            Revision = told.Revision,
            Kind = told.Kind,
            Status = told.Status,
            Quote = told.Quote,
            Claimant = told.Claimant,
            Span = new Extraction.Span(told.Span.Start, told.Span.Length),
            Sentence = new Extraction.Span(0, told.Quote.Length),
        },
    };
}
