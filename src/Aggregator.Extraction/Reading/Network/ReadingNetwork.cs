namespace Aggregator.Extraction.Reading.Network;

/// <summary>The trained network: what it describes words by, and the rows and matrices of each decision. Immutable.</summary>
internal sealed class ReadingNetwork
{
    internal required Encoder Encoder { get; init; }

    /// <summary>From a word's numbers to the scores of its tags.</summary>
    internal required Decision Tags { get; init; }

    /// <summary>From a word's numbers to its shares in the parser's states.</summary>
    internal required PackedMatrix Places { get; init; }

    /// <summary>The share of each place where no word stands, then where the root does, by turns.</summary>
    internal required short[] Absent { get; init; }

    /// <summary>The share of each fact of a state.</summary>
    internal required short[] Facts { get; init; }

    /// <summary>From a state to the scores of the moves.</summary>
    internal required Decision Moves { get; init; }

    /// <summary>From a word's numbers to its shares in arcs.</summary>
    internal required PackedMatrix Arcs { get; init; }

    /// <summary>The root's share in an arc.</summary>
    internal required short[] Root { get; init; }

    /// <summary>The share of each move that may have made an arc.</summary>
    internal required short[] ArcMoves { get; init; }

    /// <summary>From an arc to the scores of the relations.</summary>
    internal required Decision Relations { get; init; }
}
