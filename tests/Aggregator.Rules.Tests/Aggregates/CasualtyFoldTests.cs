using Aggregator.Extraction;
using Aggregator.Resolution;
using Xunit;

namespace Aggregator.Aggregates;

public class CasualtyFoldTests
{
    private static NewsEvent With(params ReportDelivery[] figures) => Sample.Event(EventKind.Disaster) with { Claims = ClaimFold.Fold(figures) };

    [Fact]
    public void Fold_TwoClaimants_WidenTheRangeAndAreBothKept()
    {
        var ledger = CasualtyFold.Fold([With(Sample.Delivery(Sample.Figure("r-1", 9, "the mayor")), Sample.Delivery(Sample.Figure("r-2", 14, "rescuers")))], new CasualtyQuery(), 1);
        var row = Assert.Single(ledger.Rows);
        Assert.Equal(new CountRange(9, 14), row.Range);
        Assert.Equal(2, row.Claims.Length);
    }

    [Fact]
    public void Fold_LaterFigureOfOneClaimant_SupersedesAndTheEarlierStaysVisible()
    {
        var ledger = CasualtyFold.Fold([With(Sample.Delivery(Sample.Figure("r-1", 9, "the mayor")), Sample.Delivery(Sample.Figure("r-2", 11, "the mayor"), day: 1))], new CasualtyQuery(), 1);
        var row = Assert.Single(ledger.Rows);
        Assert.Equal(CountRange.Exactly(11), row.Range);
        Assert.Equal([9L, 11L], row.Claims.Select(claim => claim.Figure.Count.Low!.Value));
    }

    [Fact]
    public void Fold_CumulativeAndIncident_AreNeverInOneRow()
    {
        var ledger = CasualtyFold.Fold([With(Sample.Delivery(Sample.Figure("r-1", 9)), Sample.Delivery(Sample.Figure("r-2", 400, cumulative: true)))], new CasualtyQuery(), 1);
        Assert.Equal([CountRange.Exactly(9), CountRange.Exactly(400)], ledger.Rows.Select(row => row.Range));
    }

    [Fact]
    public void Fold_FiguresOnTopOfATotal_AreARowOfTheirOwnAndInNoSum()
    {
        ReportDelivery More(string id, long killed, int day)
        {
            var report = Sample.Figure(id, killed, "the fire service");
            return Sample.Delivery(report with { Casualties = report.Casualties! with { IsIncrement = true } }, day: day);
        }
        var ledger = CasualtyFold.Fold(
            [
                With(
                    Sample.Delivery(Sample.Figure("r-1", 17, "the fire service")), More("r-2", 5, 1), Sample.Delivery(Sample.Figure("r-3", 22, "the fire service"), day: 1),
                    More("r-4", 3, 2), Sample.Delivery(Sample.Figure("r-5", 25, "the fire service"), day: 2)),
            ], new CasualtyQuery(), 1);
        Assert.Equal([(ClaimScope.Incident, CountRange.Exactly(25), false), (ClaimScope.Increment, CountRange.Exactly(3), false)], ledger.Rows.Select(row => (row.Scope, row.Range, row.Cumulative)));
        Assert.Equal([(17L, SeriesMove.First), (22L, SeriesMove.Raised), (25L, SeriesMove.Raised)], ledger.Rows[0].Series[0].Points.Select(point => (point.Count.Low!.Value, point.Move)));
        Assert.Equal([(5L, SeriesMove.First), (3L, SeriesMove.First)], ledger.Rows[1].Series[0].Points.Select(point => (point.Count.Low!.Value, point.Move)));
        Assert.Equal(25, Assert.Single(ledger.LowerBounds).Count);
    }

    [Fact]
    public void Fold_Measure_LeavesOutOthers()
    {
        var ledger = CasualtyFold.Fold([With(Sample.Delivery(Sample.Figure("r-1", 9)))], new CasualtyQuery { Measure = CasualtyMeasure.Injured }, 1);
        Assert.Empty(ledger.Rows);
    }

