using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Mentions;

/// <summary>Builds mentions from items: titles with names, offices and forces with whom they belong to, places and governments.</summary>
internal sealed class PhraseBuilder(Draft draft)
{
    /// <summary>Fills the draft's mentions, in the order of the text, without overlap.</summary>
    public void Run()
    {
        for (var at = 0; at < draft.Words.Count;) at = Read(at);
    }

    private int Read(int at) => draft.Covering(at) is { } item ? Read(item) : Pointers.Read(draft, at) is { } pointer ? Add(pointer) : at + 1;

    private int Read(Item item) => item.Sense switch
    {
        OfficeSense or ForceSense when item.Count == 1 && Pointers.Description(draft, item.First) is { } pointer => Add(pointer),
        null => Add(Runs.Read(draft, item)) is var end && end > 0 ? end : item.End,
        OfficeSense office => Office(item, office),
        ForceSense force => Force(item, force),
        LeaderSense leader => Add(People.Leader(draft, item, leader)),
        FirstNameSense => item.End,
        _ => Add(Simple.Read(draft, item)),
    };

    private int Office(Item item, OfficeSense office)
    {
        var last = item;
        while (draft.Covering(last.End) is { Kind: SenseKind.Office } next && draft.SameSentence(item.First, next.First) && Joins(next)) last = next;
        var owner = Owner.Before(draft, item.First);
        if (item != last && last.Sense is OfficeSense rank && (office.Role is null || office.Name == "deputy" || office.Sort is "mr" or "mrs" or "honorific")) office = rank;
        if (draft.Covering(last.End) is { } named && draft.SameSentence(item.First, named.First) && !draft.IsMark(last.End, '-')
            && People.Titled(draft, named, owner, office) is { } person)
        {
            person.Span = draft.SpanOf(owner.First, named.End);
            person.FirstWord = owner.First;
            return Titled(person, owner, office, IsPlural(last, office));
        }
        if (office.Sort is "mr" or "mrs" or "honorific" || office.Sort.EndsWith("rank", StringComparison.Ordinal)) return last.End;
        var after = owner.Code is null ? OwnerAfter.Read(draft, last.End) : default;
        if (IsWeak(item, last, owner, after)) return last.End;
        var mention = New(owner.First, last.End, MentionKind.Office, "office");
        mention.NameSpan = draft.SpanOf(item.First, last.End);
        mention.OfficeSense = office;
        mention.Office = office.Name;
        mention.Role = owner.IsFormer ? null : after.Role ?? owner.Role ?? office.Role;
        mention.Code = owner.Code ?? after.Code;
        mention.Gender = People.GenderOf(office);
        mention.IsPlural = IsPlural(last, office);
        mention.OwnerEndWord = after.End;
        if (mention.IsPlural && after.Code is not null) TakeList(mention);
        Own(mention, owner, after.Rule);
        if (mention.IsPlural || mention.Role is "COP" or "JUD") Station(mention, last.End);
        return Add(mention);
    }

    /// <summary>A title with a name, and whose it is: "President Ana Ruiz of Peru"; one of several is of all the names: "Presidents Ana Ruiz of Peru and Omar Diallo of Mali".</summary>
    private int Titled(Mention person, Owner owner, OfficeSense office, bool isPlural)
    {
        if (person.Code is null && person.OwnerWord < 0 && draft.IsWord(person.EndWord, "of") && OwnerAfter.Read(draft, person.EndWord) is { Code: { } code, Rule: { } rule } after)
        {
            (person.Code, person.OwnerEndWord, person.Role) = (code, after.End, person.Role ?? after.Role);
            person.Because(rule);
        }
        var end = Add(person);
        if (!isPlural) return end;
        while (end < person.OwnerEndWord) end = Read(end);
        var next = draft.IsMark(end, ',') ? end + 1 : end;
        if (draft.IsWord(next, "and")) next++;
        return next > end && draft.Covering(next) is { } named && draft.SameSentence(person.FirstWord, named.First) && People.Titled(draft, named, owner, office) is { } other
            ? Titled(other, owner, office, isPlural) : end;
    }

