namespace Aggregator.Resolution;

/// <summary>Why one report is in its event.</summary>
/// <param name="Report">The report.</param>
/// <param name="Words">Why, in words.</param>
/// <param name="Basis">Why, in numbers; null for a report resolved before this was kept.</param>
[GenerateSerializer, Immutable, Alias("report-explanation")]
public sealed record ReportExplanation([property: Id(0)] ReportRef Report, [property: Id(1)] string Words, [property: Id(2)] Basis? Basis);
