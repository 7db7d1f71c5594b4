using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Mentions;

/// <summary>Joins a name and an office beside it: "Ana Ruiz, the foreign minister", "the foreign minister, Ana Ruiz,".</summary>
internal static class Appositions
{
    private const int GapWordsMax = 6;

    public static void Link(Draft draft)
    {
        var mentions = draft.Mentions;
        for (var i = 0; i + 1 < mentions.Count; i++)
        {
            Mention one = mentions[i], other = mentions[i + 1];
            if (one.Sentence != other.Sentence) continue;
            if (one.OwnerEndWord > one.EndWord && i + 2 < mentions.Count && other.EndWord == one.OwnerEndWord) other = mentions[i + 2];
            if (one.Sentence != other.Sentence) continue;
            if (one.Kind == MentionKind.Office && IsPersonLike(other) && IsNameBehind(draft, one, other)) Join(other, one, "appositive");
            else if (IsPersonLike(one) && other.Kind == MentionKind.Office && IsOfficeBehind(draft, one, other)) Join(one, other, "appositive");
            else if (other.Kind == MentionKind.Person && other.Code is null && one.Code is not null && IsOwner(draft, one, other))
            {
                other.Code = one.Code;
                other.Because(one.Kind == MentionKind.Demonym ? "demonym" : "possessive");
            }
        }
    }

    private static bool IsPersonLike(Mention mention) =>
        mention.Kind == MentionKind.Person || mention.Kind == MentionKind.Name && !mention.IsInferred;

    private static bool IsNameBehind(Draft draft, Mention office, Mention name)
    {
        var end = Math.Max(office.EndWord, office.OwnerEndWord);
        if (office.IsPlural || !draft.IsMark(end, ',') || name.FirstWord != end + 1 || name.Office is not null && name.Leader is null) return false;
        return Agrees(office, name) && (draft.IsMark(name.EndWord, ',') || draft.IsMark(name.EndWord, '.') || draft.Is(name.EndWord, WordClasses.Speech));
    }

    private static bool IsOfficeBehind(Draft draft, Mention name, Mention office)
    {
        var gap = office.FirstWord - name.EndWord;
        if (office.IsPlural || !draft.IsMark(name.EndWord, ',') || gap is < 1 or > GapWordsMax || !Agrees(office, name)) return false;
        for (var word = name.EndWord + 1; word < office.FirstWord; word++)
            if (!draft.Has(word, WordShape.Digit) && !(draft.IsMark(word, ',') && draft.Has(word - 1, WordShape.Digit)) && !draft.IsWord(word, "the") && !draft.IsWord(word, "a") && !draft.IsWord(word, "an") && !draft.Is(word, WordClasses.Modifier | WordClasses.Former)
                && !draft.IsMark(word, '-')) return false;
        // "Ellis, the president said": the office is the subject of its own clause.
        return !draft.Is(office.EndWord, WordClasses.Speech) || draft.IsMark(name.EndWord, ',') && !draft.IsWord(name.EndWord + 1, "the");
    }

    private static bool Agrees(Mention office, Mention name) =>
        name.Leader is null || office.Code is null || office.Code == name.Code;

    private static bool IsOwner(Draft draft, Mention one, Mention person) => one.Kind switch
    {
        MentionKind.Demonym => person.FirstWord == one.EndWord && !draft.Has(person.FirstWord, WordShape.Glued),
        MentionKind.Country => draft.Has(one.EndWord, WordShape.Clitic) && person.FirstWord == one.EndWord + 1,
        _ => false,
    };

    private static void Join(Mention name, Mention office, string rule)
    {
        if (name.Kind == MentionKind.Name) (name.Kind, name.Rule) = (MentionKind.Person, "person.appositive");
        else name.Because(rule);
        name.Code ??= office.Code;
        office.Code ??= name.Code;
        if (!office.IsFormer) name.Role = office.Role ?? name.Role;
        name.IsFormer |= office.IsFormer;
        name.Office = office.Office;
        name.OfficeSense = office.OfficeSense;
        if (name.Gender == Gender.Unknown) name.Gender = office.Gender;
        if (name.OwnerWord < 0) name.OwnerWord = office.OwnerWord;
        office.FullName = name.FullName;
        office.AppositionOf = name;
        office.Because(rule);
    }
}
