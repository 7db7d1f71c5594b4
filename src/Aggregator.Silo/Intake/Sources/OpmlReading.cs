using System.Collections.Immutable;

namespace Aggregator.Intake;

/// <summary>What came of reading a document as OPML: its feeds, or why it is none.</summary>
/// <param name="Outlines">The feeds in the file's order, each address once; empty when refused.</param>
/// <param name="SkippedCount">Outlines of feeds whose address is missing or none of http or https.</param>
/// <param name="Refusal">Why it was refused, or null.</param>
public sealed record OpmlReading(ImmutableArray<OpmlOutline> Outlines, int SkippedCount, FeedRefusal? Refusal);