    private int Force(Item item, ForceSense force)
    {
        var owner = Owner.Before(draft, item.First);
        if (force.Number == "thing" && owner.Code is null && owner.OwnerWord < 0) return item.End;
        var mention = New(owner.First, item.End, MentionKind.Force, "force");
        mention.NameSpan = draft.SpanOf(item.First, item.End);
        mention.Role = owner.Role is "REB" && force.Role is "MIL" or null ? owner.Role : force.Role;
        mention.Code = owner.Code;
        mention.IsPlural = force.Number is "plural" or "thing" || force.Number == "body" && EndsInS(item);
        if (owner.Code is null && OwnerAfter.Read(draft, item.End) is { Code: { } code, Rule: { } rule } after && draft.IsWord(item.End, "of"))
        {
            (mention.Code, mention.OwnerEndWord) = (code, after.End);
            mention.Because(rule);
            TakeList(mention);
        }
        Own(mention, owner, null);
        Station(mention, item.End);
        return Add(mention);
    }

    /// <summary>"Prosecutors in Peru", "residents of the capital": those who are of the place they are in. Soldiers and envoys may be abroad.</summary>
    private void Station(Mention mention, int at)
    {
        if (mention.Code is not null || mention.HasList || mention.OwnerWord >= 0 || mention.Role is not ("GOV" or "COP" or "JUD" or "LEG" or "CVL" or "HLH")) return;
        if (OwnerAfter.PlaceIn(draft, at) is not { } code) return;
        mention.Code = code;
        mention.Because("in-place");
    }

    /// <summary>Of several states there is no one code: the mention's members are theirs.</summary>
    private void TakeList(Mention mention)
    {
        var end = OwnerAfter.EndOfList(draft, mention.OwnerEndWord);
        if (end == mention.OwnerEndWord) return;
        (mention.OwnerEndWord, mention.Code, mention.HasList) = (end, null, true);
    }

    private static void Own(Mention mention, Owner owner, string? after)
    {
        mention.OwnerWord = owner.OwnerWord;
        mention.IsFormer = owner.IsFormer;
        mention.IsDefinite = owner.IsDefinite;
        mention.OwnerSense = owner.Sense;
        if ((owner.Rule ?? after) is { } rule) mention.Because(rule);
    }

    /// <summary>"General" of an election, "major" damage, "head": an office only where a name or a body stands beside it.</summary>
    private bool IsWeak(Item item, Item last, Owner owner, (string? Code, string? Role, string? Rule, int End) after)
    {
        if (item != last || item.Count > 1 || !draft.Is(item.First, WordClasses.Weak)) return false;
        if (owner.Rule == "force") return draft.Has(item.First, WordShape.Small) && draft.IsWord(item.First, "general");
        if (owner.IsDefinite && draft.IsWord(item.End, "of")) return false;
        return after.Rule is null && (owner.Code is null || draft.Has(item.First, WordShape.Small) && draft.Has(item.End, WordShape.Small) && !draft.Is(item.End, WordClasses.Speech | WordClasses.Common));
    }

    private bool Joins(Item next) => !draft.Has(next.First, WordShape.Glued) && draft.Has(next.First, WordShape.Capital);

    private bool IsPlural(Item last, OfficeSense office) => EndsInS(last) && !office.Name.EndsWith('s');

    private bool EndsInS(Item item) => draft.Form(item.End - 1) is { Length: > 3 } form && form[^1] == 's';

    private Mention New(int first, int end, MentionKind kind, string rule) =>
        new(draft.SpanOf(first, end), kind, rule) { FirstWord = first, EndWord = end, Sentence = draft.Words[first].Sentence };

    /// <summary>Adds a mention and takes away those that it has taken in.</summary>
    private int Add(Mention? mention)
    {
        if (mention is null) return 0;
        var mentions = draft.Mentions;
        while (mentions.Count > 0 && mentions[^1].Span.End > mention.Span.Start) mentions.RemoveAt(mentions.Count - 1);
        mentions.Add(mention);
        return mention.EndWord;
    }
}
