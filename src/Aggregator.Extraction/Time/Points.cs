using Aggregator.Extraction.Figures;

namespace Aggregator.Extraction.Time;

/// <summary>Reads single dates: days, months, years, and what is told by its distance from today.</summary>
internal static class Points
{
    /// <summary>The date that begins where the scan stands; null when none does.</summary>
    internal static Dated? Read(in DateScan scan) =>
        Iso(scan) ?? Monthly(scan) ?? Weekday(scan) ?? Adverb(scan) ?? Relative(scan) ?? Ago(scan) ?? BareYear(scan);

    /// <summary>"2019-03-03".</summary>
    private static Dated? Iso(in DateScan scan) =>
        scan.Year(0) is { } year && scan[1].IsMark('-') && scan[3].IsMark('-') && scan[2].Number is >= 1 and <= 12 && scan[4].Number is >= 1 and <= 31
        && scan[4].Glued && CalendarDay.OfDay((int)scan[4].Number, (int)scan[2].Number, year, scan.Published, false) is { } day
            ? new Dated(scan.At + 5, day) : null;

    /// <summary>"3 March", "the 3rd of March 2019", "March 3, 2019", "Oct. 1", "February 2019", "early February".</summary>
    private static Dated? Monthly(in DateScan scan)
    {
        var (at, day) = (0, 0);
        if (scan[0].Kind == AtomKind.Digits && scan[0].Number is >= 1 and <= 31)
        {
            day = (int)scan[0].Number;
            at = scan[1].Is(Sense.Ordinal) && scan[1].Glued ? 2 : 1;
            if (scan.Is(at, "of")) at++;
        }
        else if (scan.Is(0, "early") || scan.Is(0, "mid") || scan.Is(0, "late")) at = scan[1].IsMark('-') ? 2 : 1;
        if (!scan[at].Is(Sense.Month) || !scan[at].Capital) return null;
        var (month, end) = ((int)scan[at].Lexeme.Value, at + 1);
        if (day == 0 && scan[end].Kind == AtomKind.Digits && scan[end].Number is >= 1 and <= 31 && !scan[end + 1].IsMark(':') && !Measures(scan[end + 1]))
        {
            day = (int)scan[end++].Number;
            if (scan[end].Is(Sense.Ordinal) && scan[end].Glued) end++;
        }
        var comma = scan[end].IsMark(',') ? 1 : scan.Is(end, "of") ? 1 : 0;
        var year = scan.Year(end + comma);
        if (day == 0 && year is null && !IsMonthHere(scan, at)) return null;
        if (year is not null) end += comma + 1;
        var future = scan.IsFuture();
        if (day > 0) return CalendarDay.OfDay(day, month, year, scan.Published, future) is { } exact ? new Dated(scan.At + end, exact) : null;
        if (year is { } given) return new Dated(scan.At + end, OccurredOn.Month(given, month));
        if (scan.Is(end, "last") && scan.Is(end + 1, "year"))
            return new Dated(scan.At + end + 2, OccurredOn.Month(Math.Max(1, scan.Published.Year - 1), month));
        if (scan.Is(end, "this") && scan.Is(end + 1, "year")) return new Dated(scan.At + end + 2, OccurredOn.Month(scan.Published.Year, month));
        return new Dated(scan.At + end, CalendarDay.OfMonth(month, scan.Published, future));
    }

    /// <summary>"May" and "March" and "June" are also a verb, a noun and names: a preposition or "last" must stand before.</summary>
    private static bool IsMonthHere(in DateScan scan, int at)
    {
        if (scan[at].Length > 5 || at > 0) return true;
        ref readonly var before = ref scan[at - 1];
        return before.Is(Sense.Preposition) || scan.Is(at - 1, "last") || scan.Is(at - 1, "this") || scan.Is(at - 1, "next") || scan.Is(at - 1, "past")
            || scan.Is(at - 1, "early") || scan.Is(at - 1, "late");
    }

    private static bool Measures(in Atom atom) => atom.Is(Sense.Person | Sense.Percent) && !atom.Is(Sense.Ordinal);

    /// <summary>"late Thursday", "last Friday", "Monday night".</summary>
    private static Dated? Weekday(in DateScan scan)
    {
        var at = scan.Is(0, "last") || scan.Is(0, "next") || scan.Is(0, "this") || scan.Is(0, "late") || scan.Is(0, "early") || scan.Is(0, "past") ? 1 : 0;
        if (!scan[at].Is(Sense.Weekday) || !scan[at].Capital) return null;
        var weekday = (DayOfWeek)scan[at].Lexeme.Value;
        var end = at + 1;
        while (scan[end].Is(Sense.DayPart)) end++;
        var day = CalendarDay.Of(weekday, scan.Published, at == 1 && scan.Is(0, "next") || scan.IsFuture());
        if (at == 1 && scan.Is(0, "last") && day == scan.Published) day = CalendarDay.Shift(day, -7);
        if (at == 1 && scan.Is(0, "next") && day == scan.Published) day = CalendarDay.Shift(day, 7);
        if (scan[end].IsMark(',') && Monthly(scan.From(scan.At + end + 1)) is { } dated) return dated;
        return new Dated(scan.At + end, new OccurredOn(day));
    }

