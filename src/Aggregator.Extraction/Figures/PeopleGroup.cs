namespace Aggregator.Extraction.Figures;

/// <summary>A noun phrase for human beings, or a bare number that may stand for one.</summary>
/// <param name="First">The index of its first atom.</param>
/// <param name="Last">The index of its last atom.</param>
/// <param name="Head">The index of its noun; -1 for a bare number.</param>
/// <param name="Sort">How it says how many.</param>
/// <param name="Count">How many; null when it is not counted.</param>
/// <param name="Qualifier">How firmly.</param>
/// <param name="Who">Of what group its noun says they are, or null.</param>
/// <param name="IsPerson">Whether its noun is known to mean human beings; false for a plural that is not in the vocabulary.</param>
internal readonly record struct PeopleGroup(
    int First, int Last, int Head, PeopleSort Sort, CountRange? Count, FigureQualifier Qualifier, CountedGroup? Who, bool IsPerson)
{
    /// <summary>The number of those it is taken from: three in "one of the three men"; null when it is no part of a counted whole.</summary>
    internal CountRange? Whole { get; init; }

    /// <summary>Whether it can be a figure: it has a count, and a bare number only beside a word of harm.</summary>
    internal bool HasCount => Count is not null;
}
