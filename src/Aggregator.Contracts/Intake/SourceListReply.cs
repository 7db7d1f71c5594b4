using System.Collections.Immutable;

namespace Aggregator.Intake;

/// <summary>What became of a list of feeds.</summary>
[GenerateSerializer, Immutable, Alias("source-list-reply")]
public sealed record SourceListReply
{
    /// <summary>The feeds, in the list's order; each address once.</summary>
    [Id(0)] public ImmutableArray<ListedSource> Sources { get; init; } = [];

    /// <summary>Feeds listed without an address that can be polled.</summary>
    [Id(1)] public int SkippedCount { get; init; }

    /// <summary>Why the document was refused, one sentence, or null.</summary>
    [Id(2)] public string? Refusal { get; init; }
}