    /// <summary>"yesterday", "tonight", "overnight", "this morning", "last night".</summary>
    private static Dated? Adverb(in DateScan scan)
    {
        int? days = scan.Is(0, "today") || scan.Is(0, "tonight") ? 0 : scan.Is(0, "yesterday") ? -1 : scan.Is(0, "tomorrow") ? 1 : null;
        var end = 1;
        if (days is null && scan[1].Is(Sense.DayPart))
        {
            days = scan.Is(0, "this") ? 0 : scan.Is(0, "last") ? -1 : null;
            end = 2;
        }
        if (days is { } shift)
        {
            while (scan[end].Is(Sense.DayPart)) end++;
            return new Dated(scan.At + end, new OccurredOn(CalendarDay.Shift(scan.Published, shift)));
        }
        return scan.Is(0, "overnight") ? new Dated(scan.At + 1, new OccurredOn(CalendarDay.Shift(scan.Published, -1), scan.Published)) : null;
    }

    /// <summary>"last year", "earlier this month", "next week", "this weekend".</summary>
    private static Dated? Relative(in DateScan scan)
    {
        var at = scan.Is(0, "earlier") || scan.Is(0, "later") ? 1 : 0;
        if (scan.Is(0, "the") && scan.Is(1, "weekend") && (scan.Is(-1, "at") || scan.Is(-1, "over") || scan.Is(-1, "during"))) return new Dated(scan.At + 2, CalendarDay.WeekendBefore(scan.Published));
        int? step = scan.Is(at, "this") || scan.Is(at, "current") ? 0
            : scan.Is(at, "last") || scan.Is(at, "previous") ? -1
            : scan.Is(at, "next") || scan.Is(at, "coming") ? 1 : null;
        if (step is not { } by) return null;
        var today = scan.Published;
        var monday = CalendarDay.Shift(today, -(((int)today.DayOfWeek + 6) % 7));
        OccurredOn? when =
            scan.Is(at + 1, "year") ? CalendarDay.OfYear(today.Year + by)
            : scan.Is(at + 1, "month") ? CalendarDay.MonthsFrom(today, by)
            : scan.Is(at + 1, "week") ? new OccurredOn(CalendarDay.Shift(monday, 7 * by), CalendarDay.Shift(monday, (7 * by) + 6))
            : scan.Is(at + 1, "weekend") ? new OccurredOn(CalendarDay.Shift(monday, 5 + (7 * by)), CalendarDay.Shift(monday, 6 + (7 * by)))
            : scan.Is(at + 1, "summer") ? new OccurredOn(OccurredOn.Month(today.Year + by, 6).First, OccurredOn.Month(today.Year + by, 8).Last)
            : null;
        return when is { } found ? new Dated(scan.At + at + 2, found) : null;
    }

    /// <summary>"three days ago", "a year earlier" without an anchor is left alone.</summary>
    private static Dated? Ago(in DateScan scan)
    {
        if ((scan.Atoms.Cues & Cue.Ago) == 0 || scan.Number(0) is not { } number) return null;
        ref readonly var unit = ref scan.Atoms[number.End];
        if (!unit.Is(Sense.TimeUnit) || !scan.Atoms.IsWord(number.End + 1, "ago")) return null;
        OccurredOn when = unit.Lexeme.Value switch
        {
            0 => new OccurredOn(scan.Published),
            1 => new OccurredOn(CalendarDay.Shift(scan.Published, -number.Value)),
            7 => new OccurredOn(CalendarDay.Shift(scan.Published, (-7L * number.Value) - 3), CalendarDay.Shift(scan.Published, (-7L * number.Value) + 3)),
            30 => CalendarDay.MonthsFrom(scan.Published, -number.Value),
            365 => CalendarDay.OfYear(scan.Published.Year - number.Value),
            _ => new OccurredOn(CalendarDay.OfYear(scan.Published.Year - (10L * number.Value) - 5).First, CalendarDay.OfYear(scan.Published.Year - (10L * number.Value) + 5).Last),
        };
        return new Dated(number.End + 2, when);
    }

    /// <summary>"in 2014": a year with a preposition or bracket before it.</summary>
    private static Dated? BareYear(in DateScan scan)
    {
        if (scan.Year(0) is not { } year || scan[1].Glued && !scan[1].IsMark(',') && !scan[1].IsMark('.') && !scan[1].IsMark(')')) return null;
        if (scan[1].Is(Sense.Person | Sense.Others)) return null;
        return scan[-1].Is(Sense.Preposition) || scan[-1].IsMark('(') || scan.Is(-1, "early") || scan.Is(-1, "late")
            || scan.Is(-1, "the") || (scan.At == 0 && scan[1].IsMark(','))
            ? new Dated(scan.At + 1, OccurredOn.Year(year)) : null;
    }
}
