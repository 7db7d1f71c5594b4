using System.Text.Json.Serialization;
using Aggregator.Extraction;

namespace Aggregator.Aggregates;

/// <summary>Which casualty claims.</summary>
[GenerateSerializer, Immutable, Alias("casualty-query")]
public sealed record CasualtyQuery
{
    /// <summary>Only this measure, or null for all.</summary>
    [Id(0)] public CasualtyMeasure? Measure { get; init; }

    /// <summary>Only events on this day or later, or null.</summary>
    [Id(1)] public DateOnly? From { get; init; }

    /// <summary>Only events on this day or before, or null.</summary>
    [Id(2)] public DateOnly? To { get; init; }

    /// <summary>1 to 500 rows.</summary>
    [Id(3)] public int CountMax { get; init; } = 200;

    /// <summary>What was known at this position of the topic; null for what is known now.</summary>
    [Id(4), JsonIgnore] public long? AtPosition { get; init; }
}
