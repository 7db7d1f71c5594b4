using Aggregator.Extraction.Mentions;

namespace Aggregator.Extraction.Frames;

/// <summary>The state that a document is mostly about.</summary>
internal static class DocumentFocus
{
    private const int LeadMentions = 8;
    private const double ShareMin = 0.34;

    /// <summary>The state named most, those at the beginning counted twice; null when none stands out.</summary>
    public static string? Of(DocumentMentions mentions)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var total = 0;
        for (var i = 0; i < mentions.All.Count; i++)
        {
            var mention = mentions.All[i];
            if (mention.IsInferred || (mention.Code ?? mention.Place?.Code) is not { Length: 3 } code) continue;
            // Where things are says more of what a text is about than whose they are: "the German consulate in Afghanistan".
            var weight = (i < LeadMentions ? 2 : 1) * (mention.Kind is MentionKind.Place or MentionKind.Country or MentionKind.Government ? 2 : 1);
            counts[code] = counts.GetValueOrDefault(code) + weight;
            total += weight;
        }
        if (counts.Count == 0) return null;
        var (best, count) = counts.MaxBy(pair => pair.Value);
        return count >= total * ShareMin ? best : null;
    }
}
