using System.Globalization;
using HdrHistogram;

namespace Aggregator.Load;

/// <summary>Prints a histogram of ticks.</summary>
internal static class Latency
{
    internal static string Of(HistogramBase ticks) => string.Create(CultureInfo.InvariantCulture,
        $"p50 {Milliseconds(ticks, 50):F1} ms, p99 {Milliseconds(ticks, 99):F1} ms, max {Milliseconds(ticks, 100):F1} ms");

    private static double Milliseconds(HistogramBase ticks, double percentile) =>
        TimeSpan.FromTicks(ticks.GetValueAtPercentile(percentile)).TotalMilliseconds;
}
