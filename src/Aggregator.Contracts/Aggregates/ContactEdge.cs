using System.Collections.Immutable;
using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Aggregates;

/// <summary>The events of one kind between two parties.</summary>
[GenerateSerializer, Immutable, Alias("contact-edge")]
public sealed record ContactEdge
{
    /// <summary>The party that acts, of a visit the visitor; in a symmetric edge the one whose code comes first.</summary>
    [Id(0)] public required PartyCode From { get; init; }

    /// <summary>The other party, of a visit the host.</summary>
    [Id(1)] public required PartyCode To { get; init; }

    /// <summary>True when neither acts on the other: calls, meetings that are no visits.</summary>
    [Id(2)] public required bool Symmetric { get; init; }

    /// <summary>What happened between them.</summary>
    [Id(3)] public required EventKind Kind { get; init; }

    /// <summary>How many events took place or go on.</summary>
    [Id(4)] public required int Count { get; init; }

    /// <summary>The day of the latest that took place or goes on; null where none has.</summary>
    [Id(5)] public DateOnly? Latest { get; init; }

    /// <summary>The latest of all in <see cref="Statuses"/>, at most 20.</summary>
    [Id(6)] public required ImmutableArray<EventId> Events { get; init; }

    /// <summary>The events that took place or go on by calendar month, those months that have any, ascending.</summary>
    [Id(7)] public ImmutableArray<CountCell> Months { get; init; } = [];

    /// <summary>The events of every status, each with how many: what was planned, postponed, denied or cancelled is told apart from what took place.</summary>
    [Id(8)] public ImmutableArray<StatusCount> Statuses { get; init; } = [];
}
