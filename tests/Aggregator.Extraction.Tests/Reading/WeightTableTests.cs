using CsCheck;
using Xunit;

namespace Aggregator.Extraction.Reading;

public sealed class WeightTableTests
{
    [Fact]
    public void Score_AnyTable_SumsTheRowsOfKnownFeatures() =>
        Gen.Select(Gen.Int[1, 60], Gen.OneOf(Gen.UInt, Gen.UInt[0x4000_0000, 0x4000_0400]).Select(key => key | 1).HashSet[1, 300]).Sample(
            (classes, features) =>
            {
                var keys = features.Order().ToArray();
                var rows = Enumerable.Range(0, keys.Length * classes).Select(at => (short)((at * 7919 % 2001) - 1000)).ToArray();
                var table = new WeightTable(classes, keys, rows);
                uint[] asked = [.. keys.Where((_, at) => at % 3 == 0), 5, 0x4000_0001 + 0x8000, 0xFFFF_FFFF];
                var scores = new float[classes];
                table.Score(asked, scores);
                for (var i = 0; i < classes; i++)
                    Assert.Equal(asked.Sum(key => Array.BinarySearch(keys, key) is var at and >= 0 ? rows[(at * classes) + i] : 0), scores[i]);
            },
            seed: "0000KpXcbz71", iter: 300);

    [Fact]
    public void Constructor_RowsThatDoNotFit_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new WeightTable(3, [1u, 3u], new short[5]));
}
