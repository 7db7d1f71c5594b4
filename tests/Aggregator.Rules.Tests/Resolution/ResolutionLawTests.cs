using Aggregator.Aggregates;
using Aggregator.Extraction;
using CsCheck;
using Xunit;

namespace Aggregator.Resolution;

/// <summary>What must hold of resolution whatever a made-up world's outlets tell (<see cref="ToldWorld"/>).</summary>
public class ResolutionLawTests
{
    private const string Seed = "0000KOIaRMx6";

    private static readonly Block Harm = EmptyOf("harm");

    [Theory, MemberData(nameof(Families))]
    public void Resolve_BatchInAnyOrder_MakesTheSameEvents(string family) =>
        ToldWorld.Batch(family).SelectMany(batch => Gen.Shuffle(Enumerable.Range(0, batch.Length).ToArray()).Select(order => (batch, order))).Sample(
            sample => AssertSame(Resolve(EmptyOf(family), sample.batch), Resolve(EmptyOf(family), [.. sample.order.Select(at => sample.batch[at])])), iter: 120, seed: Seed);

    [Theory, MemberData(nameof(Families))]
    public void Resolve_BatchTwice_IsOnce(string family) => Gen.Select(ToldWorld.Batch(family), ToldWorld.Batch(family)).Sample(
        (first, second) =>
        {
            second = ToldWorld.Renamed(second, "second");
            var once = Resolve(Resolve(EmptyOf(family), first), second);
            var again = Resolver.Resolve(once, [.. first, .. second], Sample.Noon);
            Assert.Empty(again.Changed);
            Assert.Empty(again.Heard);
            AssertSame(once, again.Block);
        }, iter: 100, seed: Seed);

    [Theory, MemberData(nameof(Families))]
    public void Resolve_SubmittedThenWithdrawn_IsNeverSubmitted(string family) => Gen.Select(ToldWorld.Batch(family), ToldWorld.Batch(family), ToldWorld.Batch(family)).Sample(
        (before, guests, after) =>
        {
            guests = ToldWorld.Renamed(guests, "guest");
            after = ToldWorld.Renamed(after, "after");
            var known = Resolve(EmptyOf(family), before);
            var withdrawn = Resolve(Resolve(known, guests), ToldWorld.Withdrawn(guests));
            AssertSame(known, withdrawn);
            AssertSame(Resolve(known, after), Resolve(withdrawn, after));
        }, iter: 120, seed: Seed);

    [Theory, MemberData(nameof(Families))]
    public void Resolve_AnyBatches_LoseNoReportAndCountNoneTwice(string family) => Gen.Select(ToldWorld.Batch(family), ToldWorld.Batch(family)).Sample(
        (first, second) =>
        {
            second = ToldWorld.Renamed(second, "second");
            var block = Resolve(Resolve(EmptyOf(family), first), second);
            var told = ToldWorld.Standing(first).Concat(ToldWorld.Standing(second)).Select(delivery => delivery.Report.Id.Value).Order(StringComparer.Ordinal);
            Assert.Equal(told, block.Events.Values.SelectMany(open => open.Standing).Select(delivery => delivery.Report.Id.Value).Order(StringComparer.Ordinal));
        }, iter: 100, seed: Seed);

    [Theory, MemberData(nameof(Families))]
    public void Resolve_AnyHistory_TellsWhereEachReportIs(string family) => Gen.Select(ToldWorld.Batch(family), ToldWorld.Batch(family)).Sample(
        (first, second) =>
        {
            // What a store that keeps the last word on each report has, after every batch, is what the block has.
            second = ToldWorld.Renamed(second, "second");
            var (block, seats) = (EmptyOf(family), new Dictionary<ReportId, (EventId, EventId?)>());
            foreach (var batch in (ReportDelivery[][])[first, second, ToldWorld.Withdrawn(second)])
            {
                var change = Resolver.Resolve(block, batch, Sample.Noon);
                foreach (var heard in change.Heard) seats[heard.Delivery.Report.Id] = (heard.Event, heard.Delivery.Origin);
                Assert.All(change.Heard, heard => Assert.Contains(heard.Event, change.Changed.Select(newsEvent => newsEvent.Id).Concat(block.Events.Keys)));
                block = change.Block;
                Assert.All(block.ByReport, pair => Assert.Equal(seats[pair.Key], (pair.Value, block.Events[pair.Value].Deliveries[pair.Key].Origin)));
            }
        }, iter: 100, seed: Seed);

    [Theory, MemberData(nameof(Families))]
    public void Resolve_ReadAgainToTheSame_ChangesNoEvent(string family) => ToldWorld.Batch(family).Sample(
        batch =>
        {
            var known = Resolve(EmptyOf(family), batch);
            var again = Resolver.Resolve(known, [.. batch.Select(delivery => delivery with { Report = delivery.Report with { Rule = "another" } })], Sample.Noon.AddDays(1));
            Assert.Empty(again.Changed);
        }, iter: 100, seed: Seed);

