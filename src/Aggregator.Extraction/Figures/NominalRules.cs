namespace Aggregator.Extraction.Figures;

/// <summary>Nouns of harm that are counted or carry their victims: "41 deaths", "no casualties", "the killing of 33 people".</summary>
internal static class NominalRules
{
    private const int ModifiersMax = 4;

    /// <summary>Reads a noun of harm; adds what it finds to the sentence.</summary>
    internal static void Read(FigureSentence sentence, int at)
    {
        ref readonly var word = ref sentence.Atoms[at];
        if (sentence.Atoms[at - 1].Is(Cue.Multiple) && ReadMultiple(sentence, at)) return;
        if (word.Is(Sense.HarmNoun) && (ReadCounted(sentence, at) || ReadCharges(sentence, at))) return;
        if (!word.Is(Sense.HarmNoun) && !(word.Is(Sense.Gerund) && word.Is(Sense.HarmVerb))) return;
        if (sentence.Atoms.IsWord(at + 1, "of")) ReadOf(sentence, at);
        else if (word.Is(Sense.Blow) && sentence.Atoms.IsWord(at - 1, "fatal")) ReadFatal(sentence, at);
    }

    /// <summary>"three counts of first-degree murder": as many are said to be dead.</summary>
    private static bool ReadCharges(FigureSentence sentence, int at)
    {
        var atoms = sentence.Atoms;
        for (var i = at - 1; i > Math.Max(0, at - 9); i--)
        {
            if (atoms[i].Is(Cue.Attempted) || atoms[i].Is(Sense.Intent) || atoms[i].Kind == AtomKind.Digits && !atoms[i + 1].Is(Sense.Ordinal)) return false;
            if (!atoms.IsWord(i, "counts") || !atoms.IsWord(i + 1, "of")) continue;
            foreach (var number in sentence.Numbers)
                if (number.Last == i - 1)
                {
                    Victims.Add(sentence, new Harmed(sentence.GroupFor(number), CasualtyMeasure.Killed, number.First, at, "charges"), rightward: false);
                    return true;
                }
            return false;
        }
        return false;
    }

    /// <summary>"a double homicide", "the triple shooting".</summary>
    private static bool ReadMultiple(FigureSentence sentence, int at)
    {
        ref readonly var word = ref sentence.Atoms[at];
        if (!word.Is(Sense.HarmNoun) && !(word.Is(Sense.HarmVerb) && word.Is(Sense.Gerund))) return false;
        var number = new NumberExpression(at - 1, at - 1, at - 1, CountRange.Exactly(sentence.Atoms[at - 1].Lexeme.Value), FigureQualifier.Exact, NumberUse.Count);
        Victims.Add(sentence, new Harmed(sentence.GroupFor(number), word.Lexeme.Measure, at - 1, at, "multiple") { IsBlow = word.Is(Sense.Blow) }, rightward: false);
        return true;
    }

    /// <summary>Whether a number counts the noun itself.</summary>
    internal static bool IsCounted(FigureSentence sentence, int at) => NumberBefore(sentence, at) is not null;

    /// <summary>"12,300 civilian deaths", "no injuries were reported".</summary>
    private static bool ReadCounted(FigureSentence sentence, int at)
    {
        var atoms = sentence.Atoms;
        if (NumberBefore(sentence, at) is not { } number) return false;
        if (atoms[at].Lexeme.Measure == CasualtyMeasure.Injured && at > 0 && sentence.GroupAt(at - 1) < 0 && !number.IsNone && number.Last < at - ModifiersMax) return false;
        if (atoms[number.First - 1].Is(Sense.Modal) || atoms.IsWord(at + 1, "threats") || atoms.IsWord(at + 1, "charges") || atoms.IsWord(at + 1, "counts")) return true;
        CountedGroup? who = null;
        for (var i = number.Last + 1; i < at; i++) who = atoms[i].Is(Sense.Person) ? atoms[i].Lexeme.Who ?? who : who;
        var group = sentence.GroupFor(number);
        Victims.Add(sentence, new Harmed(group, atoms[at].Lexeme.Measure, at, at, "counted-noun") { Who = who }, rightward: false);
        return true;
    }

    /// <summary>The number whose noun this is: only modifiers stand between.</summary>
    private static NumberExpression? NumberBefore(FigureSentence sentence, int at)
    {
        var atoms = sentence.Atoms;
        var first = at - 1;
        while (first > at - 1 - ModifiersMax && atoms[first].Kind is AtomKind.Word or AtomKind.Name || atoms[first].IsMark('-'))
        {
            if (atoms[first].Is(Sense.Small | Sense.Tens | Sense.Hundred | Sense.Magnitude | Sense.Vague | Sense.Dozen | Sense.No)) break;
            if (atoms[first].Is(Sense.Preposition | Sense.Be | Sense.Definite | Sense.ClauseOpener | Sense.OtherVerb | Sense.Have) && !atoms.IsWord(first, "of")) return null;
            first--;
        }
        foreach (var number in sentence.Numbers)
            if (number.Last == first) return number.Use is NumberUse.Count ? number : null;
        return null;
    }

    /// <summary>"a fatal shooting" that names nobody: one who is known already, which counts only where nobody is counted.</summary>
    private static void ReadFatal(FigureSentence sentence, int at)
    {
        sentence.Groups.Add(new PeopleGroup(at - 1, at, -1, PeopleSort.Definite, CountRange.Exactly(1), FigureQualifier.Exact, null, true));
        Victims.Add(sentence, new Harmed(sentence.Groups.Count - 1, CasualtyMeasure.Killed, at - 1, at, "fatal-noun"), rightward: false);
    }

    /// <summary>"the deaths of 14 sailors", "the fatal shooting of a teenager", "the killing of Anna Beck".</summary>
    private static void ReadOf(FigureSentence sentence, int at)
    {
        var atoms = sentence.Atoms;
        var next = at + 2;
        var group = sentence.GroupFrom(next);
        if (group < 0) group = sentence.GroupFrom(next + 1);
        if (group < 0 || !sentence.Groups[group].IsPerson && sentence.Groups[group].Sort != PeopleSort.NumberOnly) return;
        var blow = atoms[at].Is(Sense.Blow);
        var measure = atoms[at].Lexeme.Measure;
        if (blow && (atoms[at - 1].Is(Cue.Deadly) || (atoms[at - 2].Is(Cue.Deadly) && atoms[at - 1].Kind == AtomKind.Word && !atoms[at - 1].Is(Sense.Preposition | Sense.Conjunction | Sense.Definite))))
            (blow, measure) = (false, CasualtyMeasure.Killed);
        if (atoms[at - 1].Is(Cue.Attempted)) return;
        Victims.Add(sentence, new Harmed(group, measure, at, at, "noun-of") { IsBlow = blow }, rightward: true);
    }
}
