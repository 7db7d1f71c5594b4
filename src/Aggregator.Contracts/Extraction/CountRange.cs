using System.Text.Json.Serialization;

namespace Aggregator.Extraction;

/// <summary>A figure between bounds, each inclusive; an open end is null.</summary>
[GenerateSerializer, Immutable, Alias("count-range")]
public sealed record CountRange
{
    /// <summary>A range.</summary>
    /// <param name="low">The least it can be, 0 or more; null for "up to" and "fewer than".</param>
    /// <param name="high">The most it can be; null for "at least" and "more than".</param>
    /// <exception cref="ArgumentException">Both bounds are missing.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A bound is negative, or the bounds are crossed.</exception>
    [JsonConstructor]
    public CountRange(long? low, long? high)
    {
        if (low is null && high is null) throw new ArgumentException("A range needs a bound.");
        if (low < 0) throw new ArgumentOutOfRangeException(nameof(low), low, "Below zero.");
        if (high < (low ?? 0)) throw new ArgumentOutOfRangeException(nameof(high), high, $"Below the lower bound {low ?? 0}.");
        (Low, High) = (low, high);
    }

    /// <summary>The least it can be, or null.</summary>
    [Id(0)] public long? Low { get; }

    /// <summary>The most it can be, or null.</summary>
    [Id(1)] public long? High { get; }

    /// <summary>A plain figure.</summary>
    /// <param name="count">0 or more.</param>
    public static CountRange Exactly(long count) => new(count, count);

    /// <summary>True when a figure could be in both.</summary>
    /// <param name="other">The other range.</param>
    public bool Overlaps(CountRange other) =>
        (Low ?? 0) <= (other.High ?? long.MaxValue) && (other.Low ?? 0) <= (High ?? long.MaxValue);

    /// <summary>The narrowest range that holds both.</summary>
    /// <param name="other">The other range.</param>
    public CountRange Widen(CountRange other)
    {
        var low = Low is { } a && other.Low is { } b ? Math.Min(a, b) : (long?)null;
        var high = High is { } c && other.High is { } d ? Math.Max(c, d) : (long?)null;
        return low is null && high is null ? new CountRange(0, null) : new CountRange(low, high);
    }

    /// <inheritdoc/>
    public override string ToString() => Low == High ? $"{Low}" : Low is null ? $"up to {High}" : High is null ? $"{Low} or more" : $"{Low}–{High}";
}
