using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Archive;

/// <summary>A report and the event it was resolved into.</summary>
/// <param name="Report">The report.</param>
/// <param name="Event">The event, or null while it waits for resolution.</param>
[GenerateSerializer, Immutable, Alias("resolved-report")]
public sealed record ResolvedReport([property: Id(0)] Report Report, [property: Id(1)] EventId? Event);
