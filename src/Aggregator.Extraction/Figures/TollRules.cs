namespace Aggregator.Extraction.Figures;

/// <summary>Tolls that are said apart from their number: "the death toll rose to 41", "civilian casualties exceeded 10,000".</summary>
internal static class TollRules
{
    private const int ReachAtomsMax = 36;

    /// <summary>Reads a word for a toll; adds what it finds to the sentence.</summary>
    internal static void Read(FigureSentence sentence, int at)
    {
        var atoms = sentence.Atoms;
        if (MeasureAt(sentence, at) is not { } measure) return;
        var (verb, exceeds) = (-1, false);
        for (var i = at + 1; i < Math.Min(atoms.Count, at + ReachAtomsMax); i++)
        {
            ref readonly var atom = ref atoms[i];
            if (atom.IsMark(';') || (atom.Is(Sense.HarmVerb | Sense.SufferVerb) && verb < 0 && !atoms.IsWord(i, "cost") && i > at + 3)) return;
            if (sentence.GroupFrom(i) is >= 0 and var group)
            {
                var people = sentence.Groups[group];
                if (people.Count is not null && people.Sort is PeopleSort.Counted or PeopleSort.NumberOnly && IsJoined(atoms, verb, i, at) && IsFree(sentence, people, measure))
                {
                    Add(sentence, group, measure, at, exceeds ? verb : -1);
                    return;
                }
                i = people.Last;
                continue;
            }
            if (atom.Is(Sense.TollVerb | Sense.ExceedVerb) || atom.IsMark(':') || atoms.IsWord(i, "of"))
                (verb, exceeds) = (i, atom.Is(Sense.ExceedVerb) && !atom.Is(Sense.TollVerb));
        }
    }

    /// <summary>What a toll counts; null when the word is none here.</summary>
    private static CasualtyMeasure? MeasureAt(FigureSentence sentence, int at)
    {
        var atoms = sentence.Atoms;
        ref readonly var word = ref atoms[at];
        // "The infection toll stood at three": cases, and nobody who died.
        if (word.Is(Sense.Toll) && (atoms.IsWord(at - 1, "infection") || atoms.IsWord(at - 1, "case") || atoms.IsWord(at - 1, "virus"))) return null;
        if (word.Is(Sense.Toll))
            return atoms[at - 1].Is(Sense.HarmNoun) ? atoms[at - 1].Lexeme.Measure
                : atoms.IsWord(at - 1, "casualty") ? CasualtyMeasure.Casualties
                : atoms.IsWord(at - 1, "a") && atoms.IsWord(at + 1, "on") ? null : CasualtyMeasure.Killed;
        if (word.Is(Cue.Number) && (atoms.IsWord(at + 1, "of") || atoms[at + 1].Is(Sense.HarmAdjective)))
        {
            for (var i = at + 1; i < at + 7; i++)
                if (atoms[i].Is(Sense.HarmVerb | Sense.HarmAdjective | Sense.HarmNoun)) return atoms[i].Lexeme.Measure;
            return null;
        }
        return word.Is(Sense.HarmNoun) && IsPlural(atoms.Form(at)) && !atoms.IsWord(at, "remains") && !atoms[at - 1].Is(Sense.Thing) && !NominalRules.IsCounted(sentence, at) ? word.Lexeme.Measure : null;
    }

    private static bool IsPlural(ReadOnlySpan<char> word) => word[^1] is 's' or 'S';

    /// <summary>Whether a toll verb, with at most a preposition and an adverb, stands right before the number.</summary>
    private static bool IsJoined(Atoms atoms, int verb, int number, int toll)
    {
        if (verb < 0) return false;
        for (var i = verb + 1; i < number; i++)
            if (!atoms[i].Is(Sense.Preposition | Sense.Adverb | Sense.TollVerb | Sense.Indefinite) && !atoms.IsWord(i, "anywhere") && !atoms.IsWord(i, "somewhere")) return false;
        return number - verb <= 4 && (!atoms.IsWord(verb, "of") || verb == toll + 1) && !atoms.IsWord(number - 1, "in") && (!atoms.IsWord(number - 1, "from") || atoms.IsWord(number - 2, "anywhere") || atoms.IsWord(number - 2, "somewhere"))
            && !(atoms.IsWord(number - 1, "by") && !atoms.IsWord(verb, "rose"));
    }

    private static bool IsFree(FigureSentence sentence, in PeopleGroup people, CasualtyMeasure measure)
    {
        ref readonly var behind = ref sentence.Atoms[people.Last + 1];
        if (people.Sort == PeopleSort.NumberOnly && behind.Is(Sense.Thing)) return false;
        // "the toll rose to 12 dead" is free; "as casualties mounted, 12 were wounded" is another clause's.
        return !behind.Is(Sense.HarmVerb | Sense.HarmAdjective) || behind.Lexeme.Measure == measure;
    }

    private static void Add(FigureSentence sentence, int group, CasualtyMeasure measure, int at, int exceeds)
    {
        var people = sentence.Groups[group];
        var count = exceeds >= 0 && people.Count is { Low: { } low } ? new CountRange(low, null) : people.Count;
        CountedGroup? who = people.Who;
        for (var i = Math.Max(0, at - 2); i < at; i++) who ??= sentence.Atoms[i].Is(Sense.Person) ? sentence.Atoms[i].Lexeme.Who : null;
        for (var i = at + 1; i < at + 4 && sentence.Atoms[at].Is(Cue.Number); i++) who ??= sentence.Atoms[i].Is(Sense.Person) ? sentence.Atoms[i].Lexeme.Who : null;
        Victims.Add(sentence, new Harmed(group, measure, at, people.First, "toll") { Count = count, Who = who, IsToll = true }, rightward: true);
    }
}
