using System.Collections.Immutable;
using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Aggregates;

/// <summary>The events of one kind between two parties.</summary>
[GenerateSerializer, Immutable, Alias("contact-edge")]
public sealed record ContactEdge
{
    /// <summary>The party that acts; in a symmetric kind the one whose code comes first.</summary>
    [Id(0)] public required PartyCode From { get; init; }

    /// <summary>The other party.</summary>
    [Id(1)] public required PartyCode To { get; init; }

    /// <summary>True when neither acts on the other: calls, meetings.</summary>
    [Id(2)] public required bool Symmetric { get; init; }

    /// <summary>What happened between them.</summary>
    [Id(3)] public required EventKind Kind { get; init; }

    /// <summary>How many events.</summary>
    [Id(4)] public required int Count { get; init; }

    /// <summary>The day of the latest, or null.</summary>
    [Id(5)] public DateOnly? Latest { get; init; }

    /// <summary>The latest of them, at most 20.</summary>
    [Id(6)] public required ImmutableArray<EventId> Events { get; init; }

    /// <summary>The events by calendar month, those months that have any, ascending.</summary>
    [Id(7)] public ImmutableArray<CountCell> Months { get; init; } = [];
}
