namespace Aggregator.Extraction.Figures;

/// <summary>Verbs and adjectives of harm: "killed 12", "12 were wounded", "three dead", "two men died".</summary>
internal static class VerbalRules
{
    private const int HeadlineAtomsMax = 20;

    /// <summary>Reads a word of harm; adds what it finds to the sentence.</summary>
    internal static void Read(FigureSentence sentence, int at)
    {
        ref readonly var word = ref sentence.Atoms[at];
        if (IsAttributive(sentence, at) || IsNominal(sentence.Atoms, at) || IsFirstSister(sentence.Atoms, at)) return;
        // "He is missing the point": he misses something.
        if (sentence.Atoms.IsWord(at, "missing") && sentence.Atoms[at - 1].Is(Sense.Be) && sentence.Atoms[at + 1].Is(Sense.Definite | Sense.Indefinite)) return;
        var verb = VerbGroup.Of(sentence.Atoms, at);
        if (word.Is(Sense.HarmVerb) && ReadActive(sentence, at, verb)) return;
        if (ReadInverted(sentence, at, verb)) return;
        if (!word.Is(Sense.Participle | Sense.SufferVerb | Sense.HarmAdjective) || verb.IsUnreal) return;
        ReadOfSubject(sentence, at, verb);
    }

    /// <summary>"killed 12 people", "wounding at least 90", "shot dead two men", "shot himself".</summary>
    private static bool ReadActive(FigureSentence sentence, int at, in VerbGroup verb)
    {
        var atoms = sentence.Atoms;
        if ((verb.Has & Sense.Be) != 0 && !atoms[at].Is(Sense.Gerund)) return false;
        var (measure, blow) = (verb.Measure, verb.IsBlow);
        var next = sentence.SkipRight(at + 1);
        if (atoms[next].Is(Cue.Down)) (next, measure, blow) = (sentence.SkipRight(next + 1), blow ? CasualtyMeasure.Killed : measure, false);
        if (atoms.IsWord(next, "to") && atoms.IsWord(next + 1, "death")) (next, measure, blow) = (sentence.SkipRight(next + 2), CasualtyMeasure.Killed, false);
        if (atoms.IsWord(next, "dead")) (next, measure, blow) = (sentence.SkipRight(next + 1), CasualtyMeasure.Killed, false);
        var group = sentence.GroupFrom(next);
        if (group < 0) return false;
        var victims = sentence.Groups[group];
        // "a shooting suspect" and "the slain officer" are one phrase; only a headline leaves the article out ("kills officer").
        if (victims.Count is not null && victims.First == victims.Head && atoms[victims.Head].Is(Sense.Person) && (verb.First > 0 || !atoms[at].Is(Sense.Present))
            && (atoms[at].Is(Sense.Weak) || !atoms[at].Is(Sense.Present))) return true;
        // "Hurt Clinton's rivals' campaign": a name before a noun is nobody who was hurt.
        if (atoms[at].Is(Sense.Weak) && victims.Sort == PeopleSort.Definite && victims.Head >= 0 && atoms[victims.Head].Capital && IsNameOfAThing(atoms, victims.Last + 1)) return true;
        // "It could hurt Ann Roe": not her body.
        if (atoms.IsWord(at, "hurt") && victims is { Sort: PeopleSort.Definite, Head: >= 0 } && atoms[victims.Head].Capital && atoms.IsWord(verb.First, "to")) return true;
        if (atoms[at].Is(Sense.Weak) && !IsFitObject(atoms, at, victims)) return true;
        // "Two people shot in" has its people before; "shot two people" behind. A pronoun's verb is its subject's harm too.
        if (verb.IsUnreal) return true;
        var death = DeathBehind(atoms, victims.Last + 1);
        if (blow && death >= 0) (measure, blow) = (CasualtyMeasure.Killed, false);
        Victims.Add(sentence, new Harmed(group, measure, verb.First, Math.Max(at, death), atoms[at].Is(Sense.Present) && !atoms[at].Is(Sense.Past) ? "verb-object-present" : "verb-object") { IsBlow = blow }, rightward: true);
        return true;
    }

    private static bool IsNameOfAThing(Atoms atoms, int behind) =>
        (atoms[behind].Kind == AtomKind.Digits && atoms[behind + 1].Kind == AtomKind.Word && atoms[behind + 1].Tag == Reading.Upos.Noun)
        || (atoms[behind] is { Kind: AtomKind.Word, Tag: Reading.Upos.Noun, Capital: false, Glued: false } && !atoms[behind].Is(Sense.TimeUnit | Sense.DayPart | Sense.Weekday));

