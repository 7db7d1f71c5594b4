namespace Aggregator.Extraction;

/// <summary>A change that an article states beside a figure ("a 30% increase compared to the same period a year before").</summary>
[GenerateSerializer, Immutable, Alias("stated-change")]
public sealed record StatedChange
{
    /// <summary>The change in percent of the baseline, negative for a fall.</summary>
    [Id(0)] public required double Percent { get; init; }

    /// <summary>The period compared with, or null when not said.</summary>
    [Id(1)] public OccurredOn? Baseline { get; init; }
}