    [Theory, MemberData(nameof(Families))]
    public void Resolve_ReadAgainToAnother_ChangesOnlyItsEventAndWhatThatWasAlike(string family) => Gen.Select(ToldWorld.FirstTold(family), Gen.Int[0, 1_000]).Sample(
        (batch, pick) =>
        {
            var known = Resolve(EmptyOf(family), batch);
            var told = batch[pick % batch.Length];
            var otherwise = told with { Report = told.Report with { Quote = "It was told otherwise.", Names = ["Ada Quill"] } };
            var changed = Resolver.Resolve(known, [.. batch.Select(delivery => delivery == told ? otherwise : delivery)], Sample.Noon.AddDays(1)).Changed;
            var own = known.ByReport[told.Report.Id];
            Assert.Contains(own, changed.Select(newsEvent => newsEvent.Id));
            Assert.All(changed, newsEvent => Assert.True(newsEvent.Id == own || newsEvent.Rulings.Any(ruling => ruling.Revision == newsEvent.Revision)));
        }, iter: 100, seed: Seed);

    [Fact]
    public void Fold_LedgerOfAnyWorld_CountsNoDeathTwice() => Gen.Select(ToldWorld.FirstTold("harm"), ToldWorld.FirstTold("harm")).Sample(
        (first, second) =>
        {
            // Whatever was taken for one happening or for two: what outlets say is true, so no bound may be above the truth.
            var block = Resolve(Resolve(Harm, first), ToldWorld.Renamed(second, "second"));
            var ledger = CasualtyFold.Fold(block.Events.Values.Select(open => open.Event), new CasualtyQuery(), 1);
            var told = Enumerable.Range(0, ToldWorld.HappeningCount).Where(happening => first.Concat(second).Any(delivery => delivery.Report.Quote.Contains($" {(char)('a' + happening)}word", StringComparison.Ordinal)));
            Assert.InRange(ledger.LowerBounds.SingleOrDefault()?.Count ?? 0, 0, told.Sum(ToldWorld.KilledIn));
        }, iter: 500, seed: Seed);

    [Fact]
    public void Weigh_AnyTwoAccounts_IsAsItsScoreAndNeverAboveItsBound() => Gen.Select(ToldWorld.FirstTold("harm"), ToldWorld.FirstTold("harm")).Sample(
        (known, told) =>
        {
            var events = Resolve(Harm, known).Events.Values.Where(open => open.Centre is not null).ToList();
            var rarity = new Rarity(events.Count, term => events.Count(open => open.Terms.Contains(term)));
            foreach (var account in told.Select(delivery => Account.Of(delivery.Report.Kind, [delivery])))
            {
                var weighed = events.Select(open => SamenessRule.Weigh(account, open.Centre!, rarity).Score).ToList();
                Assert.Equal(weighed, events.Select(open => SamenessRule.Score(account, open.Centre!, rarity)));
                Assert.All(events, (open, at) => Assert.True(SamenessRule.ScoreMost(account, open.Centre!, rarity) >= weighed[at] - 1e-9));
            }
        }, iter: 100, seed: Seed);

    [Fact]
    public void Likeliest_OfAnyEvents_IsWhatWeighingEachFinds() => Gen.Select(ToldWorld.FirstTold("harm"), ToldWorld.FirstTold("harm")).Sample(
        (known, told) =>
        {
            var events = Resolve(Harm, known).Events.Values.Where(open => open.Centre is not null).ToList();
            var rarity = new Rarity(events.Count, term => events.Count(open => open.Terms.Contains(term)));
            foreach (var account in told.Select(delivery => Account.Of(delivery.Report.Kind, [delivery])))
            {
                var each = events.SelectMany(open => Likeliest.Of(account, [open], rarity)).OrderByDescending(item => item.Likeness.Score).ThenBy(item => item.Id.Value, StringComparer.Ordinal);
                Assert.Equal(each.Take(2).Select(item => item.Id), Likeliest.Of(account, events, rarity).Select(item => item.Id));
            }
        }, iter: 100, seed: Seed);

    public static TheoryData<string> Families => new("harm", "talks", "request", "sanction");

    private static Block EmptyOf(string family) => Block.Empty(BlockKey.Parse(family));

    private static Block Resolve(Block block, ReportDelivery[] batch) => Resolver.Resolve(block, batch, Sample.Noon).Block;

    /// <summary>The same events with the same content; how often each was revised, and what was put together and taken apart, is history.</summary>
    private static void AssertSame(Block one, Block other)
    {
        var (left, right) = (Standing(one), Standing(other));
        Assert.Equal(left.Keys.Order(StringComparer.Ordinal), right.Keys.Order(StringComparer.Ordinal));
        Assert.All(left, pair => Assert.True(ContentRule.IsSame(pair.Value, right[pair.Key]), $"{pair.Value}\n{right[pair.Key]}"));
    }

    private static Dictionary<string, NewsEvent> Standing(Block block) =>
        block.Events.Values.Where(open => open.Event.State == EventState.Active).ToDictionary(open => open.Event.Id.Value, open => open.Event with { Rulings = [] });
}
