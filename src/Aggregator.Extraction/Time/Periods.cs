using Aggregator.Extraction.Figures;

namespace Aggregator.Extraction.Time;

/// <summary>Reads periods: between two dates, since one, or of a length that ends today.</summary>
internal static class Periods
{
    /// <summary>The period that begins where the scan stands; null when none does.</summary>
    internal static Dated? Read(in DateScan scan) => Between(scan) ?? Since(scan) ?? PartsOfYear.Read(scan) ?? SoFar(scan) ?? Recent(scan) ?? Lasting(scan) ?? Years(scan);

    /// <summary>"from September to November last year", "between 2014 and 2018".</summary>
    private static Dated? Between(in DateScan scan)
    {
        if (!scan.Is(0, "from") && !scan.Is(0, "between")) return null;
        if (End(scan.From(scan.At + 1)) is not { } first) return null;
        var middle = scan.From(first.End);
        if (!middle.Is(0, "to") && !middle.Is(0, "and") && !middle.Is(0, "until") && !middle.Is(0, "through") && !middle.Is(0, "till")) return null;
        if (middle.Is(1, "now") || middle.Is(1, "today")) return new Dated(first.End + 2, Span(first.When, scan.Published), DateShape.Since);
        if (End(middle.From(first.End + 1)) is not { } last) return null;
        var begin = first.When;
        // Both ends of "from September to November last year" lie in the later one's year.
        if (begin.First > last.When.Last || begin.First.Year != last.When.First.Year && !HasYear(scan.Atoms, scan.At + 1, first.End))
            begin = InYear(begin, last.When.First.Year);
        if (begin.First > last.When.Last) begin = InYear(begin, begin.First.Year - 1);
        return begin.First > last.When.Last ? null : new Dated(last.End, new OccurredOn(begin.First, last.When.Last), DateShape.Period);
    }

    private static Dated? End(in DateScan scan)
    {
        if (Points.Read(scan) is { } point) return point;
        return scan.Year(0) is { } year ? new Dated(scan.At + 1, OccurredOn.Year(year)) : null;
    }

    private static bool HasYear(Atoms atoms, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (atoms[i] is { Kind: AtomKind.Digits, Length: 4 }) return true;
        return false;
    }

    private static OccurredOn InYear(OccurredOn when, int year)
    {
        year = Math.Clamp(year, 1, 9999);
        if (when.LengthDays > 1) return OccurredOn.Month(year, when.First.Month);
        return new OccurredOn(new DateOnly(year, when.First.Month, Math.Min(when.First.Day, DateTime.DaysInMonth(year, when.First.Month))));
    }

    /// <summary>"since 2014", "since last March".</summary>
    private static Dated? Since(in DateScan scan)
    {
        if (!scan.Is(0, "since")) return null;
        var at = scan.Is(1, "the") || scan.Is(1, "early") || scan.Is(1, "late") || scan.Is(1, "mid") ? 2 : 1;
        if (scan.Is(1, "mid") && scan[2].IsMark('-')) at = 3;
        if (scan.Is(at, "last") && scan[at + 1].Is(Sense.Month)) at++;
        if (scan.Is(at, "start") && scan.Is(at + 1, "of")) at += scan.Is(at + 2, "the") ? 3 : 2;
        return End(scan.From(scan.At + at)) is { } begin && begin.When.First <= scan.Published
            ? new Dated(begin.End, Span(begin.When, scan.Published), DateShape.Since) : null;
    }

    /// <summary>"so far this year", "to date" has no beginning and is left alone.</summary>
    private static Dated? SoFar(in DateScan scan)
    {
        var at = scan.Is(0, "so") && scan.Is(1, "far") ? 2 : scan.Is(0, "already") ? 1 : 0;
        if (at == 0) return null;
        if (scan.Is(at, "in")) at++;
        return Points.Read(scan.From(scan.At + at)) is { } point && point.When.First <= scan.Published && point.When.LengthDays > 1
            ? new Dated(point.End, Span(point.When, scan.Published), DateShape.Since) : null;
    }