    [Fact]
    public void Fold_LowerFigureOfOneClaimant_IsARevisionAndBothStayVisible()
    {
        var series = Assert.Single(Single(
            Sample.Delivery(Sample.Figure("r-1", 12, "the mayor")), Sample.Delivery(Sample.Figure("r-2", 10, "Mayor"), day: 1),
            Sample.Delivery(Sample.Figure("r-3", 10, "the mayor"), day: 2), Sample.Delivery(Sample.Figure("r-4", 15, "The mayor"), day: 3)).Series);
        Assert.Equal([(12L, SeriesMove.First, false), (10L, SeriesMove.Lowered, false), (15L, SeriesMove.Raised, true)],
            series.Points.Select(point => (point.Count.Low!.Value, point.Move, point.Current)));
        Assert.Equal(["r-2", "r-3"], series.Points[1].Reports.Select(report => report.Value));
    }

    [Fact]
    public void Fold_ReturnToAnEarlierFigure_IsAPointOfItsOwn()
    {
        var series = Assert.Single(Single(
            Sample.Delivery(Sample.Figure("r-1", 9, "rescuers")), Sample.Delivery(Sample.Figure("r-2", 11, "rescuers"), day: 1), Sample.Delivery(Sample.Figure("r-3", 9, "rescuers"), day: 2)).Series);
        Assert.Equal([9L, 11L, 9L], series.Points.Select(point => point.Count.Low!.Value));
    }

    [Fact]
    public void Fold_OutletsInTheirOwnVoice_DoNotSupersedeEachOther()
    {
        var row = Single(Sample.Delivery(Sample.Figure("r-1", 9)), Sample.Delivery(Sample.Figure("r-2", 14), outlet: "Weekly Example", day: 1));
        Assert.Equal(new CountRange(9, 14), row.Range);
        Assert.Equal(("Daily Example", "Weekly Example"), (row.LowEnd!.Outlet, row.HighEnd!.Outlet));
    }

    [Theory]
    [InlineData(20, null, 15, 15, "hospital", "police", 15)]
    [InlineData(null, 10, 15, 15, "police", "hospital", 0)]
    [InlineData(20, 30, 15, 40, "hospital", "hospital", 15)]
    public void Fold_OpenBounds_StandBeyondEveryFigure(int? low, int? high, int otherLow, int otherHigh, string least, string most, int lowerBound)
    {
        Report Said(string id, string claimant, CountRange count)
        {
            var report = Sample.Figure(id, 1, claimant);
            return report with { Casualties = report.Casualties! with { Count = count } };
        }
        var ledger = CasualtyFold.Fold(
            [With(Sample.Delivery(Said("r-1", "police", new CountRange(low, high))), Sample.Delivery(Said("r-2", "hospital", new CountRange(otherLow, otherHigh))))], new CasualtyQuery(), 1);
        var row = Assert.Single(ledger.Rows);
        Assert.Equal((least, most), (row.LowEnd!.Claimant, row.HighEnd!.Claimant));
        Assert.Equal(lowerBound, ledger.LowerBounds.Sum(bound => bound.Count));
    }

    [Theory]
    [InlineData(31, null, 41, 41)]
    [InlineData(24, 99, 41, 41)]
    [InlineData(41, null, 41, 41)]
    [InlineData(42, null, 42, null)]
    [InlineData(null, 30, null, 30)]
    public void Fold_VaguerFigureLater_RepeatsWhatItHoldsAndSupersedesWhatItDoesNot(int? low, int? high, int? currentLow, int? currentHigh)
    {
        var vague = Sample.Figure("r-2", 1, "the ministry");
        vague = vague with { Casualties = vague.Casualties! with { Count = new CountRange(low, high) } };
        var row = Single(Sample.Delivery(Sample.Figure("r-1", 41, "the ministry")), Sample.Delivery(vague, day: 1));
        var current = Assert.Single(row.Series).Points[^1];
        Assert.Equal(new CountRange(currentLow, currentHigh), current.Count);
        Assert.Equal(new CountRange(currentLow, currentHigh), row.Range);
        Assert.Contains("r-2", current.Reports.Select(report => report.Value));
    }

