namespace Aggregator.Extraction.Figures;

/// <summary>A number as a sentence gives it, with the words that bound it ("more than 1.2 million").</summary>
/// <param name="First">The index of its first atom, comparator included.</param>
/// <param name="Core">The index of the first atom of the number itself.</param>
/// <param name="Last">The index of its last atom.</param>
/// <param name="Range">Its bounds.</param>
/// <param name="Qualifier">How firmly it is given.</param>
/// <param name="Use">What it is for.</param>
internal readonly record struct NumberExpression(
    int First, int Core, int Last, CountRange Range, FigureQualifier Qualifier, NumberUse Use)
{
    /// <summary>Whether it is a zero that says so: "no one", "none", "no".</summary>
    internal bool IsNone => Range is { Low: 0, High: 0 };
}
