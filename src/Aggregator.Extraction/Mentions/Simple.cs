using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Mentions;

/// <summary>Mentions that are one name of the lexicon: states, nationalities, bodies, groups, outlets, places.</summary>
internal static class Simple
{
    public static Mention Read(Draft draft, Item item)
    {
        var sense = item.Sense!;
        var (kind, rule) = sense.Kind switch
        {
            SenseKind.Country => (MentionKind.Country, "country.name"),
            SenseKind.Demonym => (MentionKind.Demonym, "country.demonym"),
            SenseKind.People => (MentionKind.People, "country.people"),
            SenseKind.Metonym => (MentionKind.Government, "government.metonym"),
            SenseKind.Capital => IsGovernment(draft, item) ? (MentionKind.Government, "government.capital") : (MentionKind.Place, "place.capital"),
            SenseKind.Body => (MentionKind.Body, "body.known"),
            SenseKind.ArmedGroup => (MentionKind.ArmedGroup, "armed-group.known"),
            SenseKind.Outlet => (MentionKind.Outlet, "outlet.known"),
            _ => (MentionKind.Place, "place.known"),
        };
        var mention = new Mention(draft.SpanOf(item.First, item.End), kind, rule)
        {
            FirstWord = item.First, EndWord = item.End, Sentence = draft.Words[item.First].Sentence,
            Code = sense.Code,
            Role = kind == MentionKind.Place ? null : sense.Role,
            FullName = kind == MentionKind.Demonym ? null : sense.Name,
            Place = kind == MentionKind.Place ? item.Place : null,
            IsPlural = kind == MentionKind.People,
        };
        if (kind == MentionKind.Demonym) Demonym(draft, item, mention);
        return mention;
    }

    private static void Demonym(Draft draft, Item item, Mention mention)
    {
        if (Owner.IsOpposed(draft, item.First))
        {
            mention.Code = null;
            mention.Because("cause");
        }
        else if (draft.IsWord(item.First - 1, "the") && IsPeople(draft, item.End))
        {
            (mention.Kind, mention.Role, mention.IsPlural, mention.Rule) = (MentionKind.People, "CVL", true, "country.the-people");
        }
        else if (draft.IsMark(item.End, '-') && draft.Has(item.End, WordShape.Glued)) mention.Because("hyphen");
    }

    /// <summary>No noun follows that the nationality could belong to: "the French were", "the Dutch,".</summary>
    private static bool IsPeople(Draft draft, int after)
    {
        if (draft.IsMark(after, '-')) return false;
        return !draft.Has(after, WordShape.Small | WordShape.Capital) || draft.Has(after, WordShape.Small)
            && (draft.Is(after, WordClasses.Speech) || draft.IsWord(after, "are") || draft.IsWord(after, "were") || draft.IsWord(after, "have"));
    }

    /// <summary>Whether a capital's name stands for its government: it acts, is acted with, or owns.</summary>
    private static bool IsGovernment(Draft draft, Item item)
    {
        int before = item.First - 1, after = item.End;
        if (draft.Is(before, WordClasses.Locative) || draft.IsWord(before, "from") || draft.IsWord(before, "to") || draft.IsWord(before, "of") || draft.IsWord(before, "capital")) return false;
        if (draft.IsMark(after, ',') && draft.Covering(after + 1) is { Kind: SenseKind.Country or SenseKind.Place }) return false;
        if (draft.IsMark(before, ',') && draft.Covering(before - 1) is { Kind: SenseKind.Place }) return false;
        if (draft.Has(item.First, WordShape.First) && IsDateline(draft, after)) return false;
        if (draft.Has(after, WordShape.Clitic) || draft.IsMark(after, '-') && draft.Has(after, WordShape.Glued)) return true;
        if (draft.Is(after, WordClasses.Speech) || draft.Is(before, WordClasses.Joining)) return true;
        if (draft.Is(before, WordClasses.Speech) && draft.Has(before, WordShape.Small)) return true;
        if (draft.IsWord(before, "and")) return draft.Covering(before - 1) is { Kind: SenseKind.Capital or SenseKind.Country or SenseKind.Metonym };
        return draft.Has(item.First, WordShape.First) && draft.Has(after, WordShape.Small);
    }

    private static bool IsDateline(Draft draft, int after) =>
        draft.IsMark(after, '(') || draft.IsMark(after, '—') || draft.IsMark(after, '–') || draft.IsMark(after, '-') && !draft.Has(after + 1, WordShape.Glued)
        || draft.IsMark(after, ',') && draft.Is(after + 1, WordClasses.Month) || draft.IsMark(after, ':');
}