    [Fact]
    public void Fold_OtherPlaceOrPeriod_IsAnotherRow()
    {
        var (north, year) = (Sample.Figure("r-2", 9), Sample.Figure("r-3", 9, cumulative: true));
        north = north with { Casualties = north.Casualties! with { Place = new Place { Name = "North Bank" } } };
        year = year with { Casualties = year.Casualties! with { Period = OccurredOn.Year(2025) } };
        var rows = CasualtyFold.Fold([With(Sample.Delivery(Sample.Figure("r-1", 9)), Sample.Delivery(north), Sample.Delivery(year))], new CasualtyQuery(), 1).Rows;
        Assert.Equal([(ClaimScope.Incident, null), (ClaimScope.Incident, "North Bank"), (ClaimScope.Period, null)], rows.Select(row => (row.Scope, row.Place?.Name)));
    }

    [Fact]
    public void Fold_StatedChange_ImpliesItsBaselineAndIsHeldAgainstTheKnownSeries()
    {
        var (before, after) = (new OccurredOn(new DateOnly(2025, 1, 1), new DateOnly(2025, 6, 30)), new OccurredOn(new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30)));
        var risen = Total("r-1", 574, after);
        risen = risen with { Casualties = risen.Casualties! with { Change = new StatedChange { Percent = 30, Baseline = before } } };
        ImpliedBaseline Baseline(params Report[] others) => CasualtyFold.Fold([With([Sample.Delivery(risen), .. others.Select(other => Sample.Delivery(other))])], new CasualtyQuery(), 1)
            .Rows.SelectMany(row => row.Baselines).Single();
        Assert.Equal((442L, new CountRange(439, 444), null, false), (Baseline().About, Baseline().Range, Baseline().Known, Baseline().Contradicted));
        Assert.False(Baseline(Total("r-2", 441, before)).Contradicted);
        var held = Baseline(Total("r-2", 510, before));
        Assert.Equal((CountRange.Exactly(510), "r-2", true), (held.Known, held.KnownReport!.Value.Value, held.Contradicted));
    }

    [Theory]
    [InlineData("2025-01-01/2025-06-29", true)]
    [InlineData("2025-01-06/2025-07-02", true)]
    [InlineData("2025-01-01/2025-05-31", false)]
    [InlineData("2025", false)]
    [InlineData("2025-02-01/2025-07-31", false)]
    public void Fold_StatedChange_IsHeldAgainstThePeriodThatIsMeant(string period, bool isSame)
    {
        var (before, after) = (new OccurredOn(new DateOnly(2025, 1, 1), new DateOnly(2025, 6, 30)), new OccurredOn(new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30)));
        var risen = Total("r-1", 574, after);
        risen = risen with { Casualties = risen.Casualties! with { Change = new StatedChange { Percent = 30, Baseline = before } } };
        Assert.True(OccurredOn.TryParse(period, out var told));
        var ledger = CasualtyFold.Fold([With(Sample.Delivery(risen), Sample.Delivery(Total("r-2", 510, told)))], new CasualtyQuery(), 1);
        Assert.Equal(isSame ? CountRange.Exactly(510) : null, ledger.Rows.SelectMany(row => row.Baselines).Single().Known);
    }

    private static Report Total(string id, long killed, OccurredOn period)
    {
        var figure = Sample.Figure(id, killed, "the monitors", cumulative: true);
        return figure with { Casualties = figure.Casualties! with { Period = period } };
    }

    private static CasualtyRow Single(params ReportDelivery[] figures) => Assert.Single(CasualtyFold.Fold([With(figures)], new CasualtyQuery(), 1).Rows);
}