    /// <summary>"lost 4,000 troops" but not "lost two games"; "captured 12 soldiers" but not "captured three towns".</summary>
    private static bool IsFitObject(Atoms atoms, int at, in PeopleGroup victims)
    {
        // "Jets strike militant base", "Strikes Militant Artillery": one bare noun before another says what kind.
        if (victims.Sort is PeopleSort.Indefinite or PeopleSort.Definite && victims.First == victims.Head && atoms[victims.Head].Is(Sense.Person) && atoms[victims.Last + 1] is { Kind: AtomKind.Word, Tag: Reading.Upos.Noun or Reading.Upos.Propn }) return false;
        if (!victims.IsPerson) return victims.Sort == PeopleSort.NumberOnly && atoms[at].Lexeme.Measure is CasualtyMeasure.Killed or CasualtyMeasure.Injured;
        return !atoms.IsWord(at, "lost") && !atoms.IsWord(at, "losing") && !atoms.IsWord(at, "lose")
            || victims.Who is CountedGroup.Military or CountedGroup.Combatant or CountedGroup.Police || atoms.IsWord(victims.Head, "men");
    }

    /// <summary>"Also killed were two officers"; "Killed in the blast were three men".</summary>
    private static bool ReadInverted(FigureSentence sentence, int at, in VerbGroup verb)
    {
        var atoms = sentence.Atoms;
        if (verb.First > 1 || (verb.Has & Sense.Be) != 0) return false;
        for (var be = at + 1; be < Math.Min(at + 9, atoms.Count); be++)
            if (atoms.IsWord(be, "were") || atoms.IsWord(be, "was") || atoms.IsWord(be, "are") || atoms.IsWord(be, "is"))
            {
                if (sentence.GroupFrom(be + 1) is not (>= 0 and var group)) return false;
                Victims.Add(sentence, new Harmed(group, verb.Measure, verb.First, be, "inverted") { IsBlow = verb.IsBlow }, rightward: true);
                return true;
            }
            else if (sentence.GroupAt(be) >= 0) return false;
        return false;
    }

    /// <summary>"12 people were killed", "100 others wounded", "two men died", "three dead".</summary>
    private static void ReadOfSubject(FigureSentence sentence, int at, in VerbGroup verb)
    {
        var atoms = sentence.Atoms;
        ref readonly var word = ref atoms[at];
        if (word.Is(Cue.Struck) && !IsImpact(atoms, at)) return;
        // "men shot at police" but "two shot at a party".
        if (word.Is(Sense.Blow) && (verb.Has & Sense.Be) == 0 && atoms.IsWord(at + 1, "at") && (verb.First > 5 || (sentence.GroupFrom(at + 2) >= 0 && !atoms[at + 2].Capital))) return;
        var beside = Subjects.Beside(sentence, verb.First);
        // "has seized" is active and its object is no group of people.
        if (word.Is(Sense.HarmVerb) && (verb.Has & (Sense.Be | Sense.Have)) == Sense.Have) return;
        var predicated = (verb.Has & Sense.Be) != 0 || (word.Is(Sense.SufferVerb) && !word.Is(Sense.Gerund));
        var group = predicated ? Subjects.Before(sentence, verb.First, at) : beside;
        // "Wounded nine people before being shot dead": whoever does the one has the other done to them.
        if (atoms.IsWord(verb.First, "being") && atoms[verb.First - 1].Is(Sense.Preposition)) group = ParsedSubjects.OfMain(sentence, at);
        if (group < 0) return;
        var people = sentence.Groups[group];
        if (PeopleDescription.IsCraft(atoms, people)) return;
        if (!predicated && people.Sort is PeopleSort.Definite or PeopleSort.Pronoun && !IsSetApart(sentence, people, verb)) return;
        // "I only lost a suitcase": nobody is lost.
        if ((atoms.IsWord(at, "lost") || atoms.IsWord(at, "losing")) && (verb.Has & Sense.Be) == 0) return;
        // "Where idealism goes to die"
        if (word.Is(Sense.SufferVerb | Sense.Present) && atoms.IsWord(at - 1, "to") && atoms[at - 2].Tag == Reading.Upos.Verb && !atoms[at - 2].Is(Sense.Person)) return;
        // "Thatcherism is dead"
        if (people.Sort == PeopleSort.Definite && people.First == people.Last && atoms.Form(people.Last).EndsWith("ism", StringComparison.Ordinal)) return;
        if (word.Is(Sense.Weak) && !people.IsPerson && people.Sort != PeopleSort.NumberOnly) return;
        // A name may be a ship's or a town's, which can be seized and evacuated as well.
        if (word.Is(Sense.Weak) && people.Sort == PeopleSort.Definite && !atoms[people.Head].Is(Sense.Person) && verb.Measure > CasualtyMeasure.Injured) return;
        var (measure, blow) = (verb.Measure, verb.IsBlow);
        var death = DeathBehind(atoms, at + 1);
        if (blow && (death >= 0 || atoms.IsWord(at + 1, "dead"))) (measure, blow) = (CasualtyMeasure.Killed, false);
        // "One of the five people killed was a teacher" tells of five.
        var all = predicated ? null : people.Whole;
        Victims.Add(sentence, new Harmed(group, measure, verb.First, Math.Max(at, death), predicated ? "subject-verb" : "people-participle") { IsBlow = blow, Count = all },
            rightward: false);
    }

