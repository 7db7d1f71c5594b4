namespace Aggregator.Extraction.Figures;

/// <summary>What happens to people said in several words: taken to hospital, in critical condition, one of them seriously.</summary>
internal static class ConditionRules
{
    private const int ReachAtomsMax = 9;

    /// <summary>How far before injuries the verb may stand that joins people to them: "sustained what police say are non-life-threatening injuries".</summary>
    private const int SufferedReachMax = 13;

    private const Cue Starters = Cue.Carried | Cue.Carrying | Cue.Treated | Cue.Condition | Cue.Injury | Cue.Held | Cue.Survive;

    /// <summary>Reads an expression that begins at an atom; adds what it finds to the sentence.</summary>
    internal static void Read(FigureSentence sentence, int at)
    {
        ref readonly var atom = ref sentence.Atoms[at];
        if (atom.Is(Sense.Severity)) ReadSeverity(sentence, at);
        if (atom.Is(Cue.Grade) && sentence.Atoms.IsWord(at - 1, "as") && (sentence.Atoms.IsWord(at - 2, "listed") || sentence.Atoms.IsWord(at - 2, "described"))) Predicates.Add(sentence, at - 2, at, CasualtyMeasure.Injured, "listed-as");
        if (!atom.Is(Starters)) return;
        if (atom.Is(Cue.Condition)) ReadCondition(sentence, at);
        else if (atom.Is(Cue.Injury)) ReadInjuries(sentence, at);
        else if (atom.Is(Cue.Survive)) ReadNotSurvived(sentence, at);
        else if (atom.Is(Cue.Held)) ReadCarried(sentence, at, Cue.Captive);
        else ReadCarried(sentence, at, Cue.Hospital | Cue.Captive);
    }

    /// <summary>"were taken to hospital", "sending 12 to the hospital", "were treated for", "took 12 hostage".</summary>
    private static void ReadCarried(FigureSentence sentence, int at, Cue goals)
    {
        var atoms = sentence.Atoms;
        ref readonly var word = ref atoms[at];
        var end = Find(atoms, at + 1, goals);
        if (end < 0 && !word.Is(Cue.Held)) end = MedicalCenter(atoms, at + 1);
        if (end < 0 && word.Is(Cue.Treated) && atoms[at + 1].Is(Sense.Preposition | Sense.Conjunction)) end = at;
        if (end < 0 || (atoms[end].Is(Cue.Captive) && (atoms.IsWord(end - 2, "like") || atoms.IsWord(end - 1, "like")))) return;
        var measure = atoms[end].Is(Cue.Captive) ? CasualtyMeasure.Captured : CasualtyMeasure.Injured;
        if (sentence.GroupFrom(sentence.SkipRight(at + 1)) is >= 0 and var carried && carried != sentence.GroupAt(end))
        {
            if (word.Is(Cue.Carrying | Cue.Held) && sentence.Groups[carried].Last < end && !VerbGroup.Of(atoms, at).IsUnreal)
                Victims.Add(sentence, new Harmed(carried, measure, at, end, "carried"), rightward: true);
        }
        else if (!word.Is(Cue.Carrying) || word.Is(Cue.Carried)) Predicates.Add(sentence, at, end, measure, "carried");
    }

    private static int MedicalCenter(Atoms atoms, int from)
    {
        for (var i = from; i < from + ReachAtomsMax; i++)
            if ((atoms.IsWord(i, "center") || atoms.IsWord(i, "centre")) && (atoms.IsWord(i - 1, "medical") || atoms.IsWord(i - 1, "trauma"))) return i;
        return -1;
    }

    /// <summary>"was in critical condition", "with nine in serious condition".</summary>
    private static void ReadCondition(FigureSentence sentence, int at)
    {
        var atoms = sentence.Atoms;
        var start = at - 1;
        var graded = false;
        while (start > at - 6 && !atoms.IsWord(start, "in")) graded |= atoms[start--].Is(Cue.Grade);
        // Travellers "in good condition" were not hurt; patients were.
        if (atoms.IsWord(at - 1, "good") && !IsOfPatients(atoms)) return;
        // "Are in the hospital in critical condition": the verb stands before where they are.
        if (graded && atoms.IsWord(start, "in") && atoms[start - 1].Is(Cue.Hospital))
            for (var i = start - 2; i > start - 6; i--)
                if (atoms[i].Is(Sense.Preposition) && atoms[i - 1].Is(Sense.Be)) start = i;
        if (graded && atoms[start].Is(Sense.Preposition)) Predicates.Add(sentence, start, at, CasualtyMeasure.Injured, "condition");
    }

