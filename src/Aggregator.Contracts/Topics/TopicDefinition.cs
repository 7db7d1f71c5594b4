namespace Aggregator.Topics;

/// <summary>A standing question and what it is called.</summary>
[GenerateSerializer, Immutable, Alias("topic-definition")]
public sealed record TopicDefinition
{
    /// <summary>The topic.</summary>
    [Id(0)] public required TopicId Id { get; init; }

    /// <summary>What people call it, 1 to 200 characters.</summary>
    [Id(1)] public required string Title { get; init; }

    /// <summary>What it is about, for people; up to 2,000 characters.</summary>
    [Id(2)] public string Description { get; init; } = "";

    /// <summary>The question, in the question language; up to 4,000 characters.</summary>
    [Id(3)] public required string Question { get; init; }

    /// <summary>Counts changes of this topic's definition, from 1. A change of the question backfills anew.</summary>
    [Id(4)] public int Version { get; init; }

    /// <summary>When the topic was created, UTC.</summary>
    [Id(5)] public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the definition last changed, UTC.</summary>
    [Id(6)] public DateTimeOffset ChangedAt { get; init; }

    /// <summary>True when only callers with a key, or with the topic's capability, may read it or learn of it.</summary>
    [Id(7)] public bool Private { get; init; }
}
