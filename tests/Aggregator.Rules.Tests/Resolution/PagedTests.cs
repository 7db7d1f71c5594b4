using CsCheck;
using Xunit;

namespace Aggregator.Resolution;

public class PagedTests
{
    private static readonly Gen<(int At, int Value)[]> Writes = Gen.Select(Gen.Int[0, 700], Gen.Int[1, 1_000]).Array[0, 60];

    [Fact]
    public void Draft_AnyWrites_ReadsWhatWasWrittenLastAndLeavesEarlierArraysAlone() => Gen.Select(Writes, Writes, Writes).Sample(
        (first, second, third) =>
        {
            var draft = Paged<int>.Empty.ToDraft();
            var expected = new Dictionary<int, int>();
            var kept = new List<(Paged<int> Array, Dictionary<int, int> Expected)>();
            foreach (var writes in new[] { first, second, third })
            {
                foreach (var (at, value) in writes) draft[at] = expected[at] = value;
                kept.Add((draft.ToPaged(), new(expected)));
            }
            // What was begun from an earlier array goes its own way.
            var branch = kept[0].Array.ToDraft();
            foreach (var (at, value) in third) branch[at] = -value;
            Assert.All(kept, one => AssertSame(one.Expected, one.Array.ToDraft()));
            AssertSame(expected, draft);
        }, iter: 300, seed: "0000KOIaRMx6");

    private static void AssertSame(Dictionary<int, int> expected, Paged<int>.Draft draft)
    {
        for (var at = 0; at <= 1_000; at++) Assert.Equal(expected.GetValueOrDefault(at), draft[at]);
    }
}
