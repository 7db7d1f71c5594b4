using System.Globalization;

namespace Aggregator.Intake;

/// <summary>Reads how often an XML feed says that it changes.</summary>
internal static class FeedPaceReader
{
    internal static FeedPace Read(FeedElement channel)
    {
        var pace = new FeedPace
        {
            TimeToLive = Number(channel.FirstText("ttl")) is { } minutes and > 0 and <= 1_000_000 ? TimeSpan.FromMinutes(minutes) : null,
            UpdatePeriod = Period(channel),
            SkipHours = [.. channel.First("skiphours")?.All("hour").Select(hour => Number(hour.Text)).OfType<int>()
                .Where(hour => hour is >= 0 and <= 24).Select(hour => hour % 24).Distinct() ?? []],
            SkipDays = [.. channel.First("skipdays")?.All("day").Select(day => Day(day.Text)).OfType<DayOfWeek>().Distinct() ?? []],
        };
        return pace is { TimeToLive: null, UpdatePeriod: null, SkipHours: [], SkipDays: [] } ? FeedPace.Unsaid : pace;
    }

    private static TimeSpan? Period(FeedElement channel)
    {
        double? hours = channel.FirstText("sy:updateperiod")?.ToLowerInvariant() switch
        {
            "hourly" => 1,
            "daily" => 24,
            "weekly" => 24 * 7,
            "monthly" => 24 * 30,
            "yearly" => 24 * 365,
            _ => null,
        };
        var frequency = Number(channel.FirstText("sy:updatefrequency")) is { } said and > 0 ? said : 1;
        return hours / frequency is { } period ? TimeSpan.FromHours(period) : null;
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DayOfWeek? Day(string text) =>
        Enum.TryParse<DayOfWeek>(text, ignoreCase: true, out var day) && Enum.IsDefined(day) ? day : null;
}
