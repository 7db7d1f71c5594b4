namespace Aggregator.Extraction.Figures;

/// <summary>Finds the people that a predicate to their right is said of, without a parse.</summary>
internal static class Subjects
{
    private const int ReachAtomsMax = 40;

    /// <summary>
    /// The group that is the subject of the verb group beginning at an atom: the nearest one to the left that is no object of a
    /// preposition or of another verb and that is not named as a part ("including"); -1 when there is none.
    /// </summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="verb">The first atom of the verb group.</param>
    /// <param name="word">The atom of harm, whose parse is asked where the words do not tell.</param>
    internal static int Before(FigureSentence sentence, int verb, int word)
    {
        var shallow = ByWords(sentence, verb);
        return shallow >= 0 ? shallow : ParsedSubjects.Of(sentence, word);
    }

    private static int ByWords(FigureSentence sentence, int verb)
    {
        var atoms = sentence.Atoms;
        if (IsRelative(atoms, verb - 1)) return Beside(sentence, verb - 1);
        var (otherVerb, noun) = (false, false);
        var joined = atoms[verb - 1].Is(Sense.Conjunction | Sense.ClauseOpener | Sense.Preposition) || atoms[verb - 1].IsMark(',');
        for (var at = verb - 1; at >= Math.Max(0, verb - ReachAtomsMax); at--)
        {
            ref readonly var atom = ref atoms[at];
            if (atom.IsMark(';') || atom.IsMark(':')) return -1;
            if (sentence.GroupAt(at) is >= 0 and var g)
            {
                var group = sentence.Groups[g];
                at = group.First;
                if (!Agrees(atoms, verb, group) || IsAside(atoms, group.First) || IsReflexive(atoms, group) || IsPartOfList(sentence, group.First)) continue;
                return otherVerb && !joined ? -1 : g;
            }
            if (noun && IsSubjectHead(atoms, at)) return -1;
            noun = (noun || IsNoun(atom)) && !atom.Is(Sense.Preposition) && !atom.IsMark(',');
            if (atom.Is(Sense.ClauseOpener) && !atom.Is(Sense.Preposition)) otherVerb = false;
            else if (IsFinite(atom) && !IsReducedRelative(sentence, at)) otherVerb = true;
        }
        return -1;
    }

    /// <summary>The group that ends right before an atom; ages, commas and adverbs may stand between. -1 when there is none.</summary>
    internal static int Beside(FigureSentence sentence, int at)
    {
        var atoms = sentence.Atoms;
        at--;
        if (sentence.GroupUpTo(at) is >= 0 and var near) return near;
        if (atoms[at].IsMark(',')) at--;
        if (atoms[at].IsMark(')') && atoms[at - 2].IsMark('(')) at -= 3;
        else if (atoms[at].Kind == AtomKind.Digits && atoms[at - 1].IsMark(',')) at -= 2;
        while ((atoms[at].Is(Sense.Adverb) || IsHedge(atoms, at)) && sentence.GroupUpTo(at) < 0) at--;
        return sentence.GroupUpTo(at);
    }

    /// <summary>"93,000 estimated dead", "12 confirmed dead".</summary>
    private static bool IsHedge(Atoms atoms, int at) =>
        atoms.IsWord(at, "estimated") || atoms.IsWord(at, "confirmed") || atoms.IsWord(at, "reported") || atoms.IsWord(at, "presumed") || atoms.IsWord(at, "feared") || atoms.IsWord(at, "believed");

    private static bool IsReflexive(Atoms atoms, in PeopleGroup group) =>
        group.First == group.Last && PeopleScan.IsReflexive(atoms.Form(group.Last));

    private static bool IsNoun(in Atom atom) =>
        atom.Kind is AtomKind.Word && (atom.Lexeme.Senses & ~(Sense.Thing | Sense.Labelled | Sense.RunningTotal | Sense.Comparator)) == 0 && !atom.Glued;

    /// <summary>A determiner before a noun that is no human being: that noun is the subject, unless a preposition or a participle rules it.</summary>
    private static bool IsSubjectHead(Atoms atoms, int at)
    {
        ref readonly var before = ref atoms[at - 1];
        return atoms[at].Is(Sense.Definite | Sense.Indefinite) && (before.Kind == AtomKind.Mark || before.Is(Sense.ClauseOpener | Sense.Conjunction | Sense.Saying));
    }

    private static bool IsRelative(Atoms atoms, int at) => atoms.IsWord(at, "who") || (atoms.IsWord(at, "that") && !atoms[at - 1].Is(Sense.Saying));

    /// <summary>"the man shot on Friday": a participle right behind people, with nobody behind it.</summary>
    private static bool IsReducedRelative(FigureSentence sentence, int at) =>
        sentence.Atoms[at].Is(Sense.Participle) && sentence.GroupUpTo(at - 1) >= 0 && sentence.GroupFrom(at + 1) < 0;

    /// <summary>Whether a group stands behind a preposition, behind "including", or as the object of a verb.</summary>
    private static bool IsAside(Atoms atoms, int first)
    {
        ref readonly var before = ref atoms[first - 1];
        if (before.Is(Sense.Including)) return true;
        // "Among them six children": a part of those told of before.
        if (atoms.IsWord(first - 1, "them") && atoms.IsWord(first - 2, "among")) return true;
        if (atoms.IsWord(first - 1, "of") && atoms[first - 2].Is(Sense.Person | Sense.Collective)) return false;
        if (before.Is(Sense.Preposition) && !before.Is(Sense.ClauseOpener)) return true;
        if (before.Is(Cue.Carrying) && !before.Is(Sense.Be | Sense.Have)) return true;
        return before.Is(Sense.HarmVerb) && !before.Is(Sense.HarmAdjective);
    }

    /// <summary>Whether number agrees: "four men who honoured a friend were shot" tells of four.</summary>
    private static bool Agrees(Atoms atoms, int verb, in PeopleGroup group)
    {
        var single = group.Count is { Low: 1, High: 1 };
        if (atoms.IsWord(verb, "were") || atoms.IsWord(verb, "are") || atoms.IsWord(verb, "have"))
            return !single || atoms[group.First - 1].Is(Sense.Conjunction) || atoms[group.First - 1].IsMark(',') || atoms[group.Last + 1].Is(Sense.Conjunction)
                || atoms[group.Head].Is(Sense.Plural | Sense.Pronoun);
        return !atoms.IsWord(verb, "was") && !atoms.IsWord(verb, "is") || single || group.Sort is not PeopleSort.Counted || group.Head < 0 || group.IsPerson is false;
    }

    /// <summary>"including two women and | a child": the list belongs to what stands before "including".</summary>
    private static bool IsPartOfList(FigureSentence sentence, int first)
    {
        var atoms = sentence.Atoms;
        for (var steps = 0; steps < 6; steps++)
        {
            if (!atoms[first - 1].Is(Sense.Conjunction) && !atoms[first - 1].IsMark(',')) return false;
            var at = first - 1;
            while (atoms[at].IsMark(',') || atoms[at].Is(Sense.Conjunction)) at--;
            if (sentence.GroupUpTo(at) is not (>= 0 and var before)) return false;
            first = sentence.Groups[before].First;
            if (atoms[first - 1].Is(Sense.Including) && !atoms[first - 1].Is(Sense.Preposition)) return true;
        }
        return false;
    }

    private static bool IsFinite(in Atom atom) =>
        atom.Is(Sense.Be | Sense.OtherVerb) || (atom.Is(Sense.HarmVerb | Sense.SufferVerb) && atom.Is(Sense.Past | Sense.Present));
}
