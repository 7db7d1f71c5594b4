namespace Aggregator.Extraction.Figures;

/// <summary>Reads a change stated beside a figure: "a 30% increase compared to the same period of the previous year", "up from 33".</summary>
internal static class StatedChanges
{
    private const int ReachAtomsMax = 5;

    /// <summary>The change stated behind a figure in its sentence; null when none is.</summary>
    internal static StatedChange? Of(FigureSentence sentence, FigureReading reading, OccurredOn? period)
    {
        var atoms = sentence.Atoms;
        foreach (var number in sentence.Numbers)
        {
            if (atoms[number.Core].Start < reading.Evidence.Start) continue;
            if (number.Use == NumberUse.Percent && Direction(atoms, number) is var sign and not 0)
                return new StatedChange { Percent = sign * atoms[number.Core].Number, Baseline = BaselineOf(sentence, number.Last, period) };
            if (number.Use == NumberUse.Count && number.Range.Low is > 0 and { } before && reading.Figure.Count.Low is { } now
                && atoms.IsWord(number.First - 1, "from") && (atoms.IsWord(number.First - 2, "up") || atoms.IsWord(number.First - 2, "down")))
                return new StatedChange { Percent = Math.Round((now - before) * 100.0 / before, 1), Baseline = BaselineOf(sentence, number.Last, period) };
        }
        return null;
    }

    /// <summary>1 for a rise, -1 for a fall, 0 when neither is said close by.</summary>
    private static int Direction(Atoms atoms, in NumberExpression number)
    {
        for (var i = number.Last + 1; i <= number.Last + ReachAtomsMax; i++)
            if (Word(atoms, i) is var sign and not 0) return sign;
        for (var i = number.First - 1; i >= Math.Max(0, number.First - 3); i--)
            if (Word(atoms, i) is var sign and not 0) return sign;
        return 0;
    }

    private static int Word(Atoms atoms, int at) =>
        atoms.IsWord(at, "increase") || atoms.IsWord(at, "rise") || atoms.IsWord(at, "jump") || atoms.IsWord(at, "up") || atoms.IsWord(at, "increased")
            || atoms.IsWord(at, "rose") || atoms.IsWord(at, "surge") || atoms.IsWord(at, "more") || atoms.IsWord(at, "higher") ? 1
        : atoms.IsWord(at, "decrease") || atoms.IsWord(at, "fall") || atoms.IsWord(at, "drop") || atoms.IsWord(at, "down") || atoms.IsWord(at, "decline")
            || atoms.IsWord(at, "fell") || atoms.IsWord(at, "reduction") || atoms.IsWord(at, "fewer") || atoms.IsWord(at, "lower") ? -1 : 0;

    /// <summary>
    /// "the same period of the previous year", "a year earlier": the figure's own period a year back; "the same period of 2019": its own days and months in the
    /// year named; else the date named behind.
    /// </summary>
    private static OccurredOn? BaselineOf(FigureSentence sentence, int from, OccurredOn? period)
    {
        var atoms = sentence.Atoms;
        OccurredOn? named = null;
        foreach (var date in sentence.Dates)
            if (date.Span.Start > atoms[from].Start) named ??= date.When;
        for (var i = from; i < atoms.Count; i++)
            if ((atoms.IsWord(i, "same") || atoms.IsWord(i, "earlier") || atoms.IsWord(i, "before")) && period is { } own)
                return YearsBefore(own, named is { } year && year == OccurredOn.Year(year.First.Year) ? own.Last.Year - year.First.Year : 1);
        return named;
    }

    private static OccurredOn? YearsBefore(OccurredOn period, int years) =>
        years > 0 && period.First.Year > years ? new OccurredOn(period.First.AddYears(-years), period.Last.AddYears(-years)) : null;
}
