using Aggregator.Extraction;
using Aggregator.Wire;

namespace Aggregator.Resolution;

/// <summary>Weighs how many came to harm. Tolls rise and differ for a while; figures far apart are of two happenings.</summary>
internal static class FigureEvidence
{
    private const double FarTimes = 3;

    internal static void Weigh(Account told, Account known, Weighing evidence)
    {
        foreach (var (measure, count) in told.Figures)
        {
            if (!known.Figures.TryGetValue(measure, out var other)) continue;
            var of = WireName.From(measure);
            if (count.Overlaps(other)) evidence.Add("figures", 0.25, $"{of} both {count}");
            else evidence.Add("figures", IsFar(count, other) ? -1 : -0.25, $"{of} {count} and {other}");
        }
    }

    private static bool IsFar(CountRange one, CountRange other)
    {
        var (low, high) = ((one.Low ?? one.High)!.Value, (other.Low ?? other.High)!.Value);
        return Math.Max(low, high) + 1 > FarTimes * (Math.Min(low, high) + 1);
    }
}
