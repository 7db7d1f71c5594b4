using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Frames;

/// <summary>What something that is said is about: the words behind its verb that name no party.</summary>
internal static class Contents
{
    private const int ReachMax = 30;
    private const int WordsMax = 12;
    private const int LetterMin = 4;

    /// <summary>Fewer words than these do not tell what something is about.</summary>
    private const int WordsMin = 2;

    /// <summary>Hashes of the content words behind a verb of asking, promising, blaming; empty for a noun or a deed.</summary>
    public static IReadOnlyList<uint> Of(SentenceView view, Happening happening)
    {
        if (happening.IsNominal || happening.Kind is not (EventKind.Appeal or EventKind.Demand or EventKind.Pledge or EventKind.Disapproval or EventKind.Rejection or EventKind.Threat)) return [];
        // "Reached a deal to return it … secured an understanding": the deal of the two.
        if (HappeningFolder.IsDeal(happening)) return [];
        var words = new List<uint>(WordsMax);
        for (var token = happening.Trigger + 1; token < Math.Min(view.Count, happening.Trigger + ReachMax) && words.Count < WordsMax; token++)
        {
            if (view.Tag(token) is not (Upos.Noun or Upos.Verb or Upos.Adj) || view.Lemma(token).Length < LetterMin || view.MentionAt(token) is { Code: not null }) continue;
            words.Add(FeatureHash.Folded(view.Lemma(token)));
        }
        return words;
    }

    /// <summary>Whether two tellings are about different things: both say about what, and not one word is the same.</summary>
    public static bool Differ(Happening told, Happening again)
    {
        if (told.Content.Count < WordsMin || again.Content.Count < WordsMin) return false;
        foreach (var word in told.Content)
            if (again.Content.Contains(word)) return false;
        return true;
    }
}
