namespace Aggregator.Extraction.Reading;

/// <summary>A stretch of a document's text, in UTF-16 units.</summary>
/// <param name="Start">Where it begins; zero or more.</param>
/// <param name="Length">How long it is; zero or more.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>One past its last unit.</summary>
    public int End => Start + Length;

    /// <summary>The span from <paramref name="start"/> up to, and without, <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>Whether the two share at least one unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>Whether all of the other lies inside this one.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;
}
