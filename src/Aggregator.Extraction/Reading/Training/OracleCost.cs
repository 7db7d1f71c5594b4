namespace Aggregator.Extraction.Reading.Training;

/// <summary>
/// How many arcs of the gold tree each move puts out of reach (the dynamic oracle of Goldberg and Nivre, 2012): training
/// may so go on from states that a mistake led to.
/// </summary>
internal static class OracleCost
{
    /// <summary>Marks every move that may be made and loses nothing.</summary>
    /// <param name="state">The parser's state.</param>
    /// <param name="tree">The gold tree.</param>
    /// <param name="isGood">Set for each of the moves.</param>
    internal static void Mark(ParserState state, GoldSentence tree, Span<bool> isGood)
    {
        isGood.Clear();
        var costs = (Shift: ShiftCost(state, tree), Reduce: ReduceCost(state, tree), Left: LeftCost(state, tree), Right: RightCost(state, tree));
        var least = int.MaxValue;
        if (state.MayMake(Transitions.Shift)) least = Math.Min(least, costs.Shift);
        if (state.MayMake(Transitions.Reduce)) least = Math.Min(least, costs.Reduce);
        if (MayLeft(state)) least = Math.Min(least, costs.Left);
        if (state.MayMake(Transitions.FirstRight)) least = Math.Min(least, costs.Right);
        isGood[Transitions.Shift] = state.MayMake(Transitions.Shift) && costs.Shift == least;
        isGood[Transitions.Reduce] = state.MayMake(Transitions.Reduce) && costs.Reduce == least;
        if (MayLeft(state) && costs.Left == least) MarkArc(state, tree, isGood, isLeft: true);
        if (state.MayMake(Transitions.FirstRight) && costs.Right == least) MarkArc(state, tree, isGood, isLeft: false);
    }

    private static bool MayLeft(ParserState state) =>
        state.MayMake(Transitions.FirstLeft) || state.MayMake(Transitions.LeftRoot);

    private static void MarkArc(ParserState state, GoldSentence tree, Span<bool> isGood, bool isLeft)
    {
        var (head, dependent) = isLeft ? (state.Next, state.Top) : (state.Top, state.Next);
        if (tree.Heads[dependent] == head)
        {
            isGood[Transitions.Of(tree.Relations[dependent], isLeft)] = true;
            return;
        }
        var (first, last) = isLeft ? (Transitions.FirstLeft, Transitions.LeftRoot) : (Transitions.FirstRight, Transitions.Count - 1);
        for (var move = first; move <= last; move++) isGood[move] = state.MayMake(move);
    }

    private static int ShiftCost(ParserState state, GoldSentence tree)
    {
        if (state.Next >= state.WordCount) return 0;
        var cost = 0;
        foreach (var word in state.Stack)
        {
            if (tree.Heads[state.Next] == word) cost++;
            if (tree.Heads[word] == state.Next && state[word].Head < 0) cost++;
        }
        return cost;
    }

    private static int ReduceCost(ParserState state, GoldSentence tree)
    {
        var cost = 0;
        for (var word = state.Next; word < state.WordCount; word++)
            if (tree.Heads[word] == state.Top) cost++;
        return cost;
    }

    private static int LeftCost(ParserState state, GoldSentence tree)
    {
        if (state.Top < 0) return 0;
        var head = tree.Heads[state.Top];
        return ReduceCost(state, tree) + (head > state.Next ? 1 : 0);
    }

    private static int RightCost(ParserState state, GoldSentence tree)
    {
        if (state.Next >= state.WordCount || state.Top < 0) return 0;
        var head = tree.Heads[state.Next];
        var cost = head > state.Next ? 1 : 0;
        foreach (var word in state.Stack)
        {
            if (word != state.Top && head == word) cost++;
            if (tree.Heads[word] == state.Next && state[word].Head < 0) cost++;
        }
        return cost;
    }
}
