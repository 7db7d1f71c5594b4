using System.Globalization;
using Aggregator.Intake;
using Aggregator.Load;

namespace Aggregator.Extraction;

/// <summary>
/// What texts that nobody writes cost as they grow: <c>linear --count 1000000</c> extracts each kind at a quarter of that length, at half and at all
/// of it, and prints the processor time of each. Linear work doubles from column to column.
/// </summary>
internal static class LinearRun
{
    /// <summary>Twice is linear; what lies above this is named.</summary>
    private const double FactorMax = 3;

    /// <summary>Less than this tells nothing of a factor.</summary>
    private static readonly TimeSpan s_tellingMin = TimeSpan.FromMilliseconds(20);

    internal static int Run(LoadSettings settings)
    {
        var extractor = Extractor.Load();
        foreach (var (_, make) in HostileTexts.All) Measure(extractor, make(2_000));
        var slow = 0;
        foreach (var (name, make) in HostileTexts.All)
        {
            if (settings.File is { } only && !name.Contains(only, StringComparison.Ordinal)) continue;
            var times = Times(extractor, make, settings.Count);
            // Once more, for a collection of garbage may fall into any column.
            if (IsSlow(times)) times = [.. Times(extractor, make, settings.Count).Zip(times, (one, other) => one < other ? one : other)];
            var isSlow = IsSlow(times);
            if (isSlow) slow++;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-20} {times[0].TotalMilliseconds,8:0} {times[1].TotalMilliseconds,8:0} {times[2].TotalMilliseconds,8:0} ms{(isSlow ? "  more than linear" : "")}"));
        }
        return slow > 0 ? 1 : 0;
    }

    private static TimeSpan[] Times(Extractor extractor, Func<int, string> make, int length) =>
        [Measure(extractor, make(length / 4)), Measure(extractor, make(length / 2)), Measure(extractor, make(length))];

    private static bool IsSlow(TimeSpan[] times) => times[2] > s_tellingMin && times[2] > times[1] * FactorMax && times[1] > times[0] * (FactorMax - 1);

    private static TimeSpan Measure(Extractor extractor, string text)
    {
        var document = new Document { Article = ArticleId.Parse("hostile-1"), Published = new DateOnly(2026, 1, 1), Outlet = "Example", Title = "", Text = text };
        var began = Environment.CpuUsage.TotalTime;
        extractor.Extract(document);
        return Environment.CpuUsage.TotalTime - began;
    }
}
