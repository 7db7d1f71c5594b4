using System.Collections.Immutable;

namespace Aggregator.Aggregates;

/// <summary>Who does what to, or with, whom in a topic: a graph with the events behind each edge.</summary>
[GenerateSerializer, Immutable, Alias("contacts")]
public sealed record Contacts
{
    /// <summary>The edges, heaviest first.</summary>
    [Id(0)] public required ImmutableArray<ContactEdge> Edges { get; init; }

    /// <summary>The topic's position that the graph is as of.</summary>
    [Id(1)] public required long Position { get; init; }
}
