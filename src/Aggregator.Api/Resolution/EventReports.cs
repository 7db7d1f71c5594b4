using System.Collections.Immutable;

namespace Aggregator.Resolution;

/// <summary>A page of an event's standing reports.</summary>
/// <param name="Reports">The reports, by publication.</param>
/// <param name="TotalCount">How many reports stood in the event; of a moment past, only the first and the latest 39 of them are kept.</param>
/// <param name="Next">Where the next page is, or null when this is the last.</param>
internal sealed record EventReports(ImmutableArray<ReportRef> Reports, int TotalCount, string? Next);
