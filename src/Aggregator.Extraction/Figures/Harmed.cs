namespace Aggregator.Extraction.Figures;

/// <summary>That a group of people came to harm, as one rule has read it.</summary>
/// <param name="Group">The index of the group in the sentence.</param>
/// <param name="Measure">What came to them.</param>
/// <param name="First">The index of the first atom of the words that say so.</param>
/// <param name="Last">The index of the last of them.</param>
/// <param name="Rule">The rule's name.</param>
internal readonly record struct Harmed(int Group, CasualtyMeasure Measure, int First, int Last, string Rule)
{
    /// <summary>The count, where the words of harm bound it further ("exceeded"), else that of the group.</summary>
    internal CountRange? Count { get; init; }

    /// <summary>Who is counted, where the words of harm say it ("civilian deaths reached"), else as the group says.</summary>
    internal CountedGroup? Who { get; init; }

    /// <summary>Whether they were shot or stabbed and nothing says how they fared.</summary>
    internal bool IsBlow { get; init; }

    /// <summary>Whether it belongs to a toll, whose later forms replace earlier ones.</summary>
    internal bool IsToll { get; init; }

    /// <summary>Whether this group is a part of another that is counted as well ("including 10 children").</summary>
    internal bool IsPart { get; init; }
}
