using Aggregator.Extraction.Mentions;
using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Figures;

/// <summary>Finds the noun phrases for human beings in a sentence. Each looks a bounded few atoms ahead.</summary>
internal static class PeopleScan
{
    private const int ModifiersMax = 9;

    private const Sense Stops = Sense.Be | Sense.Have | Sense.Modal | Sense.Conjunction | Sense.ClauseOpener | Sense.Preposition | Sense.Definite
        | Sense.Indefinite | Sense.OtherVerb | Sense.Pronoun | Sense.Not | Sense.Including | Sense.Saying | Sense.SufferVerb;

    /// <summary>Adds the groups that begin with a number, and those that do not, in the order of the text.</summary>
    internal static void Read(Atoms atoms, List<NumberExpression> numbers, List<PeopleGroup> into, DocumentMentions? mentions)
    {
        var next = 0;
        for (var at = 0; at < atoms.Count;)
        {
            while (next < numbers.Count && numbers[next].Last < at) next++;
            var number = next < numbers.Count && numbers[next].First == at ? numbers[next] : (NumberExpression?)null;
            var group = number is { } counted ? (counted.Use == NumberUse.Count ? Counted(atoms, counted) : null) ?? Uncounted(atoms, at, mentions) : Uncounted(atoms, at, mentions);
            if (group is { } found)
            {
                into.Add(found);
                at = found.Last + 1;
            }
            else at = number is { Use: NumberUse.Count or NumberUse.Ordinal or NumberUse.Fraction or NumberUse.Unsaid } or null ? at + 1 : number.Value.Last + 1;
        }
    }

    private static PeopleGroup? Counted(Atoms atoms, in NumberExpression number)
    {
        var at = number.Last + 1;
        CountRange? whole = null;
        if (atoms.IsWord(at, "of")) at = SkipPartitive(atoms, at + 1, out whole);
        var noun = Noun(atoms, at);
        if (noun.Head >= 0 && (noun.Person || (noun.Plural && !number.IsNone)))
        {
            var first = atoms[number.First - 1].Is(Sense.Definite) ? number.First - 1 : number.First;
            var (end, who) = noun.Person && noun.Plural ? WithSisters(atoms, WithBelonging(atoms, noun.Last), noun.Who) : (noun.Last, noun.Who);
            return new PeopleGroup(first, end, noun.Head, PeopleSort.Counted, number.Range, number.Qualifier, who, noun.Person) { Whole = whole };
        }
        if (noun.Head >= 0 && !number.IsNone) return null;
        // "no" needs its noun; "no one" and "none" stand alone.
        if (number.IsNone && number.First == number.Last && atoms[number.First].Is(Sense.No)) return null;
        var last = at > number.Last + 1 && (atoms[at - 1].Is(Cue.Partitive) || atoms.IsWord(at - 1, "those")) ? at - 1 : number.Last;
        return atoms[number.Last + 1].Is(Sense.Thing) ? null
            : new PeopleGroup(number.First, last, -1, PeopleSort.NumberOnly, number.Range, number.Qualifier, null, false);
    }

    /// <summary>"Five members of one family", "three students of the same class": the one that they belong to counts nobody.</summary>
    private static int WithBelonging(Atoms atoms, int last)
    {
        if (!atoms.IsWord(last + 1, "of")) return last;
        var at = last + 2;
        while (atoms[at].Is(Sense.Definite | Sense.Indefinite) || atoms.IsWord(at, "one") || atoms.IsWord(at, "same") || atoms.IsWord(at, "single")) at++;
        return at > last + 2 && atoms[at].Is(Sense.Collective) ? at : last;
    }

