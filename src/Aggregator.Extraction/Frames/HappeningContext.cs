using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>One thing that a happening is about.</summary>
/// <param name="Name">The context: <c>military</c>, <c>legal</c>, ….</param>
/// <param name="Rule">What tells it.</param>
/// <param name="Span">The words that do, or null.</param>
internal readonly record struct HappeningContext(string Name, string Rule, TextSpan? Span);
