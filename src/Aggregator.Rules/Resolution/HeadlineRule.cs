using System.Collections.Frozen;
using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>
/// Which sentence an event is called by: one of its own kind that can be understood alone, so none that leans on the sentence before it
/// with a pronoun or a connective, and that tells the event as it stands: a call that was held is not headed "will hold". Among those the founder's, else the first published. It changes when a better one arrives, the event's id never.
/// </summary>
public static class HeadlineRule
{
    private static readonly FrozenSet<string> Leaning = FrozenSet.ToFrozenSet(
    [
        "he", "she", "it", "they", "we", "i", "you", "his", "her", "its", "their", "our", "my", "this", "that", "these", "those", "both", "neither", "others", "another",
        "but", "and", "or", "so", "nor", "yet", "then", "there", "also", "however", "meanwhile", "separately", "instead", "still", "later", "earlier", "afterwards",
        "therefore", "thus", "besides", "moreover", "nevertheless", "elsewhere", "such", "which", "who",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>The sentence, as its article has it.</summary>
    /// <param name="standing">The event's reports that stand, at least one.</param>
    /// <param name="status">How the event stands.</param>
    public static string Of(IReadOnlyCollection<ReportDelivery> standing, EventStatus status)
    {
        var kind = EventFold.KindOf(standing);
        var founder = EventFold.FounderOf(standing).Report.Id;
        return standing.OrderBy(delivery => delivery.Report.Kind != kind).ThenBy(delivery => Leans(delivery.Report.Quote)).ThenBy(delivery => delivery.Report.Status != status)
            .ThenBy(delivery => delivery.Report.Id != founder).ThenBy(delivery => delivery.PublishedAt).ThenBy(delivery => delivery.Report.Id.Value, StringComparer.Ordinal).First().Report.Quote;
    }

    private static bool Leans(string sentence)
    {
        var text = sentence.AsSpan().TrimStart("\"'“‘«(…- ");
        var end = text.IndexOfAnyExcept(Letters);
        return Leaning.GetAlternateLookup<ReadOnlySpan<char>>().Contains(end < 0 ? text : text[..end]);
    }

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}
