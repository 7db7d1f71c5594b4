using System.Collections.Immutable;
using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Aggregates;

/// <summary>
/// Lays out what each claimant said over time. A later figure supersedes an earlier one, whether it is higher or lower; a vaguer one that it
/// lies within repeats it; figures that one claimant gave at one moment widen each other. Who came on top of a total each time supersedes nobody. A figure without a claimant is its outlet's own, so that two outlets do not supersede
/// each other.
/// </summary>
internal static class SeriesFold
{
    private const int ReportCountMax = 20;

    /// <summary>The series, by first publication.</summary>
    /// <param name="claims">The claims of one row.</param>
    /// <param name="names">The names of all claimants of their event.</param>
    internal static ImmutableArray<ClaimantSeries> Fold(IEnumerable<CasualtyClaim> claims, ClaimantNames names) =>
        [.. claims.SelectMany(claim => claim.Reports.Select(report => (claim.Figure, Report: report)))
            .GroupBy(told => KeyOf(told.Figure.Claimant, told.Report, names))
            .Select(group => SeriesOf([.. group.OrderBy(told => told.Report.PublishedAt).ThenBy(told => told.Report.Id.Value, StringComparer.Ordinal)]))
            .OrderBy(series => series.Points[0].FirstPublishedAt).ThenBy(series => series.Points[0].Reports[0].Value, StringComparer.Ordinal)];

    private static (string? Claimant, string? Voice) KeyOf(string? claimant, ReportRef report, ClaimantNames names) =>
        claimant is null ? (null, report.Voice.ToLowerInvariant()) : (names.KeyOf(claimant), null);

    private static ClaimantSeries SeriesOf(List<(CasualtyFigure Figure, ReportRef Report)> told)
    {
        var points = new List<SeriesPoint>();
        foreach (var moment in told.GroupBy(item => item.Report.PublishedAt)) Add(points, [.. moment]);
        points[^1] = points[^1] with { Current = true };
        var claimant = told.Select(item => item.Figure.Claimant).MaxBy(name => ClaimantKey.Of(name)?.Length);
        return new ClaimantSeries { Claimant = claimant, Outlet = claimant is null ? told[0].Report.Outlet : null, Points = [.. points] };
    }

    private static void Add(List<SeriesPoint> points, List<(CasualtyFigure Figure, ReportRef Report)> moment)
    {
        var count = moment.Select(item => item.Figure.Count).Aggregate((range, said) => range.Widen(said));
        var reports = moment.Select(item => item.Report.Id).Distinct();
        var at = moment[0].Report.PublishedAt;
        // "More than 30" after 41 says nothing against it: less exactly what stands.
        if (points is [.., var last] && (last.Count == count || (!moment[0].Figure.IsIncrement && Holds(count, last.Count))))
            points[^1] = last with { LastPublishedAt = at, Reports = [.. last.Reports.Concat(reports).Take(ReportCountMax)] };
        else
            points.Add(new SeriesPoint
            {
                Count = count, Move = points is [.., var before] && !moment[0].Figure.IsIncrement ? MoveOf(before.Count, count) : SeriesMove.First, FirstPublishedAt = at, LastPublishedAt = at, Current = false,
                Reports = [.. reports.Take(ReportCountMax)], Caveat = moment.Select(item => item.Figure.Caveat).OfType<string>().FirstOrDefault(),
            });
    }

    private static bool Holds(CountRange vague, CountRange exact) =>
        exact.Low is { } low && (vague.Low ?? 0) <= low && (vague.High ?? long.MaxValue) >= (exact.High ?? long.MaxValue);

    /// <summary>By the bounds that both have: higher when neither is lower and one is higher.</summary>
    private static SeriesMove MoveOf(CountRange before, CountRange after)
    {
        var low = Nullable.Compare(after.Low ?? before.Low, before.Low ?? after.Low);
        var high = Nullable.Compare(after.High ?? before.High, before.High ?? after.High);
        return (low, high) switch
        {
            (0, 0) => SeriesMove.Reworded,
            ( >= 0, >= 0) => SeriesMove.Raised,
            ( <= 0, <= 0) => SeriesMove.Lowered,
            _ => SeriesMove.Reworded,
        };
    }
}
