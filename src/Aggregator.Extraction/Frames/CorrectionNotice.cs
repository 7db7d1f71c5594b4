using System.Collections.Frozen;

namespace Aggregator.Extraction.Frames;

/// <summary>
/// What an article says of its own earlier text: "An earlier version of this story said that 38 people were killed". It takes a statement back, or
/// says how the article came to be; what it repeats is no report.
/// </summary>
internal static class CorrectionNotice
{
    private static readonly FrozenSet<string> Texts = FrozenSet.ToFrozenSet(["article", "story", "report", "dispatch", "item", "headline", "piece", "post", "caption", "copy"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Formerly = FrozenSet.ToFrozenSet(
        ["first", "originally", "initially", "incorrectly", "erroneously", "mistakenly", "wrongly", "inaccurately", "previously", "earlier", "previous", "misstated", "misidentified", "corrected"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a sentence is such a notice.</summary>
    public static bool Is(SentenceView view)
    {
        for (var token = 1; token < view.Count; token++)
            if (view.IsForm(token - 1, "this") && Texts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(view.Lemma(token))) return SpeaksOfBefore(view);
        return false;
    }

    private static bool SpeaksOfBefore(SentenceView view)
    {
        for (var token = 0; token < view.Count; token++)
            if (Formerly.GetAlternateLookup<ReadOnlySpan<char>>().Contains(view.Sentence.Form(token))) return true;
        return false;
    }
}
