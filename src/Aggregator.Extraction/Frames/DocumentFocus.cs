using Aggregator.Extraction.Mentions;

namespace Aggregator.Extraction.Frames;

/// <summary>The state that a document is mostly about.</summary>
internal static class DocumentFocus
{
    private const int LeadMentions = 8;
    private static readonly string[] s_locatives = ["in", "near", "at", "outside", "across"];
    private const double ShareMin = 0.34;

    /// <summary>The state named most, those at the beginning counted twice; null when none stands out.</summary>
    public static string? Of(DocumentMentions mentions, string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var total = 0;
        for (var i = 0; i < mentions.All.Count; i++)
        {
            var mention = mentions.All[i];
            if (mention.IsInferred || (mention.Code ?? mention.Place?.Code) is not { Length: 3 } code) continue;
            // Where things are says more of what a text is about than whose they are: "the German consulate in Afghanistan".
            var weight = (i < LeadMentions ? 2 : 1) * (mention.Kind is MentionKind.Place or MentionKind.Country or MentionKind.Government || mention is { Kind: MentionKind.Person, Role: "GOV" } ? 2 : 1);
            if (mention.Kind is MentionKind.Place or MentionKind.Country or MentionKind.Government && IsScene(text, mention.Span.Start)) weight *= 2;
            counts[code] = counts.GetValueOrDefault(code) + weight;
            total += weight;
        }
        if (counts.Count == 0) return null;
        var (best, count) = counts.MaxBy(pair => pair.Value);
        return count >= total * ShareMin ? best : null;
    }

    /// <summary>The state that most of the document's places with "in", "near" or "at" before them are in; null when it is less than half of them.</summary>
    public static string? SceneOf(DocumentMentions mentions, string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var total = 0;
        for (var i = 0; i < mentions.All.Count; i++)
        {
            var mention = mentions.All[i];
            if (mention.Kind is not (MentionKind.Place or MentionKind.Country or MentionKind.Government) || (mention.Code ?? mention.Place?.Code) is not { Length: 3 } code) continue;
            if (!IsScene(text, mention.Span.Start)) continue;
            var weight = i < LeadMentions ? 2 : 1;
            counts[code] = counts.GetValueOrDefault(code) + weight;
            total += weight;
        }
        if (counts.Count == 0) return null;
        var (best, count) = counts.MaxBy(pair => pair.Value);
        return count * 2 >= total ? best : null;
    }

    /// <summary>Whether "in", "near" or "at" stands before a name.</summary>
    private static bool IsScene(string text, int start)
    {
        var before = text.AsSpan(0, start).TrimEnd();
        if (before.EndsWith(" the", StringComparison.Ordinal)) before = before[..^4];
        foreach (var word in s_locatives)
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (before.Length == word.Length || !char.IsLetter(before[^(word.Length + 1)]))) return true;
        return false;
    }
}
