namespace Aggregator.Extraction.Figures;

/// <summary>Decides from the words around a number what it is for.</summary>
internal static class NumberUses
{
    /// <summary>Whom an age may follow with a bare "of".</summary>
    private static readonly string[] s_ofYears = ["man", "woman", "boy", "girl", "lad", "youth"];

    /// <summary>What a number is for.</summary>
    /// <param name="atoms">The sentence.</param>
    /// <param name="number">The number; its use is not looked at.</param>
    /// <param name="sort">What the number itself turned out to be.</param>
    internal static NumberUse Of(Atoms atoms, in NumberExpression number, CoreSort sort)
    {
        if (sort == CoreSort.Unsaid) return NumberUse.Unsaid;
        var (before, behind) = (number.First - 1, number.Last + 1);
        if (IsMoney(atoms, number, behind)) return NumberUse.Money;
        if (IsPercent(atoms, behind)) return NumberUse.Percent;
        if (IsAge(atoms, number, behind)) return NumberUse.Age;
        if (IsClock(atoms, number, behind)) return NumberUse.Clock;
        if (sort == CoreSort.Ordinal || (atoms[behind].IsMark('-') && atoms[behind].Glued && atoms[behind + 1].Is(Sense.Ordinal))) return NumberUse.Ordinal;
        if (sort == CoreSort.Code || IsCode(atoms, number, before, behind)) return NumberUse.Code;
        if (IsYear(atoms, number, before, behind)) return NumberUse.Year;
        if (sort == CoreSort.Fraction || IsFraction(atoms, number, before, behind)) return NumberUse.Fraction;
        return IsThing(atoms, behind) ? NumberUse.Measure : NumberUse.Count;
    }

    private static bool IsMoney(Atoms atoms, in NumberExpression number, int behind) =>
        atoms[number.Core - 1].Kind == AtomKind.Mark && atoms[number.Core - 1].First is '$' or '€' or '£' or '¥' or '₹' or '₽' or '₪'
        || atoms[behind].Is(Sense.Currency) || (atoms[behind].Kind == AtomKind.Mark && atoms[behind].First is '€' or '$');

    private static bool IsPercent(Atoms atoms, int behind) =>
        atoms[behind].IsMark('%') || atoms[behind].Is(Sense.Percent)
        || (atoms.IsWord(behind, "per") && (atoms.IsWord(behind + 1, "cent") || atoms.IsWord(behind + 1, "cents")))
        || (atoms[behind].IsMark('-') && atoms[behind].Glued && atoms[behind + 1].Is(Sense.Percent));

    /// <summary>"aged 10", "23-year-old", "5 years old", "a man of 60", and the bare number between commas behind a name: "Anna Beck, 42, of".</summary>
    private static bool IsAge(Atoms atoms, in NumberExpression number, int behind)
    {
        if (number.Range.Low is > 120) return false;
        var core = number.Core;
        if (atoms.IsWord(core - 1, "aged") || atoms.IsWord(core - 1, "age") || atoms.IsWord(core - 1, "ages")) return true;
        if (IsOneOfYears(atoms, core, behind)) return true;
        if (atoms[behind].IsMark('-')) behind++;
        if (atoms[behind].Is(Sense.TimeUnit))
        {
            var old = atoms[behind + 1].IsMark('-') ? behind + 2 : behind + 1;
            return atoms.IsWord(old, "old") || atoms.IsWord(old, "olds") || atoms.IsWord(old, "age") || (atoms.IsWord(old, "of") && atoms.IsWord(old + 1, "age"));
        }
        if (atoms[core].Kind != AtomKind.Digits || number.First != core) return false;
        if (atoms[core - 1].IsMark('(') && atoms[behind].IsMark(')')) return true;
        if (IsAgeList(atoms, core, behind)) return true;
        if (atoms[core].Number is >= 10 and < 100 && IsNamed(atoms, core - 1) && !atoms[core - 1].Is(Sense.Labelled | Sense.Month) && IsNamed(atoms, core - 2)
            && atoms[core - 1].Capital && atoms[core - 2].Capital && atoms[behind].IsMark(',')) return true;
        return atoms[core - 1].IsMark(',') && IsNamed(atoms, core - 2) && EndsApposition(atoms, behind);
    }

    /// <summary>"A man of 60 was": one person of a number is of that age, unless the number has a noun of its own ("a mother of 3 children").</summary>
    private static bool IsOneOfYears(Atoms atoms, int core, int behind)
    {
        if (!atoms.IsWord(core - 1, "of") || atoms[behind].Is(Sense.Person | Sense.Others | Sense.Thing)) return false;
        foreach (var one in s_ofYears)
            if (atoms.IsWord(core - 2, one)) return true;
        return false;
    }

    /// <summary>"both 16,", "ages 20 and 22", "Two girls, 7 and 5, were".</summary>
    private static bool IsAgeList(Atoms atoms, int core, int behind)
    {
        if (atoms.IsWord(core - 1, "both") && atoms[behind].Kind == AtomKind.Mark) return true;
        if (atoms[behind].Is(Sense.Conjunction) && atoms[behind + 1].Kind == AtomKind.Digits && atoms[behind + 2].Kind == AtomKind.Mark)
            return atoms[core - 1].IsMark(',') && atoms[core - 2].Is(Sense.Person);
        if (!atoms[core - 1].Is(Sense.Conjunction) || atoms[core - 2].Kind != AtomKind.Digits || atoms[behind].Kind != AtomKind.Mark) return false;
        return atoms.IsWord(core - 3, "ages") || atoms.IsWord(core - 3, "aged") || (atoms[core - 3].IsMark(',') && atoms[core - 4].Is(Sense.Person));
    }