    private static bool IsOfPatients(Atoms atoms)
    {
        for (var i = 0; i < atoms.Count; i++)
            if (atoms[i].Is(Cue.Hospital | Cue.Injury | Cue.Treated) || atoms[i].Is(Vocabulary.HarmSenses)) return true;
        return false;
    }

    /// <summary>"suffered minor injuries", "eight people have life-threatening injuries", "with gunshot wounds".</summary>
    private static void ReadInjuries(FigureSentence sentence, int at)
    {
        var atoms = sentence.Atoms;
        for (var i = at - 1; i > Math.Max(-1, at - SufferedReachMax); i--)
        {
            if (sentence.GroupAt(i) is >= 0 and var group && sentence.Groups[group].Head == i && !(atoms[i + 1].Is(Sense.Saying) && !atoms[i + 1].Is(Sense.Participle))) return;
            if (atoms[i].Is(Sense.SufferVerb | Sense.HarmAdjective | Sense.No | Sense.Not) || atoms[i].Is(Cue.Treated)) return;
            if (!atoms[i].Is(Cue.Suffered)) continue;
            // "Walked into a hospital with a gunshot wound": who came there has it.
            if (atoms.IsWord(i, "with") && Arrival(atoms, i) is var arrived and >= 0)
            {
                Predicates.Add(sentence, arrived, at, CasualtyMeasure.Injured, "arrived", isBlow: atoms[at - 1].Is(Cue.Shot) || atoms[at - 1].Is(Sense.Blow));
                return;
            }
            Predicates.Add(sentence, i, at, CasualtyMeasure.Injured, "injuries", isBlow: atoms[at - 1].Is(Cue.Shot) || atoms[at - 1].Is(Sense.Blow));
            return;
        }
    }

    /// <summary>The verb that brings somebody to the hospital that is named before an atom; -1 when there is none.</summary>
    private static int Arrival(Atoms atoms, int with)
    {
        var hospital = -1;
        for (var i = with - 1; i > Math.Max(0, with - ReachAtomsMax); i--)
        {
            if (atoms[i].Is(Cue.Hospital)) hospital = i;
            // "Were transported to the Lake Center with serious injuries": whatever the place is called.
            // "Was found in the basement with several wounds"
            if (hospital < 0 && atoms.IsWord(i, "found") && atoms[i - 1].Is(Sense.Be | Sense.Adverb)) return i;
            if ((hospital >= 0 && atoms[i].Is(Cue.Arrived)) || (hospital < 0 && atoms[i].Is(Cue.Carried) && !atoms[i].Is(Cue.Moved) && atoms[i - 1].Is(Sense.Be))) return i;
        }
        return -1;
    }

    /// <summary>"one of them did not survive".</summary>
    private static void ReadNotSurvived(FigureSentence sentence, int at)
    {
        var atoms = sentence.Atoms;
        if (!atoms[at - 1].Is(Sense.Not) || !atoms[at - 2].Is(Sense.OtherVerb)) return;
        if (Subjects.Before(sentence, at - 2, at) is >= 0 and var group)
            Victims.Add(sentence, new Harmed(group, CasualtyMeasure.Killed, at - 2, at, "not-survived"), rightward: false);
    }

    /// <summary>", one seriously" behind people who were hurt; "three of them fatally".</summary>
    private static void ReadSeverity(FigureSentence sentence, int at)
    {
        var atoms = sentence.Atoms;
        if (sentence.Found.Count == 0 || sentence.GroupUpTo(at - 1) is not (>= 0 and var group)) return;
        if (sentence.Groups[group].Sort != PeopleSort.NumberOnly || atoms[at + 1].Is(Vocabulary.HarmSenses)) return;
        var measure = atoms[at].Is(Cue.Deadly) ? CasualtyMeasure.Killed : CasualtyMeasure.Injured;
        Victims.Add(sentence, new Harmed(group, measure, at, at, "severity") { IsPart = true }, rightward: false);
    }

    private static int Find(Atoms atoms, int from, Cue goals)
    {
        for (var i = from; i < Math.Min(atoms.Count, from + ReachAtomsMax); i++)
        {
            if (atoms[i].IsMark(';')) return -1;
            if (atoms[i].Is(goals)) return i;
        }
        return -1;
    }
}