    /// <summary>"hit by gunfire", "struck in the leg", but not "hit by sanctions".</summary>
    private static bool IsImpact(Atoms atoms, int at)
    {
        if (atoms[at - 1].Is(Sense.Be) && (atoms[at + 1].Is(Sense.Conjunction) || atoms[at + 1].IsMark('.'))) return true;
        if (!atoms[at + 1].Is(Sense.Preposition) && !atoms[at + 1].Is(Sense.Adverb) && !atoms.IsWord(at + 1, "once") && !atoms.IsWord(at + 1, "twice")) return false;
        for (var i = at + 2; i < at + 6; i++)
            if (atoms[i].Is(Cue.Impact)) return true;
        return false;
    }

    /// <summary>
    /// Whether a bare participle behind one who is known can only be passive: in a headline, behind "left" or "found", or where the
    /// phrase has a noun and the participle tells of death ("the man killed by police").
    /// </summary>
    private static bool IsSetApart(FigureSentence sentence, in PeopleGroup people, in VerbGroup verb)
    {
        var atoms = sentence.Atoms;
        if (atoms[people.First - 1].Is(Cue.Left | Cue.Pronounced)) return true;
        if (atoms.Count < HeadlineAtomsMax && !HasFiniteBefore(atoms, people.First) && (people.First == 0 || (people.First == people.Head && !atoms[people.Head].Capital))) return true;
        return people.Sort == PeopleSort.Definite && verb.Measure == CasualtyMeasure.Killed && atoms[people.First].Is(Sense.Definite);
    }

    private static bool HasFiniteBefore(Atoms atoms, int at)
    {
        for (var i = 0; i < at; i++)
            if (atoms[i].Is(Sense.Be | Sense.Have | Sense.Saying | Sense.OtherVerb)) return true;
        return false;
    }

    /// <summary>The last atom of "to death" or "dead" close behind; -1 when there is none.</summary>
    private static int DeathBehind(Atoms atoms, int from)
    {
        for (var i = from; i < from + 3; i++)
        {
            if (atoms.IsWord(i, "to") && atoms.IsWord(i + 1, "death")) return i + 1;
            if (atoms.IsWord(i, "dead")) return i;
            if (atoms[i].Kind is AtomKind.Mark or AtomKind.Digits || atoms[i].Is(Sense.Conjunction | Sense.Small)) break;
        }
        return -1;
    }

    /// <summary>"12 wounded soldiers": the adjective stands within the group.</summary>
    private static bool IsAttributive(FigureSentence sentence, int at)
    {
        var group = sentence.GroupAt(at);
        if (group < 0) return false;
        var people = sentence.Groups[group];
        if (at >= people.Head || people.Head < 0 || people.Sort != PeopleSort.Counted || !sentence.Atoms[at].Is(Sense.HarmAdjective | Sense.Participle)) return at != people.Head;
        Victims.Add(sentence, new Harmed(group, sentence.Atoms[at].Lexeme.Measure, at, at, "attributive"), rightward: false);
        return true;
    }

    /// <summary>"the killing of", "a shot", "a deadly shooting".</summary>
    private static bool IsNominal(Atoms atoms, int at)
    {
        if (atoms[at].Is(Sense.Gerund)) return atoms[at - 1].Is(Sense.Definite | Sense.Indefinite) || atoms.IsWord(at + 1, "of");
        return atoms[at].Is(Sense.Blow | Sense.Present) && atoms[at - 1].Is(Sense.Indefinite | Sense.Ordinal);
    }

    /// <summary>"shot and killed": the second verb speaks for both.</summary>
    private static bool IsFirstSister(Atoms atoms, int at)
    {
        if (!atoms[at + 1].Is(Sense.Conjunction) || !atoms[at + 2].Is(Sense.HarmVerb | Sense.HarmAdjective)) return false;
        return VerbGroup.Of(atoms, at + 2).First <= at;
    }
}
