using Aggregator.Extraction;
using Aggregator.Intake;
using CsCheck;
using Xunit;

namespace Aggregator.Resolution;

/// <summary>What must hold of resolution whatever a made-up world's outlets tell: happenings of several kinds, told with and without date, place and figure.</summary>
public class ResolutionLawTests
{
    private static readonly Block Empty = Block.Empty(BlockKey.Parse("harm"));

    private static readonly string[] Towns = ["Alden", "Borrow", "Castle Ford"];

    private static readonly EventKind[] Kinds = [EventKind.Attack, EventKind.Crime, EventKind.Disaster, EventKind.Attack];

    private static readonly EventStatus[] Statuses = [EventStatus.Occurred, EventStatus.Occurred, EventStatus.Ongoing, EventStatus.Denied, EventStatus.Hypothetical];

    /// <summary>A telling: which happening, by which outlet, how many days late, what it leaves out or says otherwise, and whether it gives a figure.</summary>
    private static readonly Gen<(int Happening, int Outlet, int Late, int Manner, int Killed)> Telling =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 6], Gen.Int[0, 12], Gen.Int[0, 63], Gen.Int[0, 20]);

    private static readonly Gen<ReportDelivery[]> Batch = Telling.Array[1, 14].Select(tellings => tellings.SelectMany((telling, at) => Tell($"{at}", telling)).ToArray());

    [Fact]
    public void Resolve_BatchInAnyOrder_MakesTheSameEvents() =>
        Batch.SelectMany(batch => Gen.Shuffle(Enumerable.Range(0, batch.Length).ToArray()).Select(order => (batch, order))).Sample(
            sample => AssertSame(Resolve(Empty, sample.batch), Resolve(Empty, [.. sample.order.Select(at => sample.batch[at])])), iter: 300, seed: "0000KOIaRMx6");

    [Fact]
    public void Resolve_BatchTwice_IsOnce() => Gen.Select(Batch, Batch).Sample(
        (first, second) =>
        {
            var once = Resolve(Resolve(Empty, first), Renamed(second, "second"));
            var again = Resolver.Resolve(once, [.. first, .. Renamed(second, "second")], Sample.Noon);
            Assert.Empty(again.Changed);
            Assert.Empty(again.Heard);
            AssertSame(once, again.Block);
        }, iter: 200, seed: "0000KOIaRMx6");

    [Fact]
    public void Resolve_SubmittedThenWithdrawn_IsNeverSubmitted() => Gen.Select(Batch, Batch, Batch).Sample(
        (before, guests, after) =>
        {
            guests = Renamed(guests, "guest");
            after = Renamed(after, "after");
            var known = Resolve(Empty, before);
            var withdrawn = Resolve(Resolve(known, guests), [.. guests.Select(guest => guest with { Revision = 2, Retracted = true })]);
            AssertSame(known, withdrawn);
            AssertSame(Resolve(known, after), Resolve(withdrawn, after));
        }, iter: 200, seed: "0000KOIaRMx6");

    [Fact]
    public void Resolve_AnyBatches_LoseNoReportAndCountNoneTwice() => Gen.Select(Batch, Batch).Sample(
        (first, second) =>
        {
            second = Renamed(second, "second");
            var block = Resolve(Resolve(Empty, first), second);
            var told = first.Concat(second).Select(delivery => delivery.Report.Id.Value).Order(StringComparer.Ordinal);
            Assert.Equal(told, block.Events.Values.SelectMany(open => open.Standing).Select(delivery => delivery.Report.Id.Value).Order(StringComparer.Ordinal));
        }, iter: 200, seed: "0000KOIaRMx6");

    [Fact]
    public void Resolve_ReadAgainToTheSame_ChangesNoEvent() => Batch.Sample(
        batch =>
        {
            var known = Resolve(Empty, batch);
            var again = Resolver.Resolve(known, [.. batch.Select(delivery => delivery with { Report = delivery.Report with { Rule = "another" } })], Sample.Noon.AddDays(1));
            Assert.Empty(again.Changed);
        }, iter: 200, seed: "0000KOIaRMx6");

    [Fact]
    public void Resolve_ReadAgainToAnother_ChangesOnlyItsEvent() => Gen.Select(Batch, Gen.Int[0, 1_000]).Sample(
        (batch, pick) =>
        {
            var known = Resolve(Empty, batch);
            var told = batch[pick % batch.Length];
            var otherwise = told with { Report = told.Report with { Status = EventStatus.Planned, Names = ["Ada Quill"] } };
            var changed = Resolver.Resolve(known, [.. batch.Select(delivery => delivery == told ? otherwise : delivery)], Sample.Noon.AddDays(1)).Changed;
            Assert.Equal(known.ByReport[told.Report.Id], Assert.Single(changed).Id);
        }, iter: 200, seed: "0000KOIaRMx6");

    [Fact]
    public void Weigh_AnyTwoAccounts_IsAsItsScoreAndNeverAboveItsBound() => Gen.Select(Batch, Batch).Sample(
        (known, told) =>
        {
            var events = Resolve(Empty, known).Events.Values.ToList();
            var rarity = new Rarity(events.Count, term => events.Count(open => open.Terms.Contains(term)));
            foreach (var account in told.Select(delivery => Account.Of(delivery.Report.Kind, [delivery])))
            {
                var weighed = events.Select(open => SamenessRule.Weigh(account, open.Centre!, rarity).Score).ToList();
                Assert.Equal(weighed, events.Select(open => SamenessRule.Score(account, open.Centre!, rarity)));
                Assert.All(events, (open, at) => Assert.True(SamenessRule.ScoreMost(account, open.Centre!, rarity) >= weighed[at] - 1e-9));
            }
        }, iter: 100, seed: "0000KOIaRMx6");

    [Fact]
    public void Likeliest_OfAnyEvents_IsWhatWeighingEachFinds() => Gen.Select(Batch, Batch).Sample(
        (known, told) =>
        {
            var events = Resolve(Empty, known).Events.Values.ToList();
            var rarity = new Rarity(events.Count, term => events.Count(open => open.Terms.Contains(term)));
            foreach (var account in told.Select(delivery => Account.Of(delivery.Report.Kind, [delivery])))
            {
                var each = events.SelectMany(open => Likeliest.Of(account, [open], rarity)).OrderByDescending(item => item.Likeness.Score).ThenBy(item => item.Id.Value, StringComparer.Ordinal);
                Assert.Equal(each.Take(2).Select(item => item.Id), Likeliest.Of(account, events, rarity).Select(item => item.Id));
            }
        }, iter: 100, seed: "0000KOIaRMx6");

    private static Block Resolve(Block block, ReportDelivery[] batch) => Resolver.Resolve(block, batch, Sample.Noon).Block;

    /// <summary>The same events with the same content; how often each was revised is history.</summary>
    private static void AssertSame(Block one, Block other)
    {
        var (left, right) = (Standing(one), Standing(other));
        Assert.Equal(left.Keys.Order(StringComparer.Ordinal), right.Keys.Order(StringComparer.Ordinal));
        Assert.All(left, pair => Assert.True(ContentRule.IsSame(pair.Value, right[pair.Key]), $"{pair.Value}\n{right[pair.Key]}"));
    }

    private static Dictionary<string, NewsEvent> Standing(Block block) =>
        block.Events.Values.Where(open => open.Event.State == EventState.Active).ToDictionary(open => open.Event.Id.Value, open => open.Event);

    private static ReportDelivery[] Renamed(ReportDelivery[] batch, string prefix) => [.. batch.Select(delivery => delivery with
    {
        Report = delivery.Report with
        {
            Id = ReportId.Parse($"{prefix}-{delivery.Report.Id}"), Article = ArticleId.Parse($"{prefix}-{delivery.Report.Article}"),
            About = delivery.Report.About is { } about ? ReportId.Parse($"{prefix}-{about}") : null,
        },
    })];

    private static IEnumerable<ReportDelivery> Tell(string number, (int Happening, int Outlet, int Late, int Manner, int Killed) telling)
    {
        var (happening, outlet, late, manner, killed) = telling;
        var words = string.Join(' ', Enumerable.Range(0, 8).Select(at => $"{(char)('a' + happening)}word{(at * (manner % 3 + 1)) % 11}"));
        var quote = $"Something happened near {words}.";
        var day = 2 * happening;
        var report = Sample.Report($"r-{number}", Kinds[(happening + manner / 32) % Kinds.Length]) with
        {
            Quote = quote,
            Status = Statuses[manner % Statuses.Length],
            OccurredOn = (manner & 1) == 0 ? new OccurredOn(DateOnly.FromDateTime(Sample.Noon.AddDays(day).UtcDateTime)) : null,
            Place = (manner & 2) == 0 ? new Place { Name = Towns[happening % Towns.Length], Entry = Towns[happening % Towns.Length], Latitude = 10 * (happening % 3), Longitude = 20 } : null,
            Claimant = (manner & 4) == 0 ? "the police" : null,
        };
        yield return Deliver(report, $"Outlet {outlet}", day + late, quote);
        if (killed < 6) yield break;
        var figure = Sample.Figure($"r-{number}-f", killed, (manner & 8) == 0 ? "the mayor" : null, about: $"r-{number}");
        yield return Deliver(figure with { Article = report.Article, Sentence = new Span(50, 40), Span = new Span(50, 5) }, $"Outlet {outlet}", day + late, quote);
    }

    private static ReportDelivery Deliver(Report report, string outlet, int day, string text) => Sample.Delivery(report, outlet, day) with
    {
        Keywords = new ArticleWords("A headline", text).Around(report),
    };
}
