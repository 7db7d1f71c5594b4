using System.Collections.Immutable;

namespace Aggregator.Resolution;

/// <summary>Why an event's reports are together, and why look-alikes are apart, in numbers and in words.</summary>
[GenerateSerializer, Immutable, Alias("explanation")]
public sealed record Explanation
{
    /// <summary>The event.</summary>
    [Id(0)] public required EventId Event { get; init; }

    /// <summary>The score from which a report is of an event's happening.</summary>
    [Id(1)] public required double SameFrom { get; init; }

    /// <summary>Why each report is here, by publication; at most 100.</summary>
    [Id(2)] public required ImmutableArray<ReportExplanation> Reports { get; init; }

    /// <summary>Events that a report of this one was nearly put into, and the likest named in the question; likest first.</summary>
    [Id(3)] public required ImmutableArray<RivalExplanation> Rivals { get; init; }

    /// <summary>Why the event has the corroboration it has.</summary>
    [Id(4)] public required string Corroboration { get; init; }

    /// <summary>How it came to its status: the reports that moved it, by publication.</summary>
    [Id(5)] public ImmutableArray<StatusMove> Life { get; init; } = [];

    /// <summary>What people decided of it, and <c>resolution</c> where it grew alike another.</summary>
    [Id(6)] public ImmutableArray<Ruling> Rulings { get; init; } = [];
}
