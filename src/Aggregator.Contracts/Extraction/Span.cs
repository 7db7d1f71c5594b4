namespace Aggregator.Extraction;

/// <summary>A stretch of an article's text.</summary>
[GenerateSerializer, Immutable, Alias("span")]
public readonly record struct Span
{
    /// <summary>A stretch from <paramref name="start"/> on.</summary>
    /// <param name="start">Index of the first UTF-16 unit in the article's text, from 0.</param>
    /// <param name="length">UTF-16 units, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    [System.Text.Json.Serialization.JsonConstructor]
    public Span(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        (Start, Length) = (start, length);
    }

    /// <summary>Index of the first UTF-16 unit.</summary>
    [Id(0)] public int Start { get; }

    /// <summary>UTF-16 units.</summary>
    [Id(1)] public int Length { get; }

    /// <summary>Index behind the last UTF-16 unit.</summary>
    [System.Text.Json.Serialization.JsonIgnore] public int End => Start + Length;

    /// <summary>True when the two share a unit.</summary>
    /// <param name="other">The other stretch.</param>
    public bool Overlaps(Span other) => Start < other.End && other.Start < End;
}
