namespace Aggregator.Extraction.Figures;

/// <summary>Reads parts of a counted whole as the number they make: "half of the 40", "one in five of 200", "20% of the 50", "two-thirds of 90".</summary>
internal static class Shares
{
    private const double WholeMin = 2;

    /// <summary>The number that a share beginning at an atom makes; null where none begins, or where its whole is not counted.</summary>
    internal static NumberExpression? ReadAt(Atoms atoms, int at)
    {
        var end = Part(atoms, at, out var share);
        if (end == at || !atoms.IsWord(end, "of")) return null;
        end++;
        while (atoms[end].Is(Sense.Definite)) end++;
        var stop = NumberCore.Read(atoms, end, out var whole, out var sort);
        if (stop == end || sort != CoreSort.Plain || whole < WholeMin) return null;
        var made = whole * share;
        var isWhole = Math.Abs(made - Math.Round(made)) < 1e-6;
        return new NumberExpression(
            at, at, stop - 1, CountRange.Exactly((long)Math.Round(made)), isWhole ? FigureQualifier.Exact : FigureQualifier.About, NumberUse.Count);
    }

    /// <summary>Reads the share itself; returns the atom behind it, or the same one.</summary>
    private static int Part(Atoms atoms, int at, out double share)
    {
        share = 0;
        if (atoms.IsWord(at, "half")) return Give(1, 2, at + 1, out share);
        var end = NumberCore.Read(atoms, at, out var count, out var sort);
        if (end == at && atoms[at].Is(Sense.Indefinite)) (end, count, sort) = (at + 1, 1, CoreSort.Plain);
        if (end == at || sort is not (CoreSort.Plain or CoreSort.Fraction) || count <= 0) return at;
        if (atoms[end].IsMark('%') || atoms[end].Is(Sense.Percent)) return count <= 100 ? Give(count, 100, end + 1, out share) : at;
        if (atoms.IsWord(end, "per") && atoms.IsWord(end + 1, "cent")) return count <= 100 ? Give(count, 100, end + 2, out share) : at;
        if (atoms.IsWord(end, "in") || (atoms.IsWord(end, "out") && atoms.IsWord(end + 1, "of"))) return InEvery(atoms, at, end, count, out share);
        if (atoms[end].IsMark('-') && atoms[end].Glued) end++;
        var of = Denominator(atoms.Form(end));
        return of > 0 && count < of ? Give(count, of, end + 1, out share) : at;
    }

    private static int InEvery(Atoms atoms, int at, int end, double count, out double share)
    {
        share = 0;
        end += atoms.IsWord(end, "in") ? 1 : 2;
        if (atoms.IsWord(end, "every")) end++;
        var stop = NumberCore.Read(atoms, end, out var every, out var sort);
        return stop > end && sort == CoreSort.Plain && every > count && every <= 1_000 ? Give(count, every, stop, out share) : at;
    }

    private static int Give(double part, double of, int end, out double share)
    {
        share = part / of;
        return end;
    }

    private static double Denominator(ReadOnlySpan<char> word) => word switch
    {
        "half" => 2,
        "third" or "thirds" => 3,
        "quarter" or "quarters" => 4,
        "fifth" or "fifths" => 5,
        "sixth" or "sixths" => 6,
        "tenth" or "tenths" => 10,
        _ => 0,
    };
}
