using System.Globalization;
using Aggregator.Extraction;
using Aggregator.Resolution;
using CsCheck;
using Xunit;

namespace Aggregator.Aggregates;

public class LowerBoundTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    [Fact]
    public void Fold_TotalOverItsIncidents_IsNotAddedToThem()
    {
        var bound = BoundOf(Incident(1, day: 3, killed: 9), Incident(2, day: 20, killed: 4), Total(3, OccurredOn.Month(2026, 1), killed: 30));
        Assert.Equal((30L, 1), (bound.Count, bound.PartCount));
    }

    [Fact]
    public void Fold_TotalBelowItsIncidents_GivesWayToThem()
    {
        var bound = BoundOf(Incident(1, day: 3, killed: 9), Incident(2, day: 20, killed: 4), Total(3, OccurredOn.Month(2026, 1), killed: 11));
        Assert.Equal((13L, 2), (bound.Count, bound.PartCount));
    }

    [Fact]
    public void Fold_PeriodsAndIncidentsApart_AreAdded()
    {
        var bound = BoundOf(Total(1, OccurredOn.Month(2026, 1), killed: 30), Total(2, OccurredOn.Month(2026, 2), killed: 12), Incident(3, day: 70, killed: 5));
        Assert.Equal((47L, 3), (bound.Count, bound.PartCount));
        Assert.Equal(["r-1", "r-2", "r-3"], bound.Parts.Select(part => part.Report.Value));
    }

    [Fact]
    public void Fold_GroupsOfOneHappening_AreNotAdded()
    {
        var children = Sample.Figure("r-2", 3, "the mayor");
        children = children with { Casualties = children.Casualties! with { Who = CountedGroup.Child } };
        var attack = Incident(1, day: 3, killed: 9);
        attack = attack with { Claims = [.. attack.Claims, .. ClaimFold.Fold([Sample.Delivery(children)])] };
        Assert.Equal(9, BoundOf(attack).Count);
    }

    [Fact]
    public void Fold_OneHappeningHeldForTwo_CountsOnce()
    {
        var bound = BoundOf(Incident(1, day: 3, killed: 64, "KEN"), Incident(2, day: 3, killed: 52), Incident(3, day: 3, killed: 3, "KEN"), Incident(4, day: 3, killed: 7, "NOR"));
        // The 52 may be of the 64, or of the 7; the 7 are of another country than the 64.
        Assert.Equal((71L, 2), (bound.Count, bound.PartCount));
    }

    [Fact]
    public void Fold_DeniedHappening_CountsNobody() =>
        Assert.Empty(CasualtyFold.Fold([Incident(1, day: 3, killed: 9) with { Status = EventStatus.Denied }], new CasualtyQuery(), 1).LowerBounds);

    [Fact]
    public void Fold_TruthfulClaims_NeverCountOneDeathTwice() =>
        // A made-up world: deaths of happenings on days, in countries. Claims tell the truth of a happening, a period, a country, or of all so far; some
        // happenings are held for two, told once with an earlier figure or without the country.
        Gen.Select(Gen.Select(Gen.Int[0, 120], Gen.Int[0, 2], Gen.Int[1, 20]).Array[1, 12], Gen.Select(Gen.Int[0, 120], Gen.Int[0, 60], Gen.Int[-1, 2], Gen.Bool).Array[0, 8], Gen.Int[0, 4_095], Gen.Int[0, 4_095])
            .Sample((happenings, totals, told, twins) =>
            {
                var events = new List<NewsEvent>();
                for (var at = 0; at < happenings.Length; at++)
                    if ((told >> at & 1) == 1) events.Add(Incident(at + 1, happenings[at].Item1, happenings[at].Item3, Country(happenings[at].Item2)));
                for (var at = 0; at < happenings.Length; at++)
                    if ((twins >> at & 1) == 1) events.Add(Incident(50 + at, happenings[at].Item1, Math.Max(1, happenings[at].Item3 - at), at % 2 == 0 ? null : Country(happenings[at].Item2)));
                for (var at = 0; at < totals.Length; at++)
                {
                    var (first, length, country, isRunning) = totals[at];
                    var killed = happenings.Where(happening => happening.Item1 <= first + length && (isRunning || happening.Item1 >= first) && (country < 0 || happening.Item2 == country)).Sum(happening => happening.Item3);
                    OccurredOn? period = isRunning ? null : new OccurredOn(First.AddDays(first), First.AddDays(first + length));
                    events.Add(Total(100 + at, period, killed, Country(country), first + length));
                }
                var bound = CasualtyFold.Fold(events, new CasualtyQuery(), 1).LowerBounds.SingleOrDefault();
                Assert.InRange(bound?.Count ?? 0, 0, happenings.Sum(happening => happening.Item3));
                // Happenings of one day and country may be one, for all the ledger knows; of others none is lost.
                var certain = twins > 0 ? 0 : happenings.Where((_, at) => (told >> at & 1) == 1).GroupBy(happening => (happening.Item1, happening.Item2)).Sum(same => same.Max(happening => happening.Item3));
                Assert.InRange(bound?.Count ?? 0, certain, long.MaxValue);
            }, seed: "0000KOIaRMx6", iter: 3_000);

    [Fact]
    public void Fold_ShuffledEvents_GiveTheSameBound() =>
        Gen.Select(Gen.Int[0, 90].Array[2, 8], Gen.Int[0, 50]).SelectMany(made => Gen.Shuffle(Enumerable.Range(0, made.Item1.Length + 1).ToArray()).Select(order => (made, order)))
            .Sample(sample =>
            {
                var ((days, length), order) = sample;
                var events = days.Select((day, at) => Incident(at + 1, day, at + 2)).Append(Total(100, new OccurredOn(First, First.AddDays(length)), 20)).ToList();
                Assert.Equal(BoundOf([.. events]).Count, BoundOf([.. order.Select(at => events[at])]).Count);
            }, seed: "0000KOIaRMx6", iter: 300);

    private static LowerBound BoundOf(params NewsEvent[] events) => Assert.Single(CasualtyFold.Fold(events, new CasualtyQuery(), 1).LowerBounds);

    private static NewsEvent Incident(int number, int day, long killed, string? country = null) => Sample.Event(EventKind.Attack, Name("e", number)) with
    {
        OccurredOn = new OccurredOn(First.AddDays(day)),
        Place = PlaceOf(country),
        Claims = ClaimFold.Fold([Sample.Delivery(Sample.Figure(Name("r", number), killed, "the police"), day: 365)]),
    };

    private static NewsEvent Total(int number, OccurredOn? period, long killed, string? country = null, int toldOn = 365)
    {
        var figure = Sample.Figure(Name("r", number), killed, "the monitors", cumulative: true);
        figure = figure with { Casualties = figure.Casualties! with { Period = period, Place = PlaceOf(country) } };
        var told = Sample.Delivery(figure) with { PublishedAt = new DateTimeOffset(First.AddDays(toldOn), TimeOnly.MaxValue, TimeSpan.Zero) };
        return Sample.Event(EventKind.Casualties, Name("e", number)) with { Claims = ClaimFold.Fold([told]) };
    }

    private static string Name(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");

    private static string? Country(int number) => number < 0 ? null : ((string[])["KEN", "NOR", "PER"])[number];

    private static Place? PlaceOf(string? country) => country is null ? null : new Place { Name = country, Country = PartyCode.Parse(country) };
}
