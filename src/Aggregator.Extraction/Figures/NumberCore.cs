namespace Aggregator.Extraction.Figures;

/// <summary>Reads a number itself, in digits or in words, without what stands around it.</summary>
internal static class NumberCore
{
    private const double CountMax = 1e13;

    /// <summary>Reads the number that begins at an atom.</summary>
    /// <param name="atoms">The sentence.</param>
    /// <param name="at">The atom.</param>
    /// <param name="low">The number, or the least that a vague one can mean.</param>
    /// <param name="sort">What it turned out to be.</param>
    /// <returns>The atom behind it; <paramref name="at"/> when no number begins here.</returns>
    internal static int Read(Atoms atoms, int at, out double low, out CoreSort sort)
    {
        low = 0;
        sort = CoreSort.Plain;
        ref readonly var atom = ref atoms[at];
        var end = atom.Kind == AtomKind.Digits ? ReadDigits(atoms, at, out low, out sort)
            : atom.Is(Sense.Several) ? ReadSeveral(atoms, at, out low, out sort)
            : atom.Is(Sense.Vague) ? ReadVague(atoms, at, out low, out sort)
            : ReadWords(atoms, at, out low, out sort);
        if (end == at || low < CountMax) return end;
        sort = CoreSort.Code;
        low = 0;
        return end;
    }

    private static int ReadDigits(Atoms atoms, int at, out double low, out CoreSort sort)
    {
        low = atoms[at].Number;
        sort = CoreSort.Plain;
        var end = at + 1;
        ref readonly var next = ref atoms[end];
        var scaled = next.Is(Sense.Magnitude) && (next.Length > 2 || (next.Glued && next.Length == 1)) || (next.Is(Sense.Magnitude) && next.Length == 2);
        if (scaled)
        {
            low = Math.Round(low * next.Lexeme.Value);
            end++;
        }
        else if (next.Is(Sense.Dozen) && !next.Glued) { low *= next.Lexeme.Value; end++; }
        else if (next.Glued && next.Kind == AtomKind.Word) sort = next.Is(Sense.Ordinal) ? CoreSort.Ordinal : CoreSort.Code;
        if (low != Math.Floor(low)) sort = CoreSort.Fraction;
        if (double.IsInfinity(low)) sort = CoreSort.Code;
        return sort is CoreSort.Ordinal or CoreSort.Code && next.Glued && next.Kind == AtomKind.Word ? end + 1 : end;
    }

    /// <summary>"several", "a few", "many": unsaid alone, but a bound before a magnitude ("several hundred").</summary>
    private static int ReadSeveral(Atoms atoms, int at, out double low, out CoreSort sort)
    {
        ref readonly var next = ref atoms[at + 1];
        sort = CoreSort.Vague;
        low = 0;
        if (next.Is(Sense.Hundred | Sense.Magnitude | Sense.Dozen) && next.Length > 2)
        {
            low = 2d * next.Lexeme.Value;
            return at + 2;
        }
        if (next.Is(Sense.Vague)) return ReadVague(atoms, at + 1, out low, out sort);
        sort = CoreSort.Unsaid;
        return at + 1;
    }

    /// <summary>"dozens", "hundreds of thousands".</summary>
    private static int ReadVague(Atoms atoms, int at, out double low, out CoreSort sort)
    {
        sort = CoreSort.Vague;
        low = atoms[at].Lexeme.Value;
        ref readonly var larger = ref atoms[at + 2];
        if (!atoms.IsWord(at + 1, "of") || !larger.Is(Sense.Vague) || larger.Lexeme.Value < 2_000) return at + 1;
        low *= larger.Lexeme.Value / 2d;
        return at + 3;
    }

    private static int ReadWords(Atoms atoms, int at, out double low, out CoreSort sort)
    {
        sort = CoreSort.Plain;
        low = 0;
        double total = 0, part = 0;
        var start = at;
        if (atoms[at].Is(Sense.Indefinite)) at++;
        else if (atoms.IsWord(at, "half") && atoms[at + 1].Is(Sense.Indefinite) && atoms[at + 2].Is(Sense.Dozen)) (low, at) = (6, at + 3);
        if (low > 0) return at;
        var afterArticle = at > start;
        var any = false;
        while (true)
        {
            ref readonly var atom = ref atoms[at];
            if (atom.Is(Sense.Small | Sense.Tens) && !afterArticle && CanAdd(part, atom))
                (part, any) = (part + atom.Lexeme.Value, true);
            else if (atom.Is(Sense.Hundred) && (any || afterArticle) && part < 100) (part, any) = (Math.Max(part, 1) * 100, true);
            else if (atom.Is(Sense.Dozen) && (any || afterArticle) && part < 100) (part, any) = (Math.Max(part, 1) * atom.Lexeme.Value, true);
            else if (atom.Is(Sense.Magnitude) && atom.Length > 2 && (any || afterArticle))
            {
                total += Math.Max(part, 1) * atom.Lexeme.Value;
                (part, any) = (0, true);
            }
            else break;
            afterArticle = false;
            at++;
            if (atom.Is(Sense.Tens) && atoms[at].IsMark('-') && atoms[at].Glued && IsUnit(atoms[at + 1])) at++;
            else if (atom.Is(Sense.Hundred | Sense.Magnitude) && atoms.IsWord(at, "and") && atoms[at + 1].Is(Sense.Small | Sense.Tens)) at++;
        }
        if (!any) return start;
        low = total + part;
        return at;
    }

    private static bool CanAdd(double part, in Atom atom)
    {
        var rest = part % 100;
        return atom.Is(Sense.Tens) ? rest == 0 : rest == 0 || (rest >= 20 && rest % 10 == 0 && IsUnit(atom));
    }

    private static bool IsUnit(in Atom atom) => atom.Is(Sense.Small) && atom.Lexeme.Value is > 0 and < 10;
}