    /// <summary>"in recent weeks", "the past 24 hours", "the last three years".</summary>
    private static Dated? Recent(in DateScan scan)
    {
        var at = scan.Is(0, "the") ? 1 : 0;
        if (scan.Is(at, "recent") && scan[at + 1].Is(Sense.TimeUnit) && scan[at + 1].Is(Sense.Thing))
            return new Dated(scan.At + at + 2, Back(scan.Published, 4, scan[at + 1].Lexeme.Value), DateShape.Period);
        if (!scan.Is(at, "past") && !scan.Is(at, "last") && !scan.Is(at, "previous")) return null;
        if (scan.Number(at + 1) is { } number && scan.Atoms[number.End].Is(Sense.TimeUnit))
            return new Dated(number.End + 1, Back(scan.Published, number.Value, UnitDays(scan.Atoms, number.End, number.Value)), DateShape.Duration);
        if ((scan.Is(at, "past") || at == 1) && scan[at + 1].Is(Sense.TimeUnit))
            return new Dated(scan.At + at + 2, Back(scan.Published, 1, scan[at + 1].Lexeme.Value), DateShape.Duration);
        if (scan.Is(at + 1, "few") || scan.Is(at + 1, "several") || scan.Is(at + 1, "couple"))
        {
            var unit = scan.Is(at + 2, "of") ? at + 3 : at + 2;
            if (scan[unit].Is(Sense.TimeUnit)) return new Dated(scan.At + unit + 1, Back(scan.Published, 4, scan[unit].Lexeme.Value), DateShape.Duration);
        }
        return null;
    }

    /// <summary>"over nearly three years", "during two weeks".</summary>
    private static Dated? Lasting(in DateScan scan)
    {
        if (!scan.Is(0, "over") && !scan.Is(0, "during") && !scan.Is(0, "throughout") && !scan.Is(0, "in") && !scan.Is(0, "within")) return null;
        if (scan.Is(1, "the") || scan.Number(1) is not { } number) return null;
        ref readonly var unit = ref scan.Atoms[number.End];
        if (!unit.Is(Sense.TimeUnit) || scan.Atoms.IsWord(number.End + 1, "ago") || scan.Atoms[number.End + 1].IsMark('-')) return null;
        if (scan.Is(0, "in") && unit.Lexeme.Value == 0) return null;
        return new Dated(number.End + 1, Back(scan.Published, number.Value, UnitDays(scan.Atoms, number.End, number.Value)), DateShape.Duration);
    }

    /// <summary>"2014-2018".</summary>
    private static Dated? Years(in DateScan scan) =>
        scan.Year(0) is { } first && scan[1].IsMark('-') && scan[1].Glued && scan.Year(2) is { } last && last >= first && !scan[3].IsMark('-')
            ? new Dated(scan.At + 3, new OccurredOn(OccurredOn.Year(first).First, OccurredOn.Year(last).Last), DateShape.Period) : null;

    /// <summary>The days of a unit; hours count in days when there are 24 of them or more.</summary>
    private static double UnitDays(Atoms atoms, int unit, int count) =>
        atoms[unit].Lexeme.Value > 0 ? atoms[unit].Lexeme.Value : count >= 24 && atoms.IsWord(unit, "hours") ? 1d / 24 : 0;

    private static OccurredOn Back(DateOnly published, int count, double unitDays) => unitDays switch
    {
        30 => new OccurredOn(published.AddMonths(-Math.Min(count, (published.Year * 12) - 12)), published),
        365 => new OccurredOn(published.AddYears(-Math.Min(count, published.Year - 1)), published),
        _ => new OccurredOn(CalendarDay.Shift(published, -(long)(count * unitDays)), published),
    };

    private static OccurredOn Span(OccurredOn from, DateOnly published) => new(from.First, from.First > published ? from.Last : published);
}
