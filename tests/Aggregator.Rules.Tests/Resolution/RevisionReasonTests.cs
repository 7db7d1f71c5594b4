using Aggregator.Extraction;
using Xunit;

namespace Aggregator.Resolution;

public class RevisionReasonTests
{
    private static NewsEvent Told(params ReportDelivery[] deliveries) => Sample.Event(EventKind.Disaster) with { ReportCount = deliveries.Length, Claims = ClaimFold.Fold(deliveries) };

    private static ReportDelivery Killed(string id, long count, string? claimant = "navy", int day = 0) => Sample.Delivery(Sample.Figure(id, count, claimant), day: day);

    [Fact]
    public void Of_FirstRevision_IsNone() => Assert.Null(RevisionReason.Of(Told() with { Revision = 0 }, Told(Killed("r-1", 4))));

    [Fact]
    public void Of_ReportsThatSayNothingNew_CountsThem() =>
        Assert.Equal("2 more reports", RevisionReason.Of(Told(Killed("r-1", 4)), Told(Killed("r-1", 4), Killed("r-2", 4), Killed("r-3", 4))));

    [Fact]
    public void Of_RevisedFigure_SaysWhichStandsAndWhichNoLonger() =>
        Assert.Equal("a report was revised; killed 37 (navy), no longer 38", RevisionReason.Of(Told(Killed("r-1", 38)), Told(Killed("r-1", 37))));

    [Fact]
    public void Of_RevisedFigureWhereTwoAreGone_CorrectsTheNearest() =>
        Assert.Equal("1 report taken back; killed 79 (navy), no longer 88; no longer killed 64 (navy)",
            RevisionReason.Of(Told(Killed("r-1", 64), Killed("r-2", 88)), Told(Killed("r-3", 79))));

    [Fact]
    public void Of_FigureOfAnotherClaimant_StandsBeside() =>
        Assert.Equal("1 more report; killed 11 (port authority)", RevisionReason.Of(Told(Killed("r-1", 6)), Told(Killed("r-1", 6), Killed("r-2", 11, "port authority"))));

    [Fact]
    public void Of_OlderFigureOfTheClaimantStaysTold_IsNotTakenBack() =>
        Assert.Equal("1 more report; killed 9 (navy)", RevisionReason.Of(Told(Killed("r-1", 6)), Told(Killed("r-1", 6), Killed("r-2", 9, day: 1))));

    [Fact]
    public void Of_WithdrawnFigure_SaysThatItStandsNoLonger() =>
        Assert.Equal("1 report taken back; no longer killed 14", RevisionReason.Of(Told(Killed("r-1", 6), Killed("r-2", 14, claimant: null)), Told(Killed("r-1", 6))));

    [Fact]
    public void Of_ManyFigures_NamesSomeAndCountsTheRest()
    {
        var told = Enumerable.Range(1, 5).Select(at => Killed($"r-{at}", at, $"office {at}")).ToArray();
        Assert.Equal("5 more reports; killed 1 (office 1); killed 2 (office 2); killed 3 (office 3); 2 more figures", RevisionReason.Of(Told(), Told(told)));
    }

    [Fact]
    public void Of_PlannedCallThatWasHeld_SaysWhatBecameOfIt() =>
        Assert.Equal("1 more report; planned became occurred", RevisionReason.Of(
            Sample.Event() with { Status = EventStatus.Planned, ReportCount = 1 }, Sample.Event() with { Status = EventStatus.Occurred, ReportCount = 2 }));

    [Fact]
    public void Of_DayThatCannotBeTheOneToldBefore_SaysBoth()
    {
        var (tuesday, friday) = (new OccurredOn(new DateOnly(2026, 9, 15)), new OccurredOn(new DateOnly(2026, 9, 18)));
        Assert.Equal("a report was revised; dated 2026-09-18, not 2026-09-15", RevisionReason.Of(Sample.Event() with { OccurredOn = tuesday }, Sample.Event() with { OccurredOn = friday }));
        Assert.Equal("a report was revised", RevisionReason.Of(Sample.Event() with { OccurredOn = OccurredOn.Month(2026, 9) }, Sample.Event() with { OccurredOn = friday }));
    }
}
