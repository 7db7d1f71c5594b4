namespace Aggregator.Extraction.Figures;

/// <summary>Lives lost and homes left: "claimed 12 lives", "12 people lost their lives", "fled their homes", "forced 300 to flee".</summary>
internal static class LossRules
{
    private const int ReachAtomsMax = 9;

    /// <summary>Reads an expression around an atom; adds what it finds to the sentence.</summary>
    internal static void Read(FigureSentence sentence, int at)
    {
        ref readonly var atom = ref sentence.Atoms[at];
        if (atom.Is(Cue.Lives)) ReadLives(sentence, at);
        else if (atom.Is(Cue.Forced)) ReadForced(sentence, at);
        else if (atom.Is(Cue.Fled | Cue.Moved)) ReadFlight(sentence, at);
    }

    private static void ReadLives(FigureSentence sentence, int at)
    {
        var atoms = sentence.Atoms;
        if (atoms.IsWord(at + 1, "of")) ReadLivesOf(sentence, at);
        else if (atoms[at - 1].Is(Sense.Definite)) ReadOwnLives(sentence, at);
        else if (CountOf(sentence, at) is { } number && IsTaken(atoms, number, at))
            Victims.Add(sentence, new Harmed(sentence.GroupFor(number), CasualtyMeasure.Killed, Math.Min(at, number.First), at, "lives"), rightward: false);
    }

    /// <summary>"the lives of 12 people", where something claimed them.</summary>
    private static void ReadLivesOf(FigureSentence sentence, int at)
    {
        for (var i = at - 1; i > at - 4; i--)
        {
            if (!sentence.Atoms[i].Is(Cue.Claimed)) continue;
            if (sentence.GroupFrom(at + 2) is >= 0 and var group)
                Victims.Add(sentence, new Harmed(group, CasualtyMeasure.Killed, i, at, "lives-of"), rightward: true);
            return;
        }
    }

    /// <summary>"12 people lost their lives".</summary>
    private static void ReadOwnLives(FigureSentence sentence, int at)
    {
        if (!sentence.Atoms[at - 2].Is(Cue.Lost)) return;
        var verb = VerbGroup.Of(sentence.Atoms, at - 2);
        if (!verb.IsUnreal && Subjects.Before(sentence, verb.First, at) is >= 0 and var group)
            Victims.Add(sentence, new Harmed(group, CasualtyMeasure.Killed, verb.First, at, "lost-lives"), rightward: false);
    }

    private static NumberExpression? CountOf(FigureSentence sentence, int at)
    {
        foreach (var number in sentence.Numbers)
            if (number.Last < at && number.Last >= at - 3 && number.Use is NumberUse.Count or NumberUse.Measure && number.Last < at) return number;
        return null;
    }

    private static bool IsTaken(Atoms atoms, in NumberExpression number, int at)
    {
        if (atoms[number.First - 1].Is(Cue.Claimed | Cue.Lost)) return true;
        for (var i = at + 1; i < at + 5; i++)
            if (atoms[i].Is(Cue.Lost)) return true;
        return false;
    }

    /// <summary>"fled their homes", "were moved to safety", "were driven from their villages".</summary>
    private static void ReadFlight(FigureSentence sentence, int at)
    {
        var atoms = sentence.Atoms;
        var end = FindRefuge(atoms, at + 1);
        if (end < 0 || (atoms[at].Is(Cue.Moved) && !atoms[at + 1].Is(Sense.Preposition))) return;
        // "Were driven to the city": a way to travel; "driven from it", "driven out": not.
        if (atoms[at].Is(Cue.Carried) && atoms.IsWord(at + 1, "to")) return;
        Predicates.Add(sentence, at, end, CasualtyMeasure.Displaced, "flight");
    }

    /// <summary>"forced 300 people to flee", "were forced from their homes".</summary>
    private static void ReadForced(FigureSentence sentence, int at)
    {
        var atoms = sentence.Atoms;
        var group = sentence.GroupFrom(at + 1);
        var behind = group >= 0 ? sentence.Groups[group].Last + 1 : at + 1;
        if (!atoms[behind].Is(Sense.Preposition)) return;
        var leaves = atoms[behind + 1].Is(Cue.Flee) || ((atoms.IsWord(behind, "from") || atoms.IsWord(behind, "out")) && FindRefuge(atoms, behind) >= 0);
        if (!leaves) return;
        if (group >= 0) Victims.Add(sentence, new Harmed(group, CasualtyMeasure.Displaced, at, behind + 1, "flight"), rightward: true);
        else Predicates.Add(sentence, at, behind + 1, CasualtyMeasure.Displaced, "flight");
    }

    private static int FindRefuge(Atoms atoms, int from)
    {
        for (var i = from; i < Math.Min(atoms.Count, from + ReachAtomsMax); i++)
        {
            if (atoms[i].IsMark(',') || atoms[i].IsMark(';')) return -1;
            if (atoms[i].Is(Cue.Refuge)) return i;
        }
        return -1;
    }
}
