using Aggregator.Extraction.Lexicon;

namespace Aggregator.Extraction.Mentions;

/// <summary>Finds runs of capitalised words that the lexicon does not know: people, bodies, places.</summary>
internal static class RunSearch
{
    private const int WordsMax = 9;
    private const int ParticlesMax = 3;

    /// <summary>Adds runs to the draft's items; a run takes in the first names and surnames found before.</summary>
    public static void Run(Draft draft)
    {
        var found = new List<Item>();
        for (var at = 0; at < draft.Words.Count;)
        {
            var covering = draft.Covering(at);
            if (covering is { Kind: not SenseKind.FirstName } && !BeginsRun(draft, covering))
            {
                found.Add(covering);
                at = covering.End;
                continue;
            }
            if (covering is null && !MayBegin(draft, at))
            {
                at++;
                continue;
            }
            var run = Extend(draft, at, covering);
            if (run is null) at = covering?.End ?? at + 1;
            else
            {
                found.Add(run);
                at = run.End;
            }
        }
        draft.Items.Clear();
        draft.Items.AddRange(found);
        draft.ItemAt.AsSpan(0, draft.Words.Count).Fill(-1);
        for (var index = 0; index < found.Count; index++) draft.Cover(found[index], index);
    }

    private static bool MayBegin(Draft draft, int at)
    {
        ref readonly var word = ref draft.Words[at];
        if (!word.Has(WordShape.Capital) || word.Is(WordClasses.Month)) return false;
        if (word.Is(WordClasses.Function | WordClasses.Pronoun) || word.Length < 2) return false;
        if (!word.Is(WordClasses.Common)) return true;
        // "National Front" begins a sentence too; "New arrivals" and "Big Story" do not begin a name there.
        return !word.Has(WordShape.First | WordShape.Headline) || draft.Is(at + 1, WordClasses.Org) && draft.Has(at + 1, WordShape.Capital);
    }

    /// <summary>"Donald Trump Jr.": a suffix makes a leader's name another person's; "Korean Peninsula" is a place, "Ministry of Rivers" a body.</summary>
    private static bool BeginsRun(Draft draft, Item item)
    {
        if (item.Kind == SenseKind.Leader && item.Count > 1) return draft.IsWord(item.End, "Jr.") || draft.IsWord(item.End, "Jr");
        if (item.Kind == SenseKind.Force)
            return draft.Has(item.First, WordShape.Capital) && !draft.Has(item.First, WordShape.Headline) && draft.IsWord(item.End, "of")
                && draft.Has(item.End + 1, WordShape.Capital) && draft.Covering(item.End + 1) is null;
        return item.Kind is SenseKind.Demonym && draft.SameSentence(item.First, item.End) && draft.Covering(item.End) is null
            && draft.Is(item.End, WordClasses.Site) && draft.Has(item.End, WordShape.Capital) && !draft.Has(item.First, WordShape.Headline);
    }

    private static Item? Extend(Draft draft, int at, Item? covering)
    {
        var run = new Item(at, covering?.End ?? at + 1, null);
        if (covering?.Sense is FirstNameSense first) run.FirstNameLetter = first.Letter;
        run.HasOrg = covering is null && draft.Is(at, WordClasses.Org) || covering is { Kind: SenseKind.Force };
        while (run.Count < WordsMax && Step(draft, run))
        {
        }
        if (run.Count == 1 && covering is { Kind: SenseKind.FirstName } && draft.Has(at, WordShape.First) && draft.Is(at, WordClasses.Common)) return null;
        return run;
    }

