namespace Aggregator.Extraction.Figures;

/// <summary>
/// Finds every number of a sentence: digits, words, ranges, comparators, zeros ("no one"), with what each is for, so that ages,
/// years, sums and codes are not taken for counts. Looks a fixed few atoms ahead, so its time is linear.
/// </summary>
internal static class NumberGrammar
{
    private const Sense Starters = Sense.Comparator | Sense.Small | Sense.Tens | Sense.Hundred | Sense.Indefinite | Sense.No | Sense.Nobody
        | Sense.Several | Sense.Vague | Sense.Dozen | Sense.Fraction | Sense.Ordinal | Sense.Preposition | Sense.Not;

    /// <summary>Adds a sentence's numbers, in the order of the text and without overlap, to a list.</summary>
    internal static void Read(Atoms atoms, List<NumberExpression> into)
    {
        for (var at = 0; at < atoms.Count;)
        {
            if ((atoms[at].Kind == AtomKind.Digits || atoms[at].Is(Starters)) && ReadAt(atoms, at) is { } number)
            {
                into.Add(number);
                at = number.Last + 1;
            }
            else at++;
        }
    }

    /// <summary>The number that begins at an atom, comparator included; null when none does.</summary>
    internal static NumberExpression? ReadAt(Atoms atoms, int at)
    {
        if (ReadNone(atoms, at) is { } none) return none;
        if (Shares.ReadAt(atoms, at) is { } share) return share;
        if (atoms.IsWord(at, "between") && ReadBetween(atoms, at) is { } between) return between;
        var core = Comparators.ReadBefore(atoms, at, out var qualifier);
        var end = NumberCore.Read(atoms, core, out var low, out var sort);
        if (end == core && core > at && atoms[core - 1].Is(Sense.Indefinite))
        {
            core--;
            end = NumberCore.Read(atoms, core, out low, out sort);
        }
        if (end == core) return ReadOrdinal(atoms, at);
        if (sort == CoreSort.Plain && ReadUpperEnd(atoms, at, end, low) is var (high, rangeEnd))
            return Build(atoms, (at, core, rangeEnd), new CountRange((long)Scaled(low, high), high), FigureQualifier.Range, sort);
        var behind = Comparators.ReadBehind(atoms, end, out var after);
        if (behind > end) (end, qualifier) = (behind, after);
        if (qualifier == FigureQualifier.AtLeast && sort == CoreSort.Plain && ReadPossibly(atoms, end) is var (most, mostEnd) && most > low)
            return Build(atoms, (at, core, mostEnd), new CountRange((long)low, most), FigureQualifier.Range, sort);
        if (sort == CoreSort.Vague) qualifier = qualifier == FigureQualifier.AtMost ? qualifier : FigureQualifier.AtLeast;
        return Build(atoms, (at, core, end), Bounds((long)low, qualifier), qualifier, sort);
    }

    private static NumberExpression Build(Atoms atoms, (int At, int Core, int End) place, CountRange range, FigureQualifier qualifier, CoreSort sort)
    {
        var number = new NumberExpression(place.At, place.Core, place.End - 1, range, qualifier, NumberUse.Count);
        number = number with { Use = NumberUses.Of(atoms, number, sort) };
        return number.Use == NumberUse.Fraction ? number with { Last = WholeOf(atoms, place.End) - 1 } : number;
    }

    /// <summary>The end of what a part is taken of: "in four", "out of every three".</summary>
    private static int WholeOf(Atoms atoms, int end)
    {
        if (!atoms.IsWord(end, "in") && !atoms.IsWord(end, "out")) return end;
        var at = atoms.IsWord(end, "out") ? end + 2 : end + 1;
        return Math.Max(end, NumberCore.Read(atoms, at, out _, out _));
    }

    private static CountRange Bounds(long value, FigureQualifier qualifier) => qualifier switch
    {
        FigureQualifier.AtLeast => new CountRange(value, null),
        FigureQualifier.AtMost => new CountRange(null, value),
        _ => CountRange.Exactly(value),
    };

