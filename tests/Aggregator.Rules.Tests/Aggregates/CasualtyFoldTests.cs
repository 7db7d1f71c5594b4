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
    public void Fold_Measure_LeavesOutOthers()
    {
        var ledger = CasualtyFold.Fold([With(Sample.Delivery(Sample.Figure("r-1", 9)))], new CasualtyQuery { Measure = CasualtyMeasure.Injured }, 1);
        Assert.Empty(ledger.Rows);
    }
}
