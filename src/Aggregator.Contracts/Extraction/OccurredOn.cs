using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Extraction;

/// <summary>
/// When something happened, as precisely as it was told: the first and the last day it may have been. On the wire
/// <c>2024-02-17</c>, <c>2024-02</c>, <c>2024</c>, or <c>2024-02-12/2024-02-18</c> (ISO 8601).
/// </summary>
[GenerateSerializer, Immutable, Alias("occurred-on"), JsonConverter(typeof(WireTextJsonConverter<OccurredOn>))]
public readonly record struct OccurredOn : IWireText<OccurredOn>
{
    /// <summary>A period of days.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, included.</param>
    /// <exception cref="ArgumentOutOfRangeException">The last day comes before the first.</exception>
    public OccurredOn(DateOnly first, DateOnly last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        (First, Last) = (first, last);
    }

    /// <summary>One day.</summary>
    /// <param name="day">The day.</param>
    public OccurredOn(DateOnly day) : this(day, day) { }

    /// <summary>The first day it may have been.</summary>
    [Id(0)] public DateOnly First { get; }

    /// <summary>The last day it may have been.</summary>
    [Id(1)] public DateOnly Last { get; }

    /// <summary>Days from first to last, 1 or more.</summary>
    public int LengthDays => Last.DayNumber - First.DayNumber + 1;

    /// <inheritdoc/>
    public string Value =>
        First == Last ? Iso(First)
        : First == Month(First.Year, First.Month).First && Last == Month(First.Year, First.Month).Last ? Iso(First)[..7]
        : First == Year(First.Year).First && Last == Year(First.Year).Last ? Iso(First)[..4]
        : $"{Iso(First)}/{Iso(Last)}";

    /// <summary>A whole month.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <param name="month">1 to 12.</param>
    public static OccurredOn Month(int year, int month) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>A whole year.</summary>
    /// <param name="year">1 to 9999.</param>
    public static OccurredOn Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>True when a day is in both periods.</summary>
    /// <param name="other">The other period.</param>
    public bool Overlaps(OccurredOn other) => First <= other.Last && other.First <= Last;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out OccurredOn value)
    {
        value = default;
        if (text is null) return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return TryParsePart(text, out value);
        if (!TryParsePart(text[..slash], out var from) || !TryParsePart(text[(slash + 1)..], out var to) || to.Last < from.First) return false;
        value = new OccurredOn(from.First, to.Last);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool TryParsePart(string text, out OccurredOn value)
    {
        var format = text.Length switch { 4 => "yyyy", 7 => "yyyy-MM", 10 => "yyyy-MM-dd", _ => "" };
        value = default;
        if (format.Length == 0 || !DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return false;
        value = text.Length switch { 4 => Year(day.Year), 7 => Month(day.Year, day.Month), _ => new OccurredOn(day) };
        return true;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
