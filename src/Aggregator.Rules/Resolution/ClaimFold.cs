using System.Collections.Immutable;
using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>Gathers equal figures of one claimant into claims. Claims that differ in anything stand side by side.</summary>
public static class ClaimFold
{
    private const int ClaimCountMax = 100;
    private const int ReportCountMax = 20;

    /// <summary>The claims, by first publication; where there are too many, those last told.</summary>
    /// <param name="standing">The deliveries that stand, by publication.</param>
    public static ImmutableArray<CasualtyClaim> Fold(IEnumerable<ReportDelivery> standing)
    {
        var told = standing.Where(delivery => delivery.Report.Casualties is not null).ToList();
        var names = ClaimantNames.Of(told.Select(delivery => delivery.Report.Casualties!.Claimant));
        return
        [
            .. told.GroupBy(delivery => KeyOf(delivery.Report.Casualties!, names))
                .Select(group => ClaimOf([.. group]))
                .OrderByDescending(claim => claim.LastPublishedAt).ThenBy(claim => claim.Reports[0].Id.Value, StringComparer.Ordinal).Take(ClaimCountMax)
                .OrderBy(claim => claim.FirstPublishedAt).ThenBy(claim => claim.Reports[0].Id.Value, StringComparer.Ordinal),
        ];
    }

    private static (CasualtyMeasure, CountRange, CountedGroup?, PartyCode?, string?, bool, bool, OccurredOn?, string?) KeyOf(CasualtyFigure figure, ClaimantNames names) =>
        (figure.Measure, figure.Count, figure.Who, figure.Nationality, names.KeyOf(figure.Claimant), figure.Cumulative, figure.IsIncrement, figure.Period,
            (figure.Place?.Entry ?? figure.Place?.Name)?.ToLowerInvariant());

    private static CasualtyClaim ClaimOf(List<ReportDelivery> deliveries) => new()
    {
        // A caveat or a stated change counts whoever of those that carry the figure gives it.
        Figure = deliveries[0].Report.Casualties! with
        {
            Caveat = deliveries.Select(delivery => delivery.Report.Casualties!.Caveat).FirstOrDefault(caveat => caveat is not null),
            Change = deliveries.Select(delivery => delivery.Report.Casualties!.Change).FirstOrDefault(change => change is not null),
        },
        FirstPublishedAt = deliveries[0].PublishedAt,
        LastPublishedAt = deliveries[^1].PublishedAt,
        Reports = [EventFold.RefOf(deliveries[0]), .. deliveries.Skip(1).TakeLast(ReportCountMax - 1).Select(EventFold.RefOf)],
        ReportCount = deliveries.Count,
    };
}
