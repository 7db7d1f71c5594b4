using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Mentions;

/// <summary>Counts where a text's happenings are: police and mayors belong there when nothing says whose they are.</summary>
internal static class Scenes
{
    public static void Count(Draft draft)
    {
        foreach (var mention in draft.Mentions)
        {
            if (mention is { Kind: MentionKind.Person, Leader: not null, OwnerSense: null, NameWords: > 1, Code: { Length: 3 } home }) draft.Homes[home] = draft.Homes.GetValueOrDefault(home) + 1;
            if (mention is not { Code: { Length: 3 } code, Kind: MentionKind.Place or MentionKind.Country or MentionKind.Government }) continue;
            var weight = draft.Is(mention.FirstWord - 1, WordClasses.Locative) ? 2 : mention.Kind == MentionKind.Place ? 1 : 0;
            if (weight > 0) draft.Scenes[code] = draft.Scenes.GetValueOrDefault(code) + weight;
        }
    }

    /// <summary>The state whose leaders the text names without saying whose they are: "President Obama" in a text of his own country; null when none stands out.</summary>
    public static string? Home(Draft draft)
    {
        if (draft.Homes.Count == 0) return null;
        var most = draft.Homes.MaxBy(pair => pair.Value);
        return most.Value * 2 > draft.Homes.Values.Sum() ? most.Key : null;
    }

    /// <summary>The state of most scenes; null when the text places nothing.</summary>
    public static string? Foremost(Draft draft) => draft.Scenes.Count == 0 ? null : draft.Scenes.MaxBy(pair => pair.Value).Key;
}
