using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Mentions;

/// <summary>Whose an office or a force is, read from the words before it: "Kenya's former", "the new UN", "his".</summary>
internal readonly record struct Owner(int First, string? Code, string? Role, string? Rule, int OwnerWord, bool IsFormer, bool IsDefinite, Sense? Sense = null)
{
    private const int ModifiersMax = 4;

    /// <summary>Reads leftwards from a word.</summary>
    /// <param name="draft">The document.</param>
    /// <param name="at">Index of the office's or force's first word.</param>
    public static Owner Before(Draft draft, int at)
    {
        var owner = new Owner(at, null, null, null, -1, false, false);
        var modifiers = 0;
        while (owner.First > 0 && draft.SameSentence(at, owner.First - 1))
        {
            var before = owner.First - 1;
            if (draft.Covering(before) is { } item)
            {
                if (owner.Code is not null && item.Kind != SenseKind.Demonym || !Reads(draft, item, ref owner)) break;
                continue;
            }
            ref readonly var word = ref draft.Words[before];
            if (word.Has(WordShape.Clitic) && owner.Code is null) { if (!Possessor(draft, before, ref owner)) break; }
            else if (word.Is(WordClasses.Possessive) && owner.Code is null) return owner with { OwnerWord = before, IsDefinite = true };
            else if (word.Is(WordClasses.Former) && modifiers++ < ModifiersMax) owner = owner with { First = before, IsFormer = true };
            else if (draft.IsMark(before, '-') && draft.Is(before - 1, WordClasses.Former)) owner = owner with { First = before - 1, IsFormer = true };
            else if (word.Is(WordClasses.Modifier) && modifiers++ < ModifiersMax) owner = owner with { First = before };
            else if (draft.IsWord(before, "the")) return owner with { IsDefinite = true };
            else break;
        }
        return owner;
    }

    private static bool Reads(Draft draft, Item item, ref Owner owner)
    {
        if (item.Sense is not { } sense || draft.IsMark(item.End, '-')) return false;
        if (IsOpposed(draft, item.First)) return false;
        switch (sense.Kind)
        {
            case SenseKind.Demonym or SenseKind.Country or SenseKind.Capital or SenseKind.Place or SenseKind.Metonym or SenseKind.Body or SenseKind.ArmedGroup:
                if (owner.Code is not null) return false;
                var role = sense.Kind is SenseKind.Body or SenseKind.ArmedGroup ? sense.Role : null;
                owner = owner with { First = item.First, Code = sense.Code, Role = role, Rule = Name(sense.Kind), Sense = sense };
                return sense.Code is not null;
            case SenseKind.Force:
                var outer = Before(draft, item.First);
                owner = owner with { First = outer.First, Code = outer.Code, Role = sense.Role, Rule = "force", OwnerWord = outer.OwnerWord, IsDefinite = outer.IsDefinite, Sense = outer.Sense };
                return false;
            default:
                return false;
        }
    }

    /// <summary>"pro-Russian", "anti-Israeli": the nationality is of the cause, not of the people.</summary>
    public static bool IsOpposed(Draft draft, int first) =>
        draft.IsMark(first - 1, '-') && (draft.IsWord(first - 2, "pro") || draft.IsWord(first - 2, "anti") || draft.IsWord(first - 2, "non"));

    private static bool Possessor(Draft draft, int clitic, ref Owner owner)
    {
        if (draft.Covering(clitic - 1) is { Sense: { Code: not null } sense } item
            && sense.Kind is SenseKind.Country or SenseKind.Capital or SenseKind.Place or SenseKind.Metonym or SenseKind.Body or SenseKind.ArmedGroup)
        {
            var role = sense.Kind is SenseKind.Body or SenseKind.ArmedGroup ? sense.Role : null;
            owner = owner with { First = item.First, Code = sense.Code, Role = role, Rule = Name(sense.Kind) + "-possessive", IsDefinite = true, Sense = sense };
            return false;
        }
        var person = draft.Covering(clitic - 1) is { } named && (named.IsRun || named.Kind is SenseKind.Leader or SenseKind.Office or SenseKind.Force);
        if (person || draft.Is(clitic - 1, WordClasses.Land | WordClasses.Group)) owner = owner with { OwnerWord = clitic - 1, IsDefinite = true };
        return false;
    }

    private static string Name(SenseKind kind) => kind switch
    {
        SenseKind.Demonym => "demonym",
        SenseKind.Country => "country",
        SenseKind.Capital or SenseKind.Place => "place",
        SenseKind.Metonym => "metonym",
        SenseKind.Body => "body",
        _ => "armed-group",
    };
}
