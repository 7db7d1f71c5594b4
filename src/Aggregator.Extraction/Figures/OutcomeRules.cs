namespace Aggregator.Extraction.Figures;

/// <summary>People told to be hurt by how they fare: recovering, expected to survive, fighting for their lives, in surgery.</summary>
internal static class OutcomeRules
{
    /// <summary>How far before "survived" the word "none" may stand, in atoms.</summary>
    private const int NoneAtomsMax = 10;

    /// <summary>Reads an expression that begins at an atom; adds what it finds to the sentence.</summary>
    internal static void Read(FigureSentence sentence, int at)
    {
        var atoms = sentence.Atoms;
        if (atoms[at].Is(Cue.Survive)) ReadNone(sentence, at);
        if (!atoms[at].Is(Cue.Outcome) || EndOf(atoms, at) is not (>= 0 and var end)) return;
        var first = atoms.IsWord(at - 1, "in") ? at - 1 : at;
        // "is conscious and expected to survive".
        if (atoms[at - 1].Is(Sense.Conjunction) && atoms[at - 3].Is(Sense.Be)) first = at - 2;
        Predicates.Add(sentence, first, end, CasualtyMeasure.Injured, "outcome");
    }

    /// <summary>"None of the 40 passengers survived": all of them died.</summary>
    private static void ReadNone(FigureSentence sentence, int at)
    {
        var atoms = sentence.Atoms;
        for (var none = at - 1; none >= Math.Max(0, at - NoneAtomsMax); none--)
        {
            if (!atoms.IsWord(none, "none") || !atoms.IsWord(none + 1, "of")) continue;
            foreach (var number in sentence.Numbers)
                if (number.Core > none && number.Core < at && number.Range is { Low: > 1 })
                {
                    sentence.Groups.Add(new PeopleGroup(number.First, number.Last, -1, PeopleSort.NumberOnly, number.Range, number.Qualifier, null, true));
                    Victims.Add(sentence, new Harmed(sentence.Groups.Count - 1, CasualtyMeasure.Killed, none, at, "none-survived"), rightward: false);
                    return;
                }
        }
    }

    /// <summary>The last atom of an outcome's phrase; -1 when the word tells of none here.</summary>
    private static int EndOf(Atoms atoms, int at)
    {
        if (atoms.IsWord(at, "recovering")) return atoms[at + 1].Is(Sense.Preposition | Sense.ClauseOpener) || atoms[at + 1].Kind == AtomKind.Mark ? at : -1;
        if (atoms.IsWord(at, "expected")) return atoms.IsWord(at + 1, "to") ? Survival(atoms, at + 2) : -1;
        if (atoms.IsWord(at, "fighting")) return atoms.IsWord(at + 1, "for") && atoms[at + 3].Is(Cue.Lives) ? at + 3 : -1;
        if (atoms.IsWord(at, "clinging")) return atoms.IsWord(at + 1, "to") && atoms[at + 2].Is(Cue.Lives) ? at + 2 : -1;
        if (atoms.IsWord(at, "undergoing")) return atoms.IsWord(at + 1, "surgery") || atoms.IsWord(at + 2, "surgery") ? at + 1 : -1;
        if (!atoms.IsWord(at - 1, "in")) return -1;
        return atoms.IsWord(at, "intensive") ? (atoms.IsWord(at + 1, "care") ? at + 1 : -1) : at;
    }

    /// <summary>"survive", "recover", "be okay", "make a full recovery".</summary>
    private static int Survival(Atoms atoms, int at)
    {
        if (atoms[at].Is(Sense.Adverb)) at++;
        if (atoms.IsWord(at, "survive") || atoms.IsWord(at, "recover") || atoms.IsWord(at, "live")) return at;
        if (atoms.IsWord(at, "be")) return atoms.IsWord(at + 1, "ok") || atoms.IsWord(at + 1, "okay") || atoms.IsWord(at + 1, "fine") ? at + 1 : -1;
        if (!atoms.IsWord(at, "make")) return -1;
        for (var i = at + 1; i < at + 5; i++)
            if (atoms.IsWord(i, "recovery") || atoms.IsWord(i, "recoveries")) return i;
        return -1;
    }
}
