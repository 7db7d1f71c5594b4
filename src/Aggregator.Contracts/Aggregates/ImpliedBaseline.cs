using Aggregator.Extraction;

namespace Aggregator.Aggregates;

/// <summary>The earlier figure that a stated change implies ("574, a 30% increase": about 442), and how it stands to what is known.</summary>
[GenerateSerializer, Immutable, Alias("implied-baseline")]
public sealed record ImpliedBaseline
{
    /// <summary>The figure that the change is stated of.</summary>
    [Id(0)] public required CountRange Figure { get; init; }

    /// <summary>The change in percent of the baseline, as stated.</summary>
    [Id(1)] public required double Percent { get; init; }

    /// <summary>The baseline, to the nearest whole.</summary>
    [Id(2)] public required long About { get; init; }

    /// <summary>The baselines that the percentage, rounded as it is, leaves possible.</summary>
    [Id(3)] public required CountRange Range { get; init; }

    /// <summary>The period compared with, or null when not said.</summary>
    [Id(4)] public OccurredOn? Period { get; init; }

    /// <summary>Who says so, or null.</summary>
    [Id(5)] public string? Claimant { get; init; }

    /// <summary>The report that states the change.</summary>
    [Id(6)] public required ReportId Report { get; init; }

    /// <summary>The range that the topic's own figures give for that period, or null when none does.</summary>
    [Id(7)] public CountRange? Known { get; init; }

    /// <summary>A report of the known figure, or null.</summary>
    [Id(8)] public ReportId? KnownReport { get; init; }

    /// <summary>True when the known range and the implied one have nothing in common.</summary>
    [Id(9)] public bool Contradicted { get; init; }
}
