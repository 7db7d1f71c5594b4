namespace Aggregator.Extraction;

/// <summary>Why one slot of a report has its value.</summary>
[GenerateSerializer, Immutable, Alias("slot-evidence")]
public sealed record SlotEvidence
{
    /// <summary>The slot: <c>kind</c>, <c>actors</c>, <c>recipients</c>, <c>status</c>, <c>place</c>, <c>date</c>, <c>figure</c>, <c>claimant</c>, <c>context</c>, ….</summary>
    [Id(0)] public required string Slot { get; init; }

    /// <summary>The rule and, where grammar decided, the path ("nsubj of call &gt; person by title").</summary>
    [Id(1)] public required string Rule { get; init; }

    /// <summary>The words that filled it, or null when none did.</summary>
    [Id(2)] public Span? Span { get; init; }

    /// <summary>Those words as the article has them, cut to 300 UTF-16 units; null when none did, or once the article was withdrawn.</summary>
    [Id(3)] public string? Words { get; init; }
}