    /// <summary>"12 soldiers and civilians": one number for both, who are mixed where their nouns differ. A verb may follow, nothing else.</summary>
    private static (int Last, CountedGroup? Who) WithSisters(Atoms atoms, int last, CountedGroup? who)
    {
        var (end, all) = (last, who);
        while (atoms[end + 1].IsMark(',') || atoms[end + 1].Is(Sense.Conjunction))
        {
            var at = end + 1;
            while (atoms[at].IsMark(',') || (atoms[at].Is(Sense.Conjunction) && !atoms.IsWord(at, "but") && !atoms.IsWord(at, "while"))) at++;
            if (!atoms[at].Is(Sense.Person) || !atoms[at].Is(Sense.Plural) || atoms[at].Is(Vocabulary.HarmSenses)) break;
            var sister = Noun(atoms, at);
            if (!sister.Person || !sister.Plural) break;
            all = all == sister.Who ? all : all is null || sister.Who is null ? null : CountedGroup.Mixed;
            end = sister.Last;
            if (atoms[end + 1].Is(Sense.Be | Sense.Have | Sense.SufferVerb | Sense.HarmAdjective | Sense.Participle) || atoms[end + 1].Kind == AtomKind.Mark) (last, who) = (end, all);
        }
        return (last, who);
    }

    /// <summary>Behind "of": "the", "them", "whom", "its", and a second number ("one of the two men").</summary>
    private static int SkipPartitive(Atoms atoms, int at, out CountRange? whole)
    {
        whole = null;
        while (atoms[at].Is(Sense.Definite) || atoms[at].Is(Cue.Partitive)) at++;
        if (NumberCore.Read(atoms, at, out var all, out var sort) is var end && (end == at || sort != CoreSort.Plain)) return at;
        whole = CountRange.Exactly((long)all);
        return end;
    }

    /// <summary>"a woman", "the 19-year-old", "another man", "he", "soldiers", "Anna Beck".</summary>
    private static PeopleGroup? Uncounted(Atoms atoms, int at, DocumentMentions? mentions)
    {
        ref readonly var atom = ref atoms[at];
        if (Age(atoms, at) is var aged && aged > at)
        {
            var noun = Noun(atoms, at);
            var named = Names.End(atoms, noun.Last + 1, mentions);
            return new PeopleGroup(at, Math.Max(noun.Last, named - 1), noun.Head, named > noun.Last + 1 ? PeopleSort.Definite : PeopleSort.Indefinite,
                CountRange.Exactly(1), FigureQualifier.Exact, noun.Who, true);
        }
        if (Both(atoms, at) is { } both) return both;
        if (atom.Is(Sense.Definite) && StartsNumber(atoms, at + 1)) return null;
        if (atom.Is(Sense.Indefinite) || atoms.IsWord(at, "another") || (atom.Is(Sense.Definite) && !atoms.IsWord(at, "that")))
        {
            var noun = Noun(atoms, at + 1);
            if ((noun.Head < 0 || !noun.Person) && IsAnotherAlone(atoms, at)) return Known(at) with { Sort = PeopleSort.Indefinite };
            if (noun.Head < 0 || !noun.Person) return atom.Is(Sense.Definite) && atom.Length == 3 && atoms.IsWord(at, "her") ? Known(at) with { Sort = PeopleSort.Pronoun } : null;
            if (noun.Plural) return new PeopleGroup(at, noun.Last, noun.Head, PeopleSort.Uncounted, null, FigureQualifier.Exact, noun.Who, true);
            var sort = atom.Is(Sense.Definite) ? PeopleSort.Definite : PeopleSort.Indefinite;
            // "his brother Ole Dahl" is one phrase.
            var named = sort == PeopleSort.Definite ? Names.End(atoms, noun.Last + 1, mentions) - 1 : noun.Last;
            return new PeopleGroup(at, Math.Max(noun.Last, named), noun.Head, sort, CountRange.Exactly(1), FigureQualifier.Exact, noun.Who, true);
        }
        if (atom.Is(Sense.Pronoun)) return Known(at) with { Sort = IsReflexive(atoms.Form(at)) ? PeopleSort.Definite : PeopleSort.Pronoun };
        // "the Port Havel courthouse" is nobody.
        if (atoms[at - 1].Is(Sense.Definite) && atoms[at - 1].Length == 3) return ByNoun(atoms, at);
        if (Names.End(atoms, at, mentions) is var end && end > at) return Known(at) with { Last = end - 1, Head = end - 1 };
        return ByNoun(atoms, at);
    }

