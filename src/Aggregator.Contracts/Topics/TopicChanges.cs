using System.Collections.Immutable;

namespace Aggregator.Topics;

/// <summary>What differs in a topic between two moments.</summary>
[GenerateSerializer, Immutable, Alias("topic-changes")]
public sealed record TopicChanges
{
    /// <summary>The position at the earlier moment.</summary>
    [Id(0)] public required long From { get; init; }

    /// <summary>The position at the later moment.</summary>
    [Id(1)] public required long To { get; init; }

    /// <summary>One change an event, the latest first.</summary>
    [Id(2)] public required ImmutableArray<TopicChange> Changes { get; init; }

    /// <summary>How many events differ in all.</summary>
    [Id(3)] public required int TotalCount { get; init; }
}
