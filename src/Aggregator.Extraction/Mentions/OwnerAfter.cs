using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Mentions;

/// <summary>Whose an office is, read from the words after it: "of Kenya", "for the Kenyan army", "at Human Rights Watch".</summary>
internal static class OwnerAfter
{
    /// <summary>Reads rightwards from a word.</summary>
    /// <returns>Code and role; both null when the words do not tell.</returns>
    public static (string? Code, string? Role, string? Rule, int End) Read(Draft draft, int at)
    {
        if (!draft.Is(at, WordClasses.Owning) || !draft.SameSentence(at - 1, at)) return default;
        var next = draft.IsWord(at + 1, "the") || draft.IsWord(at + 1, "a") ? at + 2 : at + 1;
        if (!draft.SameSentence(at, next)) return default;
        while (draft.Is(next, WordClasses.Modifier) && draft.Covering(next) is null && draft.SameSentence(at, next + 1)) next++;
        // "minister of state in London", "envoy to Syria": a place after in, from or to is not whom the office serves.
        var serves = draft.IsWord(at, "of") || draft.IsWord(at, "for");
        if (draft.Covering(next) is not { Sense: { } sense } item) return default;
        switch (sense.Kind)
        {
            case SenseKind.Body or SenseKind.ArmedGroup or SenseKind.Metonym when !draft.IsWord(at, "to") && !draft.IsWord(at, "in"):
                return (sense.Code, sense.Role, "of-body", item.End);
            case SenseKind.Country or SenseKind.Capital or SenseKind.Place when serves:
                return (sense.Code, null, "of-country", item.End);
            case SenseKind.Demonym when serves:
                while (item.End < draft.Words.Count && draft.Is(item.End, WordClasses.Modifier) && draft.Covering(item.End) is null) item = new Item(item.First, item.End + 1, sense);
                var force = draft.Covering(item.End);
                return force is { Kind: SenseKind.Force } ? (sense.Code, force.Sense!.Role, "of-force", force.End) : (sense.Code, null, "of-demonym", item.End);
            case SenseKind.Force when serves:
                return (null, sense.Role, "of-force", item.End);
            default:
                return default;
        }
    }

    /// <summary>The state of a place that "in" puts before a word: "in Lima", "in the city of Lima"; null when none follows.</summary>
    public static string? PlaceIn(Draft draft, int at)
    {
        if (!draft.IsWord(at, "in") || !draft.SameSentence(at - 1, at)) return null;
        var next = draft.IsWord(at + 1, "the") ? at + 2 : at + 1;
        return draft.SameSentence(at, next) && draft.Covering(next) is { Sense: { Kind: SenseKind.Country or SenseKind.Capital or SenseKind.Place, Code: { Length: 3 } code } } ? code : null;
    }

    /// <summary>One past the last of several states or bodies: "the leaders of Kenya, Uganda and the African Union".</summary>
    /// <param name="draft">The document.</param>
    /// <param name="end">One past the first of them.</param>
    public static int EndOfList(Draft draft, int end)
    {
        var last = end;
        while (draft.SameSentence(end - 1, last))
        {
            var next = last;
            if (draft.IsMark(next, ',')) next++;
            if (draft.IsWord(next, "and") || draft.IsWord(next, "or")) next++;
            if (draft.IsWord(next, "the")) next++;
            if (next == last || draft.Covering(next) is not { Kind: SenseKind.Country or SenseKind.Body or SenseKind.Capital or SenseKind.ArmedGroup } item) break;
            last = item.End;
        }
        return last;
    }
}