    /// <summary>"soldiers", "driver": a noun without number or article.</summary>
    private static PeopleGroup? ByNoun(Atoms atoms, int at)
    {
        ref readonly var atom = ref atoms[at];
        if (atom.Is(Sense.Person | Sense.Others) && atom.Is(Sense.Plural))
        {
            var noun = Noun(atoms, at);
            return new PeopleGroup(at, Math.Max(at, noun.Last), Math.Max(at, noun.Head), PeopleSort.Uncounted, null, FigureQualifier.Exact, noun.Who ?? atom.Lexeme.Who, true);
        }
        if (!atom.Is(Sense.Person)) return null;
        var bare = Noun(atoms, at);
        return !bare.Person ? null
            : new PeopleGroup(at, bare.Last, bare.Head, bare.Plural ? PeopleSort.Uncounted : atoms[at - 1].Kind == AtomKind.Mark ? PeopleSort.Indefinite : PeopleSort.Definite,
                bare.Plural ? null : CountRange.Exactly(1), FigureQualifier.Exact, bare.Who, true);
    }

    /// <summary>"killed three people and wounded another", "another was hurt".</summary>
    private static bool IsAnotherAlone(Atoms atoms, int at) =>
        atoms.IsWord(at, "another") && (atoms[at + 1].Is(Sense.Be | Sense.Have | Sense.Conjunction | Sense.Preposition | Vocabulary.HarmSenses) || atoms[at + 1].Kind == AtomKind.Mark);

    /// <summary>"both were", "both men".</summary>
    private static PeopleGroup? Both(Atoms atoms, int at)
    {
        if (!atoms.IsWord(at, "both")) return null;
        var noun = Noun(atoms, at + 1);
        var last = noun.Person && noun.Plural ? noun.Last : at;
        if (last == at && !atoms[at + 1].Is(Sense.Be | Sense.Have | Sense.SufferVerb) && !atoms[at + 1].Is(Cue.Suffered)) return null;
        return new PeopleGroup(at, last, last, PeopleSort.Definite, CountRange.Exactly(2), FigureQualifier.Exact, noun.Who, true);
    }

    /// <summary>"German consulate staff": a noun for people behind one word that is not.</summary>
    private static bool HasNounAhead(Atoms atoms, int at) =>
        !atoms[at].Is(Stops | Vocabulary.HarmSenses | Sense.Adverb | Sense.Severity | Sense.Month | Sense.Weekday) && atoms[at + 1].Is(Sense.Person)
        && !atoms[at + 1].Is(Vocabulary.HarmSenses);

    /// <summary>"Two state troopers", "a United States envoy": a noun or name that looks like a verb, right before a noun for people.</summary>
    private static bool IsNamedLikeAVerb(Atoms atoms, int at) =>
        atoms[at].Tag is Upos.Noun or Upos.Propn && atoms[at].Is(Sense.Saying | Sense.OtherVerb) && atoms[at + 1].Is(Sense.Person);

    private static bool IsPlainNoun(in Atom atom) =>
        atom is { Tag: Upos.Noun, Kind: AtomKind.Word, Capital: false } && !atom.Is(Stops | Vocabulary.HarmSenses | Sense.Weekday | Sense.DayPart | Sense.TimeUnit | Sense.Adverb);

    private static bool StartsNumber(Atoms atoms, int at) =>
        atoms[at].Is(Sense.Small | Sense.Tens | Sense.Hundred | Sense.Vague | Sense.Dozen) || (atoms[at].Kind == AtomKind.Digits && Age(atoms, at) == at);

    /// <summary>"himself": whose subject is the one meant, so that it says as much as a name.</summary>
    internal static bool IsReflexive(ReadOnlySpan<char> word) => word.EndsWith("self", StringComparison.OrdinalIgnoreCase);

    private static PeopleGroup Known(int at) =>
        new(at, at, at, PeopleSort.Definite, CountRange.Exactly(1), FigureQualifier.Exact, null, true);

