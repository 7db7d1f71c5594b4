namespace Aggregator.Extraction.Time;

/// <summary>Finds the day, month or year that a name without a year means, seen from the day of publication.</summary>
internal static class CalendarDay
{
    /// <summary>The day of the week nearest before the day of publication, or on it; after it when it is still to come.</summary>
    internal static DateOnly Of(DayOfWeek weekday, DateOnly published, bool future)
    {
        var back = ((int)published.DayOfWeek - (int)weekday + 7) % 7;
        return Shift(published, future && back > 0 ? 7 - back : -back);
    }

    /// <summary>The weekend that the day of publication is in, or the last one before it.</summary>
    internal static OccurredOn WeekendBefore(DateOnly published)
    {
        var saturday = Of(DayOfWeek.Saturday, published, future: false);
        return new OccurredOn(saturday, Shift(saturday, 1));
    }

    /// <summary>The month nearest before the month of publication, or that one; after it when it is still to come.</summary>
    internal static OccurredOn OfMonth(int month, DateOnly published, bool future)
    {
        var year = published.Year + (future && month < published.Month ? 1 : !future && month > published.Month ? -1 : 0);
        return OccurredOn.Month(Math.Clamp(year, 1, 9999), month);
    }

    /// <summary>A day of a month in the year that brings it nearest before the day of publication; null when the month has no such day.</summary>
    internal static OccurredOn? OfDay(int day, int month, int? year, DateOnly published, bool future)
    {
        if (year is { } given) return Exact(given, month, day);
        var near = Exact(published.Year, month, day);
        if (near is not { } found) return Exact(published.Year - 1, month, day);
        // A day or two ahead is a time zone or a note of what comes next, not last year.
        if (!future && found.First > Shift(published, 2)) return Exact(published.Year - 1, month, day);
        if (future && found.First < published) return Exact(published.Year + 1, month, day);
        return found;
    }

    /// <summary>A day so many days away, kept within the calendar.</summary>
    internal static DateOnly Shift(DateOnly day, long days) =>
        DateOnly.FromDayNumber((int)Math.Clamp(day.DayNumber + days, 0, DateOnly.MaxValue.DayNumber));

    /// <summary>The calendar year, kept within 1 to 9999.</summary>
    internal static OccurredOn OfYear(long year) => OccurredOn.Year((int)Math.Clamp(year, 1, 9999));

    /// <summary>The month so many months away from a day's.</summary>
    internal static OccurredOn MonthsFrom(DateOnly day, long months)
    {
        var index = Math.Clamp((day.Year * 12L) + day.Month - 1 + months, 12, (9999 * 12) + 11);
        return OccurredOn.Month((int)(index / 12), (int)(index % 12) + 1);
    }

    private static OccurredOn? Exact(int year, int month, int day) =>
        year is >= 1 and <= 9999 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new OccurredOn(new DateOnly(year, month, day)) : null;
}
