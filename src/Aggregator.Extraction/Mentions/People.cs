using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Mentions;

/// <summary>Mentions of people: leaders whom the lexicon knows, and names behind a title.</summary>
internal static class People
{
    /// <summary>A leader by full name or by a surname that is theirs alone.</summary>
    public static Mention Leader(Draft draft, Item item, LeaderSense leader)
    {
        var mention = new Mention(draft.SpanOf(item.First, item.End), MentionKind.Person, "person.known")
        {
            FirstWord = item.First, EndWord = item.End, NameWords = item.Count, Sentence = draft.Words[item.First].Sentence,
        };
        Know(draft, mention, leader);
        return mention;
    }

    /// <summary>A name behind a title; null when the item is no person's name.</summary>
    public static Mention? Titled(Draft draft, Item named, Owner owner, OfficeSense office)
    {
        if (!IsName(draft, named)) return null;
        var mention = new Mention(draft.SpanOf(named.First, named.End), MentionKind.Person, "person.title")
        {
            FirstWord = named.First, EndWord = named.End, NameWords = named.Count, Sentence = draft.Words[named.First].Sentence,
            FullName = draft.TextOf(named.First, named.End),
            OfficeSense = office,
            Gender = GenderOf(office) is var told and not Gender.Unknown ? told : GenderOf(named.FirstNameLetter),
        };
        var leader = named.Sense as LeaderSense ?? LeaderBySurname(draft, named, owner.Code, office);
        if (leader is not null) Know(draft, mention, leader);
        if (office.Sort is not ("mr" or "mrs" or "honorific"))
        {
            mention.Office = office.Name;
            mention.Role = owner.Role ?? (mention.Role is "IGO" or "NGO" or "REB" ? mention.Role : office.Role ?? mention.Role);
        }
        if (owner.Code is not null) mention.Code = owner.Code;
        if (owner.Rule is not null) mention.Because(owner.Rule);
        mention.IsFormer = owner.IsFormer;
        mention.OwnerWord = owner.OwnerWord;
        mention.OwnerSense = owner.Sense;
        if (owner.IsFormer) mention.Role = null;
        return mention;
    }

    /// <summary>What an office tells of who holds it.</summary>
    public static Gender GenderOf(OfficeSense office) => office.Sort switch
    {
        "mr" or "spokesman" when office.Name.EndsWith("man", StringComparison.Ordinal) || office.Sort == "mr" => Gender.Male,
        "mrs" or "spokeswoman" => Gender.Female,
        _ when office.Name.EndsWith("woman", StringComparison.Ordinal) => Gender.Female,
        _ when office.Name is "king" or "prince" or "emir" or "sultan" or "crown prince" or "emperor" or "pope" => Gender.Male,
        _ when office.Name is "queen" or "princess" or "crown princess" or "empress" or "first lady" => Gender.Female,
        _ => Gender.Unknown,
    };

    /// <summary>What a first name tells.</summary>
    public static Gender GenderOf(char letter) => letter switch { 'm' => Gender.Male, 'f' => Gender.Female, _ => Gender.Unknown };

    private static bool IsName(Draft draft, Item item)
    {
        if (draft.Has(item.First, WordShape.Glued)) return false;
        if (item.Sense is LeaderSense or FirstNameSense) return true;
        if (item.IsRun) return !item.HasOrg || item.FirstNameLetter != 0;
        // A surname that is a place's too ("President Jordan") is a name behind a title only when nothing else follows.
        return item.Kind == SenseKind.Place && item.Place is { Rank: > 2 } && item.Count == 1 && draft.Is(item.End, WordClasses.Speech);
    }

    private static void Know(Draft draft, Mention mention, LeaderSense leader)
    {
        var held = leader.OfficeOn(draft.Published);
        mention.Leader = leader;
        mention.FullName = leader.Name;
        mention.Code = held.Code;
        mention.Office = held.Office;
        mention.IsFormer = held.To < draft.Published;
        mention.Role = RoleOf(draft, held);
        var space = leader.Name.IndexOf(' ', StringComparison.Ordinal);
        var first = draft.Gazetteer.Find(space < 0 ? leader.Name : leader.Name[..space]);
        foreach (var sense in first)
            if (sense is FirstNameSense name && mention.Gender == Gender.Unknown) mention.Gender = GenderOf(name.Letter);
    }

    private static string? RoleOf(Draft draft, HeldOffice held)
    {
        if (held.Code.StartsWith("IGO:", StringComparison.Ordinal)) return "IGO";
        if (held.Code.StartsWith("NGO:", StringComparison.Ordinal)) return "NGO";
        if (held.Code.StartsWith("NSA:", StringComparison.Ordinal)) return "REB";
        foreach (var sense in draft.Gazetteer.Find(held.Office))
            if (sense is OfficeSense office) return office.Role ?? "GOV";
        return "GOV";
    }

    /// <summary>"President Ruto": a leader of that surname and office, of the state that is told or that the text is about.</summary>
    private static LeaderSense? LeaderBySurname(Draft draft, Item named, string? code, OfficeSense office)
    {
        if (named.Count > 1 || office.Sort is "private" or "suspect" or "victim") return null;
        var form = draft.Form(named.First);
        Span<char> key = stackalloc char[form.Length <= 64 ? 64 : form.Length];
        var bearers = draft.Gazetteer.LeadersNamed(key[..Folding.WriteKey(form, key)].ToString());
        LeaderSense? best = null;
        var most = 0;
        foreach (var leader in bearers)
        {
            var held = leader.OfficeOn(draft.Published);
            if (code is not null && held.Code != code) continue;
            var weight = draft.Support.GetValueOrDefault(held.Code) + (code is not null ? 10 : 0)
                + (held.To is null || held.To >= draft.Published ? 2 : 0) + (held.Office.EndsWith(office.Name, StringComparison.OrdinalIgnoreCase) ? 3 : 0);
            if (weight > most && weight >= 4) (best, most) = (leader, weight);
        }
        return best;
    }
}
