namespace Aggregator.Feeds;

/// <summary>Parts time into the periods that digests sum up.</summary>
/// <param name="step">How long they are.</param>
/// <param name="zone">Whose days they are. Hours are always those of UTC.</param>
public sealed class DigestClock(DigestStep step, TimeZoneInfo zone)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>How long the periods are.</summary>
    public DigestStep Step => step;

    /// <summary>Whose days they are.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>True where days are those of UTC.</summary>
    public bool IsUtc => zone.Id == TimeZoneInfo.Utc.Id;

    /// <summary>The period that a moment is in.</summary>
    /// <param name="moment">The moment.</param>
    public DigestPeriod PeriodOf(DateTimeOffset moment)
    {
        // A boundary is the last moment of the period before it.
        var inside = moment.ToUniversalTime().AddTicks(-1);
        if (step == DigestStep.Hour)
        {
            var hour = new DateTimeOffset(inside.UtcTicks - (inside.UtcTicks % Hour.Ticks), TimeSpan.Zero);
            return new DigestPeriod(hour, hour + Hour);
        }
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(inside, zone).DateTime);
        return new DigestPeriod(StartOf(day), StartOf(day.AddDays(1)));
    }

    /// <summary>The first moment of a day; where clocks skip midnight, the moment that they skip to.</summary>
    private DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(15);
        // Where midnight comes twice, the day begins with the first: the one further ahead of UTC.
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }
}
