using System.Globalization;
using System.Text.RegularExpressions;

namespace Aggregator.Intake;

/// <summary>
/// Reads the dates that feeds write: RFC 822 and 2822, RFC 3339 and ISO 8601 down to a bare year, asctime, seconds since
/// 1970, and prose like "January 5, 2016 4:05 pm". Without a zone a time is UTC. A numeric date is day first with
/// dots or where the second figure can't be a month, else month first, as most feeds that write so are American.
/// </summary>
internal static partial class FeedDate
{
    private const int LengthMax = 100;

    /// <summary>The moment, UTC, or null when there is none, or none between 1970 and 2100.</summary>
    internal static DateTimeOffset? Read(string? text)
    {
        if (text is null || text.Length > LengthMax || string.IsNullOrWhiteSpace(text)) return null;
        var clean = text.Trim();
        return ReadSeconds(clean) ?? ReadIso(clean) ?? ReadProse(clean);
    }

    private static DateTimeOffset? ReadSeconds(string text)
    {
        if (text.Length is not (9 or 10 or 13) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        return DateTimeOffset.FromUnixTimeMilliseconds(text.Length == 13 ? number : number * 1000);
    }

    private static DateTimeOffset? ReadIso(string text)
    {
        var match = Iso().Match(text);
        if (!match.Success) return null;
        var day = match.Groups["ordinal"].Success
            ? DayOfYear(Number(match, "year"), Number(match, "ordinal"))
            : Day(Number(match, "year"), Number(match, "month", 1), Number(match, "day", 1));
        return Moment(day, match, FeedZone.Read(match.Groups["zone"].Value));
    }

    private static DateTimeOffset? ReadProse(string text)
    {
        var time = Time().Match(text);
        var zone = time.Success ? FeedZone.Find(text.AsSpan(time.Index + time.Length)) : TimeSpan.Zero;
        var rest = time.Success ? string.Concat(text.AsSpan(0, time.Index), " ", Years(text, time)) : text;
        return ReadDay(rest) is { } day ? Moment(day, time, zone) : null;
    }

    /// <summary>What stands after the time and may be the year: asctime puts it last. Offsets are not years.</summary>
    private static string Years(string text, Match time) => Offset().Replace(text[(time.Index + time.Length)..], " ");

    private static DateOnly? ReadDay(string text)
    {
        if (YearFirst().Match(text) is { Success: true } ordered)
            return Day(Number(ordered, "year"), Number(ordered, "month"), Number(ordered, "day"));
        if (Numeric().Match(text) is { Success: true } numeric)
        {
            int first = Number(numeric, "first"), second = Number(numeric, "second");
            var dayFirst = numeric.Groups["mark"].Value == "." || first > 12;
            return Day(Year(numeric.Groups["year"].Value), dayFirst ? second : first, dayFirst ? first : second);
        }
        var month = MonthNames.Find(text);
        if (month == 0) return null;
        var figures = Figures().Matches(text).Select(match => match.Value).Take(2).ToList();
        if (figures.Count < 2) return null;
        var yearFirst = figures[0].Length == 4;
        return Day(Year(figures[yearFirst ? 0 : 1]), month, int.Parse(figures[yearFirst ? 1 : 0], CultureInfo.InvariantCulture));
    }

    private static int Year(string figures)
    {
        var year = int.Parse(figures, CultureInfo.InvariantCulture);
        return figures.Length > 2 ? year : year < 70 ? year + 2000 : year + 1900;
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1970 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day) : null;

    private static DateOnly? DayOfYear(int year, int ordinal) =>
        Day(year, 1, 1) is { } first && ordinal is >= 1 and <= 366 ? first.AddDays(ordinal - 1) : null;

    /// <summary>Puts day, time and zone together. A 60th second or 24th hour runs over into the next; a worse time is dropped.</summary>
    private static DateTimeOffset? Moment(DateOnly? day, Match time, TimeSpan zone)
    {
        if (day is not { } known) return null;
        var hour = Number(time, "hour", 0);
        if (time.Groups["half"].Value is { Length: > 0 } half && hour <= 12) hour = (hour % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
        var (minute, second) = (Number(time, "minute", 0), Number(time, "second", 0));
        var sinceMidnight = hour > 24 || minute > 59 || second > 60 ? TimeSpan.Zero : new TimeSpan(hour, minute, second);
        var local = new DateTimeOffset(known.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) + sinceMidnight;
        return local - zone;
    }

    private static int Number(Match match, string group, int otherwise = 0) =>
        int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    [GeneratedRegex("""
        ^(?<year>\d{4})(?:-?(?<ordinal>\d{3})|[-/]?(?<month>\d{2})(?:[-/]?(?<day>\d{2}))?|-(?<month>\d)-(?<day>\d{1,2}))?
        (?:(?:\s*T\s*|\s+)(?<hour>\d{1,2})(?::?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,]\d+)?)?)?\s*(?<half>[ap]\.?m\.?)?)?
        \s*(?<zone>[a-z]{1,5}|[a-z]{0,3}\s?[+\-\u2212]\d{1,2}:?\d{0,2}(?::?\d{2})?)?$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<!\d)(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:[.,]\d+)?)?\s*(?<half>[ap]\.?m\b\.?)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(@"[+\-]\d{1,2}:?\d{2}\b|[+\-]\d{1,2}\b")]
    private static partial Regex Offset();

    [GeneratedRegex(@"(?<!\d)(?<year>\d{4})\D{1,3}(?<month>\d{1,2})\D{1,3}(?<day>\d{1,2})(?!\d)")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<!\d)(?<first>\d{1,2})(?<mark>[./\-])(?<second>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})(?!\d)")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"\d{1,4}")]
    private static partial Regex Figures();
}
