namespace Aggregator.Resolution;

/// <summary>What became of a person's decision.</summary>
[GenerateSerializer, Immutable, Alias("ruling-reply")]
public sealed record RulingReply
{
    /// <summary>Why it was refused, or null.</summary>
    [Id(0)] public RulingRefusal? Refusal { get; init; }

    /// <summary>The event decided on, as it stands; null when refused.</summary>
    [Id(1)] public NewsEvent? Event { get; init; }

    /// <summary>The other event: where reports went; null for a retraction, or when refused.</summary>
    [Id(2)] public NewsEvent? Other { get; init; }

    /// <summary>True when it had been decided so before: nothing changed.</summary>
    [Id(3)] public bool Duplicate { get; init; }
}
