using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Mentions;

/// <summary>Finds the lexicon's names in a document and decides between the senses of a name.</summary>
internal static class NameSearch
{
    /// <summary>Fills the draft's items, longest name first, without overlap.</summary>
    public static void Run(Draft draft)
    {
        var senses = new List<Sense>();
        for (var at = 0; at < draft.Words.Count;)
        {
            var length = draft.Gazetteer.Trie.Longest(draft.Text, draft.Words.Span, at, senses);
            if (length > 0 && Accepts(draft, at, length, senses))
            {
                Add(draft, at, length, senses);
                at += length;
            }
            else at++;
        }
        foreach (var item in draft.Items) Support(draft, item);
        for (var index = 0; index < draft.Items.Count; index++)
            if (draft.Items[index].Others is not null) Decide(draft, draft.Items[index]);
    }

    private static bool Accepts(Draft draft, int at, int length, List<Sense> senses)
    {
        ref readonly var word = ref draft.Words[at];
        if (length > 1 || !word.Has(WordShape.Capital)) return true;
        // A capital at a sentence's start says nothing of a word that grammar uses ("May", "Nice" of a text that has "nice").
        if (word.Is(WordClasses.Common) && word.Has(WordShape.First | WordShape.Headline)) senses.RemoveAll(IsNameOfOneWord);
        // In a line all in capitals "US" may be the pronoun.
        if (word.Length == 2 && draft.Has(at - 1, WordShape.AllCapitals) && draft.Has(at + 1, WordShape.AllCapitals))
            senses.RemoveAll(sense => sense.Kind == SenseKind.Country);
        return senses.Count > 0;
    }

    private static bool IsNameOfOneWord(Sense sense) =>
        sense.Kind is SenseKind.Place or SenseKind.FirstName or SenseKind.Leader or SenseKind.Outlet or SenseKind.Body;

    private static void Add(Draft draft, int at, int length, List<Sense> senses)
    {
        senses.Sort(static (one, other) => one.Kind.CompareTo(other.Kind));
        var item = new Item(at, at + length, senses[0]) { Others = senses.Count > 1 ? [.. senses] : null };
        foreach (var sense in senses)
            if (sense is PlaceSense place && (item.Place is null || place.Rank < item.Place.Rank)) item.Place = place;
        draft.Cover(item, draft.Items.Count);
        draft.Items.Add(item);
    }

    private static void Support(Draft draft, Item item)
    {
        if (item.Sense is not { Code.Length: 3 } sense || item.Others is { } others && others.Any(other => other.Code is not null && other.Code != sense.Code)) return;
        if (sense.Kind is SenseKind.Country or SenseKind.Demonym or SenseKind.Capital or SenseKind.People or SenseKind.Metonym or SenseKind.Place or SenseKind.Leader)
            draft.Support[sense.Code] = draft.Support.GetValueOrDefault(sense.Code) + 1;
    }

    private static void Decide(Draft draft, Item item)
    {
        var senses = item.Others!;
        var firstName = Array.Find(senses, sense => sense.Kind == SenseKind.FirstName);
        if (firstName is not null && BeginsPerson(draft, item))
        {
            (item.Sense, item.Place) = (firstName, null);
            return;
        }
        var best = default(Sense);
        var bestWeight = double.MinValue;
        foreach (var sense in senses)
        {
            if (sense.Kind == SenseKind.FirstName) continue;
            var weight = Weight(draft, item, sense);
            if (weight > bestWeight) (best, bestWeight) = (sense, weight);
        }
        item.Sense = best ?? item.Sense;
        item.Place = item.Sense as PlaceSense ?? (item.Place?.Code == item.Sense?.Code ? item.Place : PlaceWithCode(senses, item.Sense?.Code));
    }

    private static PlaceSense? PlaceWithCode(Sense[] senses, string? code) =>
        senses.OfType<PlaceSense>().Where(place => place.Code == code).MinBy(place => place.Rank);

    /// <summary>"Jordan Ellis", "Chad Brown": the next word continues a name.</summary>
    private static bool BeginsPerson(Draft draft, Item item)
    {
        var next = item.End;
        if (!draft.SameSentence(item.First, next) || draft.Words[next].Has(WordShape.Glued)) return false;
        if (!draft.Words[next].Has(WordShape.Capital) || draft.Words[next].Is(WordClasses.Org | WordClasses.Site | WordClasses.Common | WordClasses.Month)) return false;
        if (draft.Is(item.First - 1, WordClasses.Locative)) return false;
        return draft.Covering(next) is null || draft.Covering(next)!.Kind is SenseKind.FirstName;
    }

    private static double Weight(Draft draft, Item item, Sense sense)
    {
        var weight = -(double)sense.Kind;
        if (sense is PlaceSense place) weight += 3 - place.Rank;
        if (sense.Code is { Length: 3 } code)
        {
            weight += Math.Min(draft.Support.GetValueOrDefault(code), 4) * 3;
            if (NeighbourCode(draft, item) == code) weight += 20;
        }
        return weight;
    }

    /// <summary>The country of the place beside a comma: "Atlanta, Georgia", "Tripoli, Lebanon".</summary>
    private static string? NeighbourCode(Draft draft, Item item)
    {
        if (draft.IsMark(item.First - 1, ',') && draft.Covering(item.First - 2) is { Kind: SenseKind.Place or SenseKind.Capital, Others: null } before)
            return before.Sense!.Code;
        if (draft.IsMark(item.End, ',') && draft.Covering(item.End + 1) is { Kind: SenseKind.Place or SenseKind.Country, Others: null } after)
            return after.Sense!.Code;
        return null;
    }
}