    /// <summary>"no one", "nobody", "none", "no", "not a single".</summary>
    private static NumberExpression? ReadNone(Atoms atoms, int at)
    {
        var last = -1;
        if (atoms[at].Is(Sense.Nobody)) last = at;
        else if (atoms[at].Is(Sense.No) && (!atoms[at + 1].Glued || atoms[at + 1].IsMark('-')))
        {
            if (atoms.IsWord(at + 1, "one")) last = at + 1;
            else if (atoms[at + 1].IsMark('-') && atoms.IsWord(at + 2, "one")) last = at + 2;
            else if (!atoms[at + 1].Is(Sense.Comparator | Sense.Others) && atoms[at + 1].Kind != AtomKind.Digits
                && !atoms.IsWord(at + 1, "longer") && atoms[at + 1].Kind != AtomKind.Mark) last = at;
        }
        else if (atoms.IsWord(at, "not") && atoms.IsWord(at + 1, "a") && atoms.IsWord(at + 2, "single")) last = at + 2;
        return last < 0 ? null : new NumberExpression(at, at, last, CountRange.Exactly(0), FigureQualifier.Exact, NumberUse.Count);
    }

    /// <summary>"between 20 and 30".</summary>
    private static NumberExpression? ReadBetween(Atoms atoms, int at)
    {
        var middle = NumberCore.Read(atoms, at + 1, out var low, out var lowSort);
        if (middle == at + 1 || lowSort != CoreSort.Plain || !(atoms.IsWord(middle, "and") || atoms.IsWord(middle, "to"))) return null;
        var end = NumberCore.Read(atoms, middle + 1, out var high, out var sort);
        if (end == middle + 1 || sort != CoreSort.Plain || high < low) return null;
        return Build(atoms, (at, at + 1, end), new CountRange((long)Scaled(low, high), (long)high), FigureQualifier.Range, sort);
    }

    /// <summary>The upper end of "20 to 30", "20-30", "two or three", "5-6,000"; null when it is no range.</summary>
    private static (long High, int End)? ReadUpperEnd(Atoms atoms, int first, int end, double low)
    {
        if (atoms[first - 1].Is(Sense.Preposition) && atoms.IsWord(first - 1, "from")
            && !atoms.IsWord(first - 2, "anywhere") && !atoms.IsWord(first - 2, "somewhere") && !atoms.IsWord(first - 2, "ranging")) return null;
        var dash = atoms[end].IsMark('-') && atoms[end].Glued && atoms[end + 1].Glued;
        if (!dash && !atoms.IsWord(end, "to") && !atoms.IsWord(end, "or")) return null;
        var stop = NumberCore.Read(atoms, end + 1, out var high, out var sort);
        if (stop == end + 1 || sort != CoreSort.Plain || high <= low) return null;
        if (dash && atoms[stop].IsMark('-') && atoms[stop].Glued) return null;
        return ((long)high, stop);
    }

    /// <summary>"at least 30 and possibly as many as 50", "at least 30, perhaps 50".</summary>
    private static (long Most, int End)? ReadPossibly(Atoms atoms, int at)
    {
        while (atoms[at].IsMark(',') || atoms.IsWord(at, "and") || atoms.IsWord(at, "or") || atoms.IsWord(at, "but")) at++;
        if (!atoms.IsWord(at, "possibly") && !atoms.IsWord(at, "perhaps") && !atoms.IsWord(at, "maybe") && !atoms.IsWord(at, "potentially")) return null;
        at++;
        if (atoms.IsWord(at, "as") && atoms.IsWord(at + 1, "many") && atoms.IsWord(at + 2, "as")) at += 3;
        else if (atoms.IsWord(at, "up") && atoms.IsWord(at + 1, "to")) at += 2;
        var end = NumberCore.Read(atoms, at, out var most, out var sort);
        return end > at && sort == CoreSort.Plain ? ((long)most, end) : null;
    }

    /// <summary>"5-6,000" and "two to three million" mean thousands and millions at both ends.</summary>
    private static double Scaled(double low, double high)
    {
        for (var scale = 1e9; scale >= 1_000; scale /= 1_000)
            if (high % scale == 0 && low < scale && low * scale < high && low < 1_000) return low * scale;
        return low;
    }

    private static NumberExpression? ReadOrdinal(Atoms atoms, int at) =>
        atoms[at].Is(Sense.Ordinal) && atoms[at].Length > 2
            ? new NumberExpression(at, at, at, CountRange.Exactly(Math.Max(0, atoms[at].Lexeme.Value)), FigureQualifier.Exact, NumberUse.Ordinal)
            : atoms[at].Is(Sense.Fraction)
                ? new NumberExpression(at, at, at, CountRange.Exactly(0), FigureQualifier.Exact, NumberUse.Fraction)
                : null;
}
