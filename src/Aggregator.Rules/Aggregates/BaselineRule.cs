using System.Collections.Immutable;
using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Aggregates;

/// <summary>What a stated change implies of the figure before, and whether the topic's own figures bear it out.</summary>
public static class BaselineRule
{
    /// <summary>How much of the longer of two periods must be in both for them to be one: "from January to August" and "the first eight months" may differ by a day or a week.</summary>
    private const double SharedShareMin = 0.9;

    /// <summary>The baseline of a figure, or null when it states no change, or a fall of all or more.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="report">The report that states it.</param>
    public static ImpliedBaseline? Of(CasualtyFigure figure, ReportId report)
    {
        if (figure.Change is not { } change || (figure.Count.Low ?? figure.Count.High) is not { } told) return null;
        // "30%" may stand for all from 29.5 to 30.5, "12.5%" for all from 12.45 to 12.55.
        var half = change.Percent % 1 == 0 ? 0.5 : 0.05;
        var (most, least) = (Factor(change.Percent + half), Factor(change.Percent - half));
        if (least <= 0) return null;
        var range = new CountRange(
            figure.Count.Low is { } low ? (long)Math.Floor(low / most) : null, figure.Count.High is { } high ? (long)Math.Ceiling(high / least) : null);
        return new ImpliedBaseline
        {
            Figure = figure.Count, Percent = change.Percent, About = (long)Math.Round(told / Factor(change.Percent)), Range = range, Period = change.Baseline,
            Claimant = figure.Claimant, Report = report,
        };
    }

    /// <summary>Compares the rows' stated changes with the figures that other rows give for the periods compared with.</summary>
    /// <param name="rows">Rows with their keys.</param>
    internal static IEnumerable<CasualtyRow> Check(IReadOnlyCollection<(ClaimKey Key, CasualtyRow Row)> rows)
    {
        var totals = rows.Where(item => item.Key.Period is not null).ToLookup(item => item.Key.Measure);
        return rows.Select(item => item.Row.Baselines.IsEmpty
            ? item.Row
            : item.Row with { Baselines = [.. item.Row.Baselines.Select(baseline => Checked(baseline, item.Key, totals[item.Key.Measure]))] });
    }

    /// <summary>The baselines that a row's claims state.</summary>
    internal static ImmutableArray<ImpliedBaseline> Of(IEnumerable<CasualtyClaim> claims) =>
        [.. claims.Select(claim => Of(claim.Figure, claim.Reports[0].Id)).OfType<ImpliedBaseline>()];

    private static ImpliedBaseline Checked(ImpliedBaseline baseline, ClaimKey key, IEnumerable<(ClaimKey Key, CasualtyRow Row)> totals)
    {
        if (baseline.Period is not { } period) return baseline;
        var known = totals.Where(item => item.Key.CountsLike(key) && IsSame(item.Key.Period!.Value, period)).Select(item => item.Row).ToList();
        if (known.Count == 0) return baseline;
        var range = known.Select(row => row.Range).Aggregate((all, row) => all.Widen(row));
        return baseline with { Known = range, KnownReport = known[0].Claims[0].Reports[0].Id, Contradicted = !range.Overlaps(baseline.Range) };
    }

    private static bool IsSame(OccurredOn one, OccurredOn other)
    {
        var sharedDays = Math.Min(one.Last.DayNumber, other.Last.DayNumber) - Math.Max(one.First.DayNumber, other.First.DayNumber) + 1;
        return sharedDays >= SharedShareMin * Math.Max(one.LengthDays, other.LengthDays);
    }

    private static double Factor(double percent) => 1 + percent / 100;
}
