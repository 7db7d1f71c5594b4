using System.Collections.Immutable;

namespace Aggregator.Intake;

/// <summary>A page of sources.</summary>
/// <param name="Sources">The sources, by id.</param>
/// <param name="Next">Where the next page is, or null when this is the last.</param>
internal sealed record SourceList(ImmutableArray<SourceView> Sources, string? Next);
