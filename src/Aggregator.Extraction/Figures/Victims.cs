using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Figures;

/// <summary>Adds a group that came to harm, with the groups that stand beside it and the parts of it that are named.</summary>
internal static class Victims
{
    private const int HomeAtomsMax = 5;

    /// <summary>Adds a group; where it already has a measure, death outweighs the rest and the first reading the later ones.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="harmed">What was read.</param>
    /// <param name="rightward">Whether the groups joined with it follow it (an object) or stand before it (a subject).</param>
    internal static void Add(FigureSentence sentence, in Harmed harmed, bool rightward)
    {
        Put(sentence, harmed);
        var last = harmed.Group;
        for (var steps = 0; steps < 12; steps++)
        {
            var next = rightward ? Following(sentence, last) : Preceding(sentence, last);
            if (next < 0) break;
            Put(sentence, harmed with { Group = next, Count = null });
            last = next;
        }
        AddParts(sentence, harmed, Math.Max(last, harmed.Group));
    }

    /// <summary>The group joined to this one from behind: ", two women and a child".</summary>
    internal static int Following(FigureSentence sentence, int group)
    {
        var atoms = sentence.Atoms;
        var at = SkipAge(atoms, sentence.Groups[group].Last + 1);
        var joined = false;
        while (atoms[at].IsMark(',') || (atoms[at].IsMark(';') && at > sentence.Groups[group].Last + 1) || (atoms[at].Is(Sense.Conjunction) && !atoms.IsWord(at, "but") && !atoms.IsWord(at, "while"))) (at, joined) = (at + 1, true);
        var next = sentence.GroupFrom(at);
        if (!joined || next < 0 || !sentence.Groups[next].HasCount) return -1;
        var behind = SkipAge(atoms, sentence.Groups[next].Last + 1);
        // "Kills four, 15 still trapped": a headline's verb is left out, and its participle is none of those known here.
        var isHeadless = sentence.Groups[next].Sort == PeopleSort.NumberOnly && atoms[sentence.SkipRight(behind)].Tag is Upos.Verb or Upos.Adj;
        return isHeadless || HasOwnPredicate(sentence, behind) ? -1 : next;
    }

    private static int Preceding(FigureSentence sentence, int group)
    {
        var atoms = sentence.Atoms;
        var at = sentence.Groups[group].First - 1;
        if (!atoms[at].Is(Sense.Conjunction) && !atoms[at].IsMark(',') && !atoms[at].IsMark(';')) return -1;
        while (atoms[at].IsMark(',') || atoms[at].IsMark(';') || atoms[at].Is(Sense.Conjunction)) at--;
        at = SkipHomeBack(atoms, at);
        // "Ann Roe, 35 and", "a woman of 82 and".
        if (atoms[at].Kind == AtomKind.Digits && (atoms[at - 1].IsMark(',') || (atoms.IsWord(at - 1, "of") && sentence.GroupUpTo(at - 2) >= 0))) at -= 2;
        var before = sentence.GroupUpTo(at);
        if (before < 0 || !sentence.Groups[before].HasCount) return -1;
        // "According to the Foundation, 45 people have been killed": a name before a comma is no one more of them.
        if (sentence.Groups[before].Sort == PeopleSort.Definite && sentence.Groups[group] is { Sort: PeopleSort.Counted, Count.Low: not 1 } && !atoms[sentence.Groups[group].First - 1].Is(Sense.Conjunction)) return -1;
        ref readonly var ahead = ref atoms[sentence.Groups[before].First - 1];
        return ahead.Is(Sense.HarmVerb | Sense.Including) || (ahead.Is(Sense.Preposition) && !ahead.Is(Sense.ClauseOpener)) ? -1 : before;
    }

    /// <summary>", including 10 children", "among them three women", "at least two of them soldiers".</summary>
    private static void AddParts(FigureSentence sentence, in Harmed harmed, int last)
    {
        var atoms = sentence.Atoms;
        var at = SkipAge(atoms, sentence.Groups[last].Last + 1);
        if (atoms[at].IsMark(',') || atoms[at].IsMark('-') || atoms[at].IsMark('(')) at++;
        if (!atoms[at].Is(Sense.Including)) return;
        at++;
        if (atoms.IsWord(at, "them")) at++;
        var part = sentence.GroupFrom(at);
        while (part >= 0 && sentence.Groups[part].Sort is PeopleSort.Counted or PeopleSort.Indefinite)
        {
            Put(sentence, harmed with { Group = part, Count = null, Who = null, IsPart = true });
            part = Following(sentence, part);
        }
    }

    private static bool HasOwnPredicate(FigureSentence sentence, int at)
    {
        at = sentence.SkipRight(at);
        return sentence.Atoms[at].Is(Sense.Be | Sense.Have | Sense.HarmVerb | Sense.SufferVerb | Sense.HarmAdjective | Sense.OtherVerb | Sense.Saying);
    }

    /// <summary>From the end of "Ann Roe, 35, of Port Havel" back to the age; only an age makes it certain that the place is a home.</summary>
    private static int SkipHomeBack(Atoms atoms, int at)
    {
        for (var i = at; i > at - HomeAtomsMax; i--)
        {
            if (atoms[i].Is(Sense.Preposition))
                return (atoms.IsWord(i, "of") || atoms.IsWord(i, "from")) && atoms[i - 1].IsMark(',') && atoms[i - 2].Kind == AtomKind.Digits ? i - 2 : at;
            if (!atoms[i].Capital && !atoms[i].IsMark(',')) return at;
        }
        return at;
    }

    /// <summary>Past ", of Port Havel" behind an age.</summary>
    private static int SkipHome(Atoms atoms, int at)
    {
        var next = atoms[at].IsMark(',') ? at + 1 : at;
        if (!atoms.IsWord(next, "of") && !atoms.IsWord(next, "from")) return at;
        next++;
        for (var start = next; next < start + HomeAtomsMax && atoms[next].Capital && atoms[next].Kind is AtomKind.Word or AtomKind.Name;) next++;
        return next;
    }

    /// <summary>Past ", 42," and "(42)", and the home that follows.</summary>
    private static int SkipAge(Atoms atoms, int at)
    {
        if (atoms[at].IsMark('(') && atoms[at + 1].Kind == AtomKind.Digits && atoms[at + 2].IsMark(')')) return SkipHome(atoms, at + 3);
        if (atoms[at].IsMark(',') && atoms[at + 1].Kind == AtomKind.Digits && !atoms[at + 1].Glued && atoms[at + 1].Number < 120
            && (atoms[at + 2].IsMark(',') || atoms[at + 2].IsMark(';') || atoms[at + 2].Is(Sense.Conjunction) || atoms[at + 2].IsMark('.') || atoms.IsWord(at + 2, "of")))
            return SkipHome(atoms, at + 2);
        return at;
    }

    private static void Put(FigureSentence sentence, in Harmed harmed)
    {
        if (!sentence.Groups[harmed.Group].HasCount && harmed.Count is null) return;
        for (var i = 0; i < sentence.Found.Count; i++)
        {
            var known = sentence.Found[i];
            if (known.Group != harmed.Group) continue;
            var better = known.Measure != CasualtyMeasure.Killed && harmed.Measure == CasualtyMeasure.Killed || (known.IsBlow && !harmed.IsBlow);
            if (better) sentence.Found[i] = harmed;
            return;
        }
        sentence.Found.Add(harmed);
    }
}
