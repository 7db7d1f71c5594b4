namespace Aggregator.Resolution;

/// <summary>A person's decision on an event, or one of resolution's own, as it stands in the event's history.</summary>
[GenerateSerializer, Immutable, Alias("ruling")]
public sealed record Ruling
{
    /// <summary>What was decided.</summary>
    [Id(0)] public required RulingKind Kind { get; init; }

    /// <summary>The event's revision that the decision made.</summary>
    [Id(1)] public required int Revision { get; init; }

    /// <summary>The other event: where reports went or came from; null for a retraction.</summary>
    [Id(2)] public EventId? Other { get; init; }

    /// <summary>Why, in the words of who decided.</summary>
    [Id(3)] public required string Reason { get; init; }

    /// <summary>Who decided; <c>resolution</c> where no person did.</summary>
    [Id(4)] public required string By { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    [Id(5)] public required DateTimeOffset At { get; init; }
}
