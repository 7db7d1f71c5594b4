using System.Numerics;

namespace Aggregator.Extraction.Reading.Network;

/// <summary>What the parser looks at in a state: the words at some places, and the arcs and distances between them.</summary>
internal static class StateFeatures
{
    /// <summary>How many places there are.</summary>
    internal const int PlaceCount = 8;

    /// <summary>The most facts that hold of one state.</summary>
    internal const int FactsMax = 64;

    /// <summary>How many facts there are.</summary>
    internal const int FactCount = FirstDepth + DepthMax + 1;

    private const int NoMove = Transitions.Count;
    private const int DistanceSorts = 8;
    private const int CountedMax = 4;
    private const int DepthMax = 4;
    private const int FirstTopMove = 1;
    private const int FirstTopRight = FirstTopMove + Transitions.Count + 1;
    private const int FirstTopLeft = FirstTopRight + 16;
    private const int FirstNextLeft = FirstTopLeft + 16;
    private const int FirstDistance = FirstNextLeft + 16;
    private const int FirstBelowMove = FirstDistance + DistanceSorts;
    private const int FirstRightMove = FirstBelowMove + Transitions.Count + 1;
    private const int FirstRightCount = FirstRightMove + Transitions.Count + 1;
    private const int FirstLeftCount = FirstRightCount + CountedMax + 1;
    private const int FirstDepth = FirstLeftCount + CountedMax + 1;

    /// <summary>Reads a state in which there is a choice, so that a word is on the stack.</summary>
    /// <param name="state">The state.</param>
    /// <param name="places">The words at the places; -1 where none stands.</param>
    /// <param name="facts">The facts that hold; room for <see cref="FactsMax"/>.</param>
    /// <returns>How many facts hold.</returns>
    internal static int Read(ParserState state, Span<int> places, Span<int> facts)
    {
        int top = state.Top, next = state.Next, below = state.BelowTop(1);
        ref readonly var topNode = ref state[top];
        ref readonly var nextNode = ref state[next];
        places[0] = top;
        places[1] = below;
        places[2] = next;
        places[3] = topNode.Head;
        places[4] = topNode.Right1;
        places[5] = topNode.Left1;
        places[6] = !state.IsMarker(nextNode.Left1) && state.IsMarker(nextNode.Left2) ? nextNode.Left2 : nextNode.Left1;
        places[7] = state.BelowTop(2);
        var count = 0;
        facts[count++] = 0; // of every state
        facts[count++] = FirstTopMove + MoveOf(state, top);
        for (int left = topNode.RightMoves; left != 0; left &= left - 1) facts[count++] = FirstTopRight + BitOperations.TrailingZeroCount(left);
        for (int left = topNode.LeftMoves; left != 0; left &= left - 1) facts[count++] = FirstTopLeft + BitOperations.TrailingZeroCount(left);
        for (int left = nextNode.LeftMoves; left != 0; left &= left - 1) facts[count++] = FirstNextLeft + BitOperations.TrailingZeroCount(left);
        facts[count++] = FirstDistance + Distance(next - top);
        facts[count++] = FirstBelowMove + MoveOf(state, below);
        facts[count++] = FirstRightMove + MoveOf(state, topNode.Right1);
        facts[count++] = FirstRightCount + Math.Min((int)topNode.RightCount, CountedMax);
        facts[count++] = FirstLeftCount + Math.Min((int)nextNode.LeftCount, CountedMax);
        facts[count++] = FirstDepth + Math.Min(state.Depth, DepthMax);
        return count;
    }

    private static int MoveOf(ParserState state, int word) => word >= 0 && state[word].Head >= 0 ? state[word].Move : NoMove;

    private static int Distance(int words) => words < 5 ? words : words < 8 ? 5 : words < 13 ? 6 : 7;
}
