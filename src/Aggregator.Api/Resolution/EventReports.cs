using System.Collections.Immutable;

namespace Aggregator.Resolution;

/// <summary>A page of an event's standing reports.</summary>
/// <param name="Reports">The reports, by publication.</param>
/// <param name="Next">Where the next page is, or null when this is the last.</param>
internal sealed record EventReports(ImmutableArray<ReportRef> Reports, string? Next);
