namespace Aggregator.Extraction.Time;

/// <summary>Reads a part of a year that is told by its place in it: "the first six months of 2019", "the second half of last year", "the first quarter".</summary>
internal static class PartsOfYear
{
    private const int MonthsOfYear = 12;

    /// <summary>The part that begins where the scan stands; null when none does.</summary>
    internal static Dated? Read(in DateScan scan)
    {
        var at = scan.Is(0, "the") ? 1 : 0;
        if (Ordinal(scan, at) is not { } which || Length(scan, at + 1) is not { } part || which * part.Months is 0 or > MonthsOfYear) return null;
        if (Year(scan.From(part.End)) is not { } year) return null;
        var first = which < 0 ? MonthsOfYear - part.Months + 1 : ((which - 1) * part.Months) + 1;
        return new Dated(year.End, new OccurredOn(OccurredOn.Month(year.Value, first).First, OccurredOn.Month(year.Value, first + part.Months - 1).Last), DateShape.Period);
    }

    /// <summary>Which part: 1 for the first, -1 for the last; null for another word.</summary>
    private static int? Ordinal(in DateScan scan, int at) =>
        scan.Is(at, "first") ? 1 : scan.Is(at, "second") ? 2 : scan.Is(at, "third") ? 3 : scan.Is(at, "fourth") ? 4
        : scan.Is(at, "last") || scan.Is(at, "final") || scan.Is(at, "closing") ? -1 : null;

    /// <summary>How many months the part has: "half", "quarter", "six months", "month".</summary>
    private static (int Months, int End)? Length(in DateScan scan, int at)
    {
        if (scan.Is(at, "half")) return (6, scan.At + at + 1);
        if (scan.Is(at, "quarter")) return (3, scan.At + at + 1);
        if (scan.Is(at, "month")) return (1, scan.At + at + 1);
        return scan.Number(at) is { Value: <= MonthsOfYear } number && scan.Atoms.IsWord(number.End, "months") ? (number.Value, number.End + 1) : null;
    }

    /// <summary>"of 2019", "of last year", "of the year", "this year".</summary>
    private static (int Value, int End)? Year(in DateScan scan)
    {
        var at = scan.Is(0, "of") || scan.Is(0, "in") ? 1 : 0;
        if (at == 1 && scan.Is(1, "the") && scan.Is(2, "year")) return (scan.Published.Year, scan.At + 3);
        if (scan.Year(at) is { } year) return at == 1 ? (year, scan.At + at + 1) : null;
        if (!scan.Is(at + 1, "year")) return null;
        return scan.Is(at, "this") ? (scan.Published.Year, scan.At + at + 2) : scan.Is(at, "last") ? (Math.Max(1, scan.Published.Year - 1), scan.At + at + 2) : null;
    }
}
