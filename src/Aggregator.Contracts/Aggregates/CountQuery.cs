using System.Text.Json.Serialization;

namespace Aggregator.Aggregates;

/// <summary>Which counts.</summary>
[GenerateSerializer, Immutable, Alias("count-query")]
public sealed record CountQuery
{
    /// <summary>The first day, or null for the first there is.</summary>
    [Id(0)] public DateOnly? From { get; init; }

    /// <summary>The last day, or null for the last there is.</summary>
    [Id(1)] public DateOnly? To { get; init; }

    /// <summary>The step.</summary>
    [Id(2)] public CountBucket Bucket { get; init; }

    /// <summary>The split.</summary>
    [Id(3)] public CountGroup GroupBy { get; init; }

    /// <summary>What was known at this position of the topic; null for what is known now.</summary>
    [Id(4), JsonIgnore] public long? AtPosition { get; init; }
}