    private static bool Step(Draft draft, Item run)
    {
        var next = run.End;
        if (!draft.SameSentence(run.First, next)) return false;
        ref readonly var word = ref draft.Words[next];
        if (draft.IsMark(next, '-')) return Hyphen(draft, run, next);
        if (word.Has(WordShape.Glued) || word.Is(WordClasses.Month) || word.Is(WordClasses.Function) && word.Has(WordShape.Capital) && !word.Has(WordShape.Abbreviation)) return false;
        if (word.Is(WordClasses.Particle) && word.Has(WordShape.Small)) return Particles(draft, run, next);
        if (run.HasOrg && (draft.IsWord(next, "of") || draft.IsWord(next, "for"))) return Owner(draft, run, next);
        if (!word.Has(WordShape.Capital)) return false;
        if (draft.Covering(next) is { } item) return Absorb(draft, run, item);
        run.HasOrg |= word.Is(WordClasses.Org);
        run.End = next + 1;
        return true;
    }

    private static bool Absorb(Draft draft, Item run, Item item)
    {
        var joins = item.Kind switch
        {
            SenseKind.FirstName => true,
            SenseKind.Leader => item.Count == 1,
            SenseKind.Country or SenseKind.Place or SenseKind.Capital or SenseKind.Demonym => run.FirstNameLetter != 0 && run.Count == 1 && item.Count == 1,
            SenseKind.Force => draft.Has(item.End - 1, WordShape.Capital) && !run.HasOrg && run.FirstNameLetter == 0,
            _ => false,
        };
        if (!joins) return false;
        run.HasOrg |= item.Kind == SenseKind.Force;
        run.End = item.End;
        return true;
    }

    private static bool Hyphen(Draft draft, Item run, int hyphen)
    {
        var next = hyphen + 1;
        if (!draft.Has(hyphen, WordShape.Glued) || !draft.Has(next, WordShape.Glued) || !draft.SameSentence(run.First, next)) return false;
        ref readonly var word = ref draft.Words[next];
        // "Deir-i-Alsham": a small word between two hyphens.
        if (word.Has(WordShape.Small) && word.Length < 4 && draft.IsMark(next + 1, '-') && draft.Has(next + 2, WordShape.Capital) && draft.Has(next + 2, WordShape.Glued))
        {
            run.End = next + 3;
            return true;
        }
        if (draft.Covering(next) is { Kind: not SenseKind.FirstName }) return false;
        // "Moon Jae-in" goes on, "Ellis-led" does not.
        if (!word.Has(WordShape.Capital) && (run.Count < 2 || word.Length > 5 || !word.Has(WordShape.Small) || word.Is(WordClasses.Speech) || draft.IsWord(next, "led") || draft.IsWord(next, "era"))) return false;
        run.End = next + 1;
        return true;
    }

    private static bool Particles(Draft draft, Item run, int at)
    {
        var next = at;
        while (next < at + ParticlesMax && draft.Is(next, WordClasses.Particle) && draft.Has(next, WordShape.Small)) next++;
        if (draft.IsMark(next, '-')) next++;
        if (!draft.SameSentence(run.First, next) || !draft.Has(next, WordShape.Capital)) return false;
        // "in" and "as" join no names outside a run that a person begins.
        if (run.HasOrg || draft.Covering(next) is { Kind: not (SenseKind.FirstName or SenseKind.Leader or SenseKind.Place) }) return false;
        run.End = next + 1;
        return true;
    }

    /// <summary>"Bank of Ghana", "Institute for Peace Studies".</summary>
    private static bool Owner(Draft draft, Item run, int at)
    {
        var next = draft.IsWord(at + 1, "the") ? at + 2 : at + 1;
        if (!draft.SameSentence(run.First, next) || !draft.Has(next, WordShape.Capital) || draft.Is(next, WordClasses.Month)) return false;
        var item = draft.Covering(next);
        if (item is { Kind: SenseKind.Office or SenseKind.Leader or SenseKind.FirstName }) return false;
        if (item is { Kind: SenseKind.Country or SenseKind.Capital or SenseKind.Place }) run.OwnerCode ??= item.Sense!.Code;
        run.End = item?.End ?? next + 1;
        return true;
    }
}
