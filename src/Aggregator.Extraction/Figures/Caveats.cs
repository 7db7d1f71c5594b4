using System.Buffers;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Figures;

/// <summary>Finds what a claimant warns of beside a figure: that it is preliminary, confirmed cases only, or likely to rise.</summary>
internal static class Caveats
{
    private const int CaveatLengthMax = 240;

    private static readonly SearchValues<string> s_warnings = SearchValues.Create(
    [
        "only confirmed", "only includes", "only include", "only counts", "only count", "could be higher", "could be significantly higher", "could be much higher",
        "likely higher", "is expected to rise", "was expected to rise", "expected to climb", "could rise", "may rise", "likely to rise", "likely to be higher",
        "could not be independently", "not been independently", "not independently verified", "preliminary", "incomplete", "underestimate", "undercount",
        "the actual toll", "the true toll", "the real toll", "the actual number", "the true number", "the real number",
    ], StringComparison.OrdinalIgnoreCase);

    /// <summary>The words of a sentence from its first warning on; null when it warns of nothing.</summary>
    internal static string? In(Sentence sentence)
    {
        var text = sentence.Text.AsSpan(sentence.Start, sentence.Length);
        var first = text.IndexOfAny(s_warnings);
        return first < 0 ? null : text.Slice(first, Math.Min(CaveatLengthMax, text.Length - first)).TrimEnd(". \"”").ToString();
    }
}
