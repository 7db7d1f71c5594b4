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
    public void Resolve_CallPlannedAfterOneWasHeld_IsAnother()
    {
        var held = Resolve(Empty, Call("r-1", "North Wire", 0, "2026-09-14"), Call("r-2", "South Post", 0, "2026-09-14"));
        var planned = Resolve(held.Block, Call("r-3", "North Wire", 1, "2026-09-17", EventStatus.Planned));
        Assert.NotEqual(Assert.Single(held.Changed).Id, Assert.Single(planned.Changed).Id);
    }

    [Fact]
    public void Resolve_CallHeldADayLaterThanPlanned_IsThePlannedOne()
    {
        var planned = Resolve(Empty, Call("r-1", "North Wire", 0, "2026-09-16", EventStatus.Planned));
        var held = Resolve(planned.Block, Call("r-2", "South Post", 3, "2026-09-17"));
        Assert.Equal(planned.Changed[0].Id, Assert.Single(held.Changed).Id);
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
    public void Resolve_PutOffAndPlannedAgain_IsOneEventOfTheNewDay()
    {
        var block = Resolve(Empty, Call("r-1", "North Wire", 0, $"{Sample.Noon.AddDays(2):yyyy-MM-dd}", EventStatus.Planned)).Block;
        block = Resolve(block, Call("r-2", "Lake Post", 2, status: EventStatus.Postponed)).Block;
        block = Resolve(block, Call("r-3", "North Wire", 5, $"{Sample.Noon.AddDays(9):yyyy-MM-dd}", EventStatus.Planned)).Block;
        var held = Assert.Single(Resolve(block, Call("r-4", "Lake Post", 9, $"{Sample.Noon.AddDays(9):yyyy-MM-dd}")).Changed);
        Assert.Equal((4, EventStatus.Occurred, $"{Sample.Noon.AddDays(9):yyyy-MM-dd}"), (held.ReportCount, held.Status, held.OccurredOn.ToString()));
    }

    [Fact]
    public void Resolve_RevisionThatTellsItInOtherWords_StaysInItsEvent()
    {
        var first = Resolve(Empty, Call("r-1", "North Wire", 0));
        var again = Call("r-2", "North Wire", 0) with { Revision = 2 };
        var told = again with { Report = again.Report with { Article = first.Block.Events.Values.Single().Deliveries.Values.Single().Article, Quote = "Quite another sentence.", Sentence = new(500, 23) }, Keywords = [] };
        var change = Resolve(first.Block, Call("r-1", "North Wire", 0) with { Revision = 2, Retracted = true }, told);
        Assert.Equal((first.Changed[0].Id, 1, EventState.Active), (Assert.Single(change.Changed).Id, change.Changed[0].ReportCount, change.Changed[0].State));
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

    [Fact]
    public void Resolve_TwoCallsOnSuccessiveToldDays_StayApart()
    {
        var change = Resolve(Empty, Call("r-1", "North Wire", 0, "2026-09-14"), Call("r-2", "South Post", 1, "2026-09-15"));
        Assert.Equal(2, change.Changed.Length);
    }

    [Fact]
    public void Resolve_CallAnnouncedForOneDayAndHeldOnAnother_IsOneEvent()
    {
        var announced = Call("r-1", "North Wire", 0, "2026-09-16", EventStatus.Planned);
        var held = Call("r-2", "South Post", 3, "2026-09-17");
        var call = Assert.Single(Resolve(Resolve(Empty, announced).Block, held).Changed);
        Assert.Equal((EventStatus.Occurred, 2), (call.Status, call.ReportCount));
        Assert.Equal([EventStatus.Planned, EventStatus.Occurred], StatusRule.Life([announced, held]).Select(move => move.Status));
    }

    [Theory]
    [InlineData(EventStatus.Postponed)]
    [InlineData(EventStatus.Cancelled)]
    [InlineData(EventStatus.Denied)]
    public void Resolve_PlanThatIsCalledOff_IsOneEventWithTheLastWord(EventStatus status)
    {
        var call = Assert.Single(Resolve(Empty, Call("r-1", "North Wire", 0, "2026-09-16", EventStatus.Planned), Call("r-2", "South Post", 1, "2026-09-16", status)).Changed);
        Assert.Equal((status, 2), (call.Status, call.ReportCount));
    }

    [Theory]
    [InlineData(EventStatus.Postponed, 1, EventStatus.Postponed)]
    [InlineData(EventStatus.Cancelled, 1, EventStatus.Cancelled)]
    [InlineData(EventStatus.Planned, 1, EventStatus.Occurred)]
    [InlineData(EventStatus.Planned, 2, EventStatus.Planned)]
    public void StatusOf_OneReportThatItWasHeldAndLaterOnesThatItIsStillToCome_GivesWay(EventStatus later, int count, EventStatus expected)
    {
        var held = Call("r-1", "North Wire", 0, "2026-09-16");
        var after = Enumerable.Range(2, count).Select(n => Call($"r-{n}", $"Post {n}", n, "2026-09-18", later));
        Assert.Equal(expected, StatusRule.Of([held, .. after]));
        // What was called off or planned before it was held changes nothing.
        Assert.Equal(EventStatus.Occurred, StatusRule.Of([.. Enumerable.Range(2, count).Select(n => Call($"r-{n}", $"Post {n}", 0, "2026-09-18", later)), Call("r-1", "North Wire", 3, "2026-09-16")]));
    }

    [Fact]
    public void StatusOf_TwoReportsThatItWasHeldAndOnePostponementAfter_StaysHeld()
    {
        var (first, second) = (Call("r-1", "North Wire", 0, "2026-09-16"), Call("r-2", "South Post", 1, "2026-09-16"));
        Assert.Equal(EventStatus.Occurred, StatusRule.Of([first, second, Call("r-3", "East Mail", 2, "2026-09-16", EventStatus.Postponed)]));
    }

    [Fact]
    public void Resolve_TwoShootingsInOneCityOnOneDay_StayApart()
    {
        var (east, west) = (
            Harm("r-1", "East Mail", "Two men were shot at a barber shop on Larch Lane in Springfield on Monday, police said. The barber, Otis Quill, hid under a chair."),
            Harm("r-2", "West Times", "A woman was shot at a petrol station near Garrison Bridge in Springfield on Monday, police said. Her car was found in Dunmore Park."));
        var change = Resolver.Resolve(Block.Empty(BlockKey.Parse("harm")), [east, west], Sample.Noon);
        Assert.True(change.Changed.Length == 2, string.Join("; ", change.Heard[^1].Why?.Evidence ?? []));
        var again = Harm("r-3", "Hill Herald", "Otis Quill, the barber on Larch Lane, said he hid under a chair when two men were shot in his barber shop in Springfield on Monday.");
        Assert.Equal([1, 2], Resolver.Resolve(Block.Empty(BlockKey.Parse("harm")), [east, west, again], Sample.Noon).Changed.Select(changed => changed.ReportCount).Order());
    }

    [Fact]
    public void Resolve_ArticleWeeksLate_JoinsTheOldEvent()
    {
        var then = Harm("r-1", "East Mail", "Two men were shot at a barber shop on Larch Lane in Springfield on Monday, police said. The barber, Otis Quill, hid under a chair.");
        var late = Harm("r-2", "Hill Herald", "The barber Otis Quill told the court how two men were shot in his barber shop on Larch Lane in Springfield, and how he hid under a chair.", 40);
        var block = Resolver.Resolve(Block.Empty(BlockKey.Parse("harm")), [then], Sample.Noon).Block;
        Assert.Equal(2, Assert.Single(Resolver.Resolve(block, [late], Sample.Noon.AddDays(40)).Changed).ReportCount);
    }

    private static ReportDelivery Harm(string id, string outlet, string text, int day = 0)
    {
        var report = Sample.Report(id, EventKind.Attack) with
        {
            Quote = text[..(text.IndexOf('.', StringComparison.Ordinal) + 1)],
            OccurredOn = day == 0 ? new OccurredOn(new DateOnly(2026, 9, 14)) : null,
            Place = new Place { Name = "Springfield", Entry = "Springfield", Latitude = 39.8, Longitude = -89.6, Country = PartyCode.Parse("USA") },
        };
        return Sample.Delivery(report, outlet, day) with { Title = "Shooting in Springfield", Keywords = new ArticleWords("Shooting in Springfield", text).Around(report) };
    }

    [Fact]
    public void Resolve_BatchesOneByOne_TwiceEqualsOnce() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 20], Gen.Bool).Array[1, 8].Sample(calls =>
        {
            var batch = calls.Select((call, at) => Call($"r-{at}", $"Outlet {call.Item1}", call.Item2, call.Item3 ? $"2026-09-{14 + call.Item2 % 15:00}" : null)).ToArray();
            var once = batch.Aggregate(Empty, (block, delivery) => Resolve(block, delivery).Block);
            var twice = batch.Aggregate(once, (block, delivery) => Resolve(block, delivery).Block);
            Assert.Equal(once.Events.Values.Select(open => Shape(open.Event)).Order(), twice.Events.Values.Select(open => Shape(open.Event)).Order());
        }, iter: 200, seed: "0000000000004");

    [Fact]
    public void Resolve_GuestsSubmittedAndWithdrawn_LeaveTheOthersAsIfNeverHeard() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 20]).Array[1, 8].SelectMany(calls => Gen.Int[0, 20].Array[1, 4].Select(guests => (calls, guests))).Sample(sample =>
        {
            var kept = sample.calls.Select((call, at) => Call($"r-{at}", $"Outlet {call.Item1}", call.Item2, $"2026-09-{1 + call.Item2:00}")).ToArray();
            var guests = sample.guests.Select((day, at) => Call($"r-{at}-guest", "Guest Gazette", day, $"2026-09-{1 + day:00}")).ToArray();
            var without = Resolve(Empty, kept).Block;
            var with = Resolve(Resolve(without, guests).Block, [.. guests.Select(guest => guest with { Revision = 2, Retracted = true })]).Block;
            Assert.Equal(
                without.Events.Values.Where(open => open.Event.State == EventState.Active).Select(open => Shape(open.Event)).Order(),
                with.Events.Values.Where(open => open.Event.State == EventState.Active).Select(open => Shape(open.Event)).Order());
        }, iter: 200, seed: "0000000000005");

    private static string Shape(NewsEvent newsEvent) =>
        $"{newsEvent.Id} {newsEvent.Kind} {newsEvent.Status} {newsEvent.OccurredOn} {newsEvent.ReportCount} {newsEvent.Corroboration} {newsEvent.Headline} "
        + string.Join(',', newsEvent.Reports.Select(report => report.Id));
}
