namespace Aggregator.Aggregates;

/// <summary>Which contacts.</summary>
[GenerateSerializer, Immutable, Alias("contact-query")]
public sealed record ContactQuery
{
    /// <summary>Only events on this day or later, or null.</summary>
    [Id(0)] public DateOnly? From { get; init; }

    /// <summary>Only events on this day or before, or null.</summary>
    [Id(1)] public DateOnly? To { get; init; }

    /// <summary>1 to 500 edges, the heaviest.</summary>
    [Id(2)] public int CountMax { get; init; } = 100;
}