    private static bool IsNamed(Atoms atoms, int at) =>
        atoms[at].Kind is AtomKind.Name || (atoms[at].Kind == AtomKind.Word && !atoms[at].Is(Sense.Plural | Vocabulary.HarmSenses)
            && (atoms[at].Capital || atoms[at].Is(Sense.Person)));

    private static bool EndsApposition(Atoms atoms, int at) =>
        atoms[at].Kind == AtomKind.Mark || atoms[at].Is(Sense.Conjunction | Sense.Be | Sense.Preposition | Sense.ClauseOpener | Sense.OtherVerb | Vocabulary.HarmSenses);

    private static bool IsClock(Atoms atoms, in NumberExpression number, int behind)
    {
        var core = number.Core;
        if (atoms[core].Kind != AtomKind.Digits) return false;
        if (atoms[behind].IsMark(':') && atoms[behind].Glued && atoms[behind + 1].Kind == AtomKind.Digits && atoms[behind + 1].Glued) return true;
        if (atoms[core - 1].IsMark(':') && atoms[core].Glued) return true;
        if (atoms.IsWord(behind, "a.m.") || atoms.IsWord(behind, "p.m.") || atoms.IsWord(behind, "am") || atoms.IsWord(behind, "pm")
            || atoms.IsWord(behind, "a.m") || atoms.IsWord(behind, "p.m") || atoms.IsWord(behind, "o'clock") || atoms.IsWord(behind, "GMT")) return true;
        if (number.Range.Low is > 31 or null || atoms[core].Number is > 31) return false;
        return (atoms[core - 1].Is(Sense.Month) && atoms[core - 1].Capital) || (atoms[behind].Is(Sense.Month) && atoms[behind].Capital);
    }

    private static bool IsCode(Atoms atoms, in NumberExpression number, int before, int behind)
    {
        if (atoms[number.Core].Kind != AtomKind.Digits) return false;
        var core = number.Core;
        if (number.First == core && atoms[core].Glued && atoms[before].Kind == AtomKind.Mark && atoms[before].First is '-' or '/' or '.' or '#' or '@' or '_') return true;
        if (atoms[before].Is(Sense.Labelled) && (atoms[before].Capital || atoms.Form(before)[^1] == '.')) return true;
        if (atoms[behind].IsMark('-') && atoms[behind].Glued && atoms[behind + 1].Glued) return true;
        if (atoms[behind].IsMark('/') && atoms[behind].Glued) return true;
        // "The tanker 'Grace 1' was seized"
        if (number.First == core && atoms[before].Capital && atoms[behind].Kind == AtomKind.Mark && atoms[behind].First is '"' or '”' or '\'' or '’' && atoms[behind].Glued) return true;
        return atoms.IsWord(behind, "block") || atoms.IsWord(behind, "caliber") || atoms[number.Core].Start > 0 && atoms.Text[atoms[number.Core].Start] == '.';
    }

    private static bool IsYear(Atoms atoms, in NumberExpression number, int before, int behind)
    {
        ref readonly var core = ref atoms[number.Core];
        if (core.Kind != AtomKind.Digits || core.Length != 4 || core.Number is < 1000 or > 2100 || number.Last != number.Core) return false;
        if (atoms[behind].Is(Sense.Person | Sense.Others)) return false;
        return atoms[before].Is(Sense.Preposition | Sense.Month | Sense.Definite | Sense.Conjunction) || atoms[before].Kind != AtomKind.Word
            || !(atoms[behind].Kind == AtomKind.Word && !atoms[behind].Is(Sense.Preposition | Sense.Conjunction | Sense.OtherVerb | Sense.Be | Vocabulary.HarmSenses));
    }

    private static bool IsFraction(Atoms atoms, in NumberExpression number, int before, int behind)
    {
        if (atoms[behind].Is(Sense.Fraction) && !atoms[behind].Is(Sense.TimeUnit)) return true;
        if (atoms[behind].IsMark('-') && atoms[behind + 1].Is(Sense.Fraction)) return true;
        if (number.Range is { Low: 1, High: 1 } && (atoms.IsWord(behind, "in") || atoms.IsWord(behind, "out"))
            && NumberCore.Read(atoms, atoms.IsWord(behind, "out") ? behind + 2 : behind + 1, out var of, out _) > behind + 1 && of < 1000) return true;
        return atoms.IsWord(before, "of") && atoms.IsWord(before - 1, "out");
    }

    private static bool IsThing(Atoms atoms, int behind)
    {
        if (atoms[behind].IsMark('-') && atoms[behind].Glued) behind++;
        // "Two state troopers" are no states.
        return atoms[behind].Is(Sense.Thing) && !atoms[behind].Is(Sense.Person) && !(atoms.IsWord(behind, "state") && atoms[behind + 1].Is(Sense.Person));
    }
}
