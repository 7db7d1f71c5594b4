using System.Collections.Immutable;

namespace Aggregator.Intake;

/// <summary>What became of a list of feeds.</summary>
/// <param name="Sources">The sources, in the list's order.</param>
/// <param name="SkippedCount">Feeds listed without an address that can be polled.</param>
internal sealed record OpmlOutcome(ImmutableArray<ListedSource> Sources, int SkippedCount);
