using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Aggregator.Load;

/// <summary>Articles by number, each with a phone call of its own; the headline carries the moment it was made, for latencies.</summary>
internal static class MadeUpArticles
{
    private const string Marker = "ts=";

    private static readonly string[] Countries =
        ["Kenya", "Norway", "Peru", "Japan", "Ghana", "Chile", "Canada", "Egypt", "India", "Spain", "Brazil", "Poland", "Mexico", "Greece", "Finland"];

    internal static string Make(int number, string run)
    {
        var left = Countries[number % Countries.Length];
        var right = Countries[(number + 1 + number / Countries.Length % (Countries.Length - 1)) % Countries.Length];
        var day = new DateOnly(2020, 1, 1).AddDays(number % 2_000);
        return JsonSerializer.Serialize(new
        {
            id = string.Create(CultureInfo.InvariantCulture, $"load-{run}-{number}"), outlet = "Load Wire", published = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            title = string.Create(CultureInfo.InvariantCulture, $"{left} and {right} speak {Marker}{Stopwatch.GetTimestamp()}."),
            text = $"The president of {left} spoke by phone with the president of {right} on {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, both offices said.",
        });
    }

    /// <summary>The time since an article was made whose headline is somewhere in these bytes; null when none is.</summary>
    internal static TimeSpan? AgeOf(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.LastIndexOf("ts="u8);
        if (at < 0) return null;
        var digits = bytes[(at + Marker.Length)..];
        var end = digits.IndexOf((byte)'.');
        return end > 0 && long.TryParse(digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var made) ? Stopwatch.GetElapsedTime(made) : null;
    }
}