    /// <summary>The noun of a phrase whose determiner or number stands before an atom: past its modifiers, to the last noun in a row.</summary>
    private static (int Head, int Last, bool Person, bool Plural, CountedGroup? Who) Noun(Atoms atoms, int at)
    {
        var (start, head, last, person, plural) = (at, -1, at - 1, false, false);
        CountedGroup? who = null;
        var (unknown, age) = (-1, -1);
        for (var steps = 0; steps < ModifiersMax; steps++, at++)
        {
            ref readonly var atom = ref atoms[at];
            if (Age(atoms, at) is var aged && aged > at)
            {
                age = aged - 1;
                at = age;
                continue;
            }
            if (atom.IsMark('-') || (atom.IsMark('\'') && atom.Glued)) continue;
            if (atom.IsMark('"') && head < 0) continue;
            if (atom.Kind == AtomKind.Mark || atom.Kind == AtomKind.Digits) break;
            if (atom.Is(Sense.Person | Sense.Others))
            {
                // "50 more wounded" counts others; "50 wounded" leaves the word to harm.
                if (atom.Is(Vocabulary.HarmSenses) && !atoms[at + 1].Is(Sense.Person)) break;
                if (person && (atom.Is(Sense.Others) || atom.Is(Cue.Captive))) break;
                (head, last, person, plural) = (at, at, true, atom.Is(Sense.Plural));
                who = atom.Lexeme.Who ?? who;
                continue;
            }
            if (person && !atoms.IsWord(at, "'s") && !HasNounAhead(atoms, at))
            {
                // "a Muslim prayer hall" is no Muslim.
                if (plural || !IsPlainNoun(atoms[at])) break;
                (person, unknown) = (false, at);
                continue;
            }
            if (atom.Is(Sense.Severity) && atoms[at + 1].Is(Vocabulary.HarmSenses) && !atoms[at + 2].Is(Sense.Person)) break;
            if ((atom.Is(Stops) && !IsNamedLikeAVerb(atoms, at)) || atom.Is(Vocabulary.HarmSenses | Sense.TollVerb | Sense.ExceedVerb) && !atoms[at + 1].Is(Sense.Person)) break;
            // "Thousands mourn a teacher": a verb ends the phrase, where its form is no participle's.
            if (atom is { Tag: Upos.Verb, Capital: false } && !atom.Is(Vocabulary.HarmSenses) && !IsParticipleForm(atoms.Form(at))) break;
            if (atom.Is(Sense.Month | Sense.Weekday | Sense.DayPart | Sense.Severity | Sense.Adverb | Sense.TimeUnit | Sense.Currency) && atom.Kind == AtomKind.Word && !atoms[at + 1].Is(Sense.Person)) break;
            if (atoms.IsWord(at, "'s")) (head, person, who) = (-1, false, null);
            unknown = at;
        }
        if (person) return (head, last, true, plural, CountedGroups.Of(atoms, start, head, who));
        if (age >= 0) return (age, age, true, false, null);
        return unknown >= 0 && !atoms[unknown].Is(Sense.Thing) ? (unknown, unknown, false, LooksPlural(atoms.Form(unknown)), null)
            : unknown >= 0 ? (unknown, unknown, false, false, null) : (-1, at - 1, false, false, null);
    }

    /// <summary>The end of "23-year-old" or "23 year old", which is a person unless a noun follows.</summary>
    private static int Age(Atoms atoms, int at)
    {
        var end = NumberCore.Read(atoms, at, out var years, out _);
        if (end == at || years > 120) return at;
        if (atoms[end].IsMark('-')) end++;
        if (!atoms[end].Is(Sense.TimeUnit)) return at;
        end++;
        if (atoms[end].IsMark('-')) end++;
        return atoms.IsWord(end, "old") ? end + 1 : at;
    }

    private static bool IsParticipleForm(ReadOnlySpan<char> word) =>
        word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ing", StringComparison.OrdinalIgnoreCase) || word.EndsWith("en", StringComparison.OrdinalIgnoreCase);

    private static bool LooksPlural(ReadOnlySpan<char> word) =>
        word.Length > 3 && char.ToLowerInvariant(word[^1]) == 's' && char.ToLowerInvariant(word[^2]) is not ('s' or '\'');
}
