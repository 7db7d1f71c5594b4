using Aggregator.Extraction;
using Aggregator.Resolution;
using Xunit;

namespace Aggregator.Topics;

public class DifferenceRuleTests
{
    private static readonly NewsEvent Planned = Sample.Event(revision: 1) with { Status = EventStatus.Planned };

    [Fact]
    public void Between_EventThatCame_IsNew()
    {
        var change = Assert.Single(DifferenceRule.Between([], [Entry(Planned)]));
        Assert.Equal([TopicDifference.New], change.Differences);
        Assert.Equal(((int?)null, 1), (change.RevisionBefore, change.RevisionAfter));
    }

    [Fact]
    public void Between_PlannedThatWasHeld_MovedItsStatus()
    {
        var change = Assert.Single(DifferenceRule.Between([Entry(Planned)], [Entry(Planned with { Revision = 2, Status = EventStatus.Occurred }, EntryChange.Updated, "1 more report")]));
        Assert.Equal([TopicDifference.StatusMoved], change.Differences);
        Assert.Equal((EventStatus.Planned, EventStatus.Occurred, "1 more report"), (change.StatusBefore, change.StatusAfter, change.Reason));
    }

    [Fact]
    public void Between_FigureThatMoved_TellsBothAndTheReport()
    {
        var deliveries = new[] { Sample.Delivery(Sample.Figure("r-1", 9, "the mayor")), Sample.Delivery(Sample.Figure("r-2", 11, "the mayor"), day: 1) };
        var before = Planned with { Claims = ClaimFold.Fold(deliveries[..1]) };
        var after = before with { Revision = 2, Claims = ClaimFold.Fold(deliveries) };
        var move = Assert.Single(Assert.Single(DifferenceRule.Between([Entry(before)], [Entry(after, EntryChange.Updated)])).Figures);
        Assert.Equal((CountRange.Exactly(9), CountRange.Exactly(11), "the mayor", "r-2"), (move.Before, move.After, move.Claimant, move.Report.Value));
    }

    [Fact]
    public void Between_EventThatCameWithFigures_TellsThemAllAndWhoStandsBehindThem()
    {
        var deliveries = new[] { Sample.Delivery(Sample.Figure("r-1", 9, "the mayor")), Sample.Delivery(Sample.Figure("r-2", 12, null), day: 1) };
        var came = Planned with { Claims = ClaimFold.Fold(deliveries) };
        var change = Assert.Single(DifferenceRule.Between([], [Entry(came)]));
        Assert.Equal([TopicDifference.New], change.Differences);
        Assert.Equal(
            ((CountRange?, CountRange?, string?, string?)[])[(null, CountRange.Exactly(9), "the mayor", null), (null, CountRange.Exactly(12), null, "Daily Example")],
            change.Figures.OrderBy(move => move.After!.Low).Select(move => (move.Before, move.After, move.Claimant, move.Outlet)));
        Assert.Equal((null, came.Corroboration), (change.CorroborationBefore, change.CorroborationAfter));
    }

    [Fact]
    public void Between_RevisedReport_IsCorrected()
    {
        var report = EventFold.RefOf(Sample.Delivery(Sample.Report("r-1", EventKind.Call)));
        var before = Planned with { Reports = [report], ReportCount = 1 };
        var after = before with { Revision = 2, Reports = [report with { Revision = 2 }] };
        Assert.Equal([TopicDifference.Corrected], Assert.Single(DifferenceRule.Between([Entry(before)], [Entry(after, EntryChange.Updated)])).Differences);
    }

    [Theory]
    [InlineData(EntryChange.Merged, TopicDifference.Merged)]
    [InlineData(EntryChange.Retracted, TopicDifference.Retracted)]
    public void Between_EventThatWent_SaysHow(EntryChange change, TopicDifference difference) =>
        Assert.Equal([difference], Assert.Single(DifferenceRule.Between([Entry(Planned)], [Entry(Planned with { Revision = 2 }, change)])).Differences);

    [Fact]
    public void Between_EventThatCameAndWent_IsNoDifference() =>
        Assert.Empty(DifferenceRule.Between([Entry(Planned, EntryChange.Retracted)], [Entry(Planned with { Revision = 2 }, EntryChange.Retracted)]));

    private static FeedEntry Entry(NewsEvent newsEvent, EntryChange change = EntryChange.Added, string? reason = null) =>
        new() { Topic = TopicId.Parse("calls"), Position = newsEvent.Revision, Change = change, Event = newsEvent, RecordedAt = Sample.Noon, Reason = reason };
}
