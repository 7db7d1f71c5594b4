using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Mentions;

/// <summary>Mentions of capitalised words that the lexicon does not know: by shape and by what stands around them.</summary>
internal static class Runs
{
    private const int PersonWordsMax = 5;

    public static Mention? Read(Draft draft, Item run)
    {
        var headline = draft.Has(run.First, WordShape.Headline);
        if (headline && run.FirstNameLetter == 0 && !run.HasOrg) return null;
        var mention = new Mention(draft.SpanOf(run.First, run.End), MentionKind.Name, "name.shape")
        {
            FirstWord = run.First, EndWord = run.End, Sentence = draft.Words[run.First].Sentence,
            FullName = draft.TextOf(run.First, run.End),
        };
        if (run.FirstNameLetter != 0 && run.Count is > 1 and <= PersonWordsMax && !run.HasOrg)
        {
            (mention.Kind, mention.Rule, mention.Gender) = (MentionKind.Person, "person.first-name", People.GenderOf(run.FirstNameLetter));
        }
        else if (run.HasOrg && run.Count > 1) Body(draft, run, mention);
        else if (draft.Is(run.End - 1, WordClasses.Site) && run.Count > 1) (mention.Kind, mention.Rule) = (MentionKind.Place, "place.shape");
        else if (run.Count is > 1 and <= PersonWordsMax && SpeaksOrIsDescribed(draft, run)) (mention.Kind, mention.Rule) = (MentionKind.Person, "person.shape");
        else if (run.Count == 1 && (draft.Has(run.First, WordShape.First) || draft.Is(run.First, WordClasses.Org | WordClasses.Site))) mention.IsInferred = true;
        return mention;
    }

    private static void Body(Draft draft, Item run, Mention mention)
    {
        (mention.Kind, mention.Rule) = (MentionKind.Body, "body.shape");
        var owner = Owner.Before(draft, run.First);
        if (owner.Code is not null)
        {
            mention.Code = owner.Code;
            mention.Because(owner.Rule!);
            mention.Span = draft.SpanOf(owner.First, run.End);
            mention.FirstWord = owner.First;
        }
        else
        {
            mention.Code = run.OwnerCode;
            if (mention.Code is not null) mention.Because("of-country");
        }
        mention.Role = RoleOf(draft, run);
    }

    private static string? RoleOf(Draft draft, Item run)
    {
        for (var word = run.End - 1; word >= run.First; word--)
        {
            if (draft.Form(word) is var form && form.Length < 2) continue;
            var role = form switch
            {
                "Ministry" or "Department" or "Bureau" or "Cabinet" or "Directorate" or "Secretariat" => "GOV",
                "Army" or "Navy" or "Force" or "Forces" or "Brigade" or "Regiment" or "Battalion" or "Corps" or "Command" => "MIL",
                "Police" => "COP",
                "Court" or "Tribunal" => "JUD",
                "Parliament" or "Senate" or "Assembly" or "Congress" => "LEG",
                "Party" => "PTY",
                "University" or "College" or "School" or "Academy" or "Institute" => "EDU",
                "Hospital" => "HLH",
                "Company" or "Corp" or "Corp." or "Inc" or "Inc." or "Ltd" or "Ltd." or "Bank" or "Airlines" or "Airways" or "Motors" => "BUS",
                "Church" or "Mosque" => "REL",
                "News" or "Times" or "Post" or "Television" or "Gazette" or "Herald" or "Tribune" => "MED",
                _ => null,
            };
            if (role is not null) return role;
        }
        return null;
    }

    /// <summary>A verb of saying, an age, or "who" follows: the name is a person's.</summary>
    private static bool SpeaksOrIsDescribed(Draft draft, Item run)
    {
        var after = run.End;
        if (draft.Is(after, WordClasses.Speech) && draft.Has(after, WordShape.Small)) return true;
        if (draft.Is(run.First - 1, WordClasses.Speech) && (draft.IsMark(after, ',') || draft.IsMark(after, '.'))) return true;
        if (!draft.IsMark(after, ',')) return false;
        return draft.Has(after + 1, WordShape.Digit) && (draft.IsMark(after + 2, ',') || draft.IsMark(after + 2, '.'))
            || draft.IsWord(after + 1, "who") || draft.IsWord(after + 1, "whose");
    }
}
