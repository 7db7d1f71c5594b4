using CsCheck;
using Xunit;

namespace Aggregator.Extraction.Reading.Training;

public sealed class OracleCostTests
{
    /// <summary>Following good moves alone must rebuild every projective tree.</summary>
    [Fact]
    public void Mark_AnyProjectiveTree_GoodMovesRebuildIt() =>
        Gen.Select(Gen.Int[1, 25], Gen.Int[0, int.MaxValue]).Sample(
            (count, seed) =>
            {
                var tree = RandomTree(count, new Random(seed));
                var state = new ParserState();
                var isGood = new bool[Transitions.Count];
                var random = new Random(seed);
                state.Start(count);
                while (!state.IsFinal)
                {
                    OracleCost.Mark(state, tree, isGood);
                    var good = Enumerable.Range(0, isGood.Length).Where(move => isGood[move]).ToArray();
                    Assert.All(good, move => Assert.True(state.MayMake(move)));
                    state.Make(good[random.Next(good.Length)]);
                }
                for (var word = 0; word < count; word++) Assert.Equal(tree.Heads[word], state[word].Head);
            },
            seed: "0000KpXcbz71", iter: 1_000);

    private static GoldSentence RandomTree(int count, Random random)
    {
        var heads = new int[count];
        Hang(0, count, count, heads, random);
        var relations = heads.Select(head => head == count ? Relation.Root : (Relation)random.Next(2, RelationNames.Count)).ToArray();
        return new GoldSentence("", new string[count], new (Upos, Penn)[count], heads, relations, false);
    }

    /// <summary>Gives a stretch of words one head outside it, and hangs the rest below that word on both its sides.</summary>
    private static void Hang(int from, int to, int head, int[] heads, Random random)
    {
        if (from >= to) return;
        var top = random.Next(from, to);
        heads[top] = head;
        var split = random.Next(from, top + 1);
        Hang(from, split, top, heads, random);
        Hang(split, top, top, heads, random);
        var right = random.Next(top + 1, to + 1);
        Hang(top + 1, right, top, heads, random);
        Hang(right, to, top, heads, random);
    }
}
