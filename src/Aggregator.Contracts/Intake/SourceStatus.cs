namespace Aggregator.Intake;

/// <summary>A source and how it fares.</summary>
/// <param name="Definition">The source.</param>
/// <param name="Health">How it fares.</param>
[GenerateSerializer, Immutable, Alias("source-status")]
public sealed record SourceStatus([property: Id(0)] SourceDefinition Definition, [property: Id(1)] SourceHealth Health);
