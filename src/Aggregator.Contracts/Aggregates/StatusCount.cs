using Aggregator.Extraction;

namespace Aggregator.Aggregates;

/// <summary>How many events stand in one status.</summary>
/// <param name="Status">The status.</param>
/// <param name="Count">Events, 1 or more.</param>
[GenerateSerializer, Immutable, Alias("status-count")]
public sealed record StatusCount([property: Id(0)] EventStatus Status, [property: Id(1)] int Count);
