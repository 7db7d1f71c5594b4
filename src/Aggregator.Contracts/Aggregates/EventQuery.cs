using System.Text.Json.Serialization;

namespace Aggregator.Aggregates;

/// <summary>Which of a topic's events.</summary>
[GenerateSerializer, Immutable, Alias("event-query")]
public sealed record EventQuery
{
    /// <summary>Skips this many of the latest; the cursor of the page before. 0 or more.</summary>
    [Id(0)] public int Skip { get; init; }

    /// <summary>1 to 500.</summary>
    [Id(1)] public int CountMax { get; init; } = 100;

    /// <summary>Only events that happened on this day or later, or null.</summary>
    [Id(2)] public DateOnly? From { get; init; }

    /// <summary>Only events that happened on this day or before, or null.</summary>
    [Id(3)] public DateOnly? To { get; init; }

    /// <summary>What was known at this position of the topic; null for what is known now.</summary>
    [Id(4), JsonIgnore] public long? AtPosition { get; init; }
}
