using Aggregator.Extraction;
using CsCheck;
using Xunit;

namespace Aggregator.Resolution;

public class ResolverTests
{
    private static readonly Block Empty = Block.Empty(BlockKey.Parse("talks|KEN+NOR"));

    private static BlockChange Resolve(Block block, params ReportDelivery[] batch) => Resolver.Resolve(block, batch, Sample.Noon);

    private static ReportDelivery Call(string id, string outlet, int day, string? date = null, EventStatus status = EventStatus.Occurred) =>
        Sample.Delivery(Sample.Report(id, EventKind.Call, "KEN", "NOR") with
        {
            Status = status,
            OccurredOn = OccurredOn.TryParse(date, out var on) ? on : null,
        }, outlet, day);

    [Fact]
    public void Resolve_TwoOutletsOfOneCall_MakeOneEvent()
    {
        var change = Resolve(Empty, Call("r-1", "North Wire", 0, "2026-09-14"), Call("r-2", "South Post", 0, "2026-09-14"));
        var call = Assert.Single(change.Changed);
        Assert.Equal((2, 2), (call.ReportCount, call.Corroboration.VoiceCount));
        Assert.Equal(CorroborationLevel.Corroborated, call.Corroboration.Level);
    }

    [Fact]
    public void Resolve_TwoCallsAWeekApart_StayApart()
    {
        var change = Resolve(Empty, Call("r-1", "North Wire", 0, "2026-09-14"), Call("r-2", "North Wire", 7, "2026-09-21"));
        Assert.Equal(2, change.Changed.Length);
    }

    [Fact]
    public void Resolve_ReportThatMovesToAnotherBlock_FoundsAnotherEventThere()
    {
        var first = Resolve(Empty, Call("r-1", "North Wire", 0));
        var moved = Resolve(Block.Empty(BlockKey.Parse("talks|NOR")), Call("r-1", "North Wire", 0));
        Assert.NotEqual(first.Changed[0].Id, moved.Changed[0].Id);
    }

    [Fact]
    public void Resolve_PlannedCallThatWasHeld_IsOneEvent()
    {
        var planned = Resolve(Empty, Call("r-1", "North Wire", 0, "2026-09-16", EventStatus.Planned));
        var held = Resolve(planned.Block, Call("r-2", "South Post", 2, "2026-09-16"));
        var call = Assert.Single(held.Changed);
        Assert.Equal((planned.Changed[0].Id, 2, EventStatus.Occurred), (call.Id, call.Revision, call.Status));
    }

    [Fact]
    public void Resolve_OneArticleOnACallToComeAndAMeetingHeld_KeepsThemApart()
    {
        var planned = Call("r-1", "North Wire", 0, status: EventStatus.Planned);
        var met = Call("r-2", "North Wire", 0);
        var change = Resolve(Empty, planned, met with { Report = met.Report with { Kind = EventKind.Meeting, Article = planned.Article } });
        Assert.Equal([EventStatus.Occurred, EventStatus.Planned], change.Changed.Select(newsEvent => newsEvent.Status).Order());
    }

    [Fact]
    public void Resolve_SameDeliveryTwice_ChangesNothingAndSaysWhere()
    {
        var first = Resolve(Empty, Call("r-1", "North Wire", 0));
        var second = Resolve(first.Block, Call("r-1", "North Wire", 0));
        Assert.Empty(second.Changed);
        Assert.Empty(second.Heard);
        Assert.Equal(first.Changed[0], Assert.Single(second.Touched));
    }

    [Fact]
    public void Resolve_LastReportTakenBack_RetractsTheEvent()
    {
        var first = Resolve(Empty, Call("r-1", "North Wire", 0));
        var second = Resolve(first.Block, Call("r-1", "North Wire", 0) with { Revision = 2, Retracted = true });
        var gone = Assert.Single(second.Changed);
        Assert.Equal((EventState.Retracted, 0, 2), (gone.State, gone.ReportCount, gone.Revision));
    }

    [Fact]
    public void Resolve_RetractionOfUnknownReport_IsNothing()
    {
        var change = Resolve(Empty, Call("r-1", "North Wire", 0) with { Retracted = true });
        Assert.Empty(change.Changed);
        Assert.Empty(change.Touched);
    }

    [Fact]
    public void Resolve_FigureOfAHappening_JoinsItsEvent()
    {
        var collapse = Sample.Report("r-1", EventKind.Disaster) with { Quote = "A bridge collapsed." };
        var change = Resolve(Empty, Sample.Delivery(Sample.Figure("r-2", 9, "the mayor", about: "r-1")), Sample.Delivery(collapse));
        var disaster = Assert.Single(change.Changed);
        Assert.Equal(EventKind.Disaster, disaster.Kind);
        Assert.Equal(9, Assert.Single(disaster.Claims).Figure.Count.Low);
    }

    [Fact]
    public void Resolve_ContradictingFigures_StandSideBySide()
    {
        var change = Resolve(Empty,
            Sample.Delivery(Sample.Report("r-1", EventKind.Disaster)),
            Sample.Delivery(Sample.Figure("r-2", 9, "the mayor", about: "r-1")), Sample.Delivery(Sample.Figure("r-3", 14, "rescuers", about: "r-1")));
        Assert.Equal([9L, 14L], Assert.Single(change.Changed).Claims.Select(claim => claim.Figure.Count.Low!.Value).Order());
    }

    [Fact]
    public void Resolve_BatchInAnyOrder_GivesTheSameEvents() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 20], Gen.Bool).Array[1, 12].SelectMany(calls => Gen.Shuffle(Enumerable.Range(0, calls.Length).ToArray()).Select(order => (calls, order)))
            .Sample(sample =>
            {
                var batch = sample.calls.Select((call, at) => Call($"r-{at}", $"Outlet {call.Item1}", call.Item2, call.Item3 ? $"2026-09-{14 + call.Item2 % 15:00}" : null)).ToArray();
                var straight = Resolve(Empty, batch).Changed.Select(Shape);
                var shuffled = Resolve(Empty, [.. sample.order.Select(at => batch[at])]).Changed.Select(Shape);
                Assert.Equal(straight, shuffled);
            }, iter: 500, seed: "0000000000002");

    [Fact]
    public void Resolve_SubmittedThenTakenBack_LeavesTheOthersAsIfNeverHeard() =>
        Gen.Int[0, 6].Sample(day =>
        {
            var kept = Call("r-1", "North Wire", 0, "2026-09-14");
            var guest = Call("r-2", "South Post", day, "2026-09-14");
            var without = Resolve(Empty, kept).Changed[0];
            var both = Resolve(Resolve(Empty, kept).Block, guest);
            var after = Resolve(both.Block, guest with { Revision = 2, Retracted = true }).Block.Events[without.Id].Event;
            Assert.Equal(Shape(without), Shape(after));
        }, iter: 50, seed: "0000000000003");

    private static string Shape(NewsEvent newsEvent) =>
        $"{newsEvent.Id} {newsEvent.Kind} {newsEvent.Status} {newsEvent.OccurredOn} {newsEvent.ReportCount} {newsEvent.Corroboration} {newsEvent.Headline} "
        + string.Join(',', newsEvent.Reports.Select(report => report.Id));
}
