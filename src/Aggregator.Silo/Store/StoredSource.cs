using Aggregator.Intake;

namespace Aggregator.Store;

/// <summary>A source as the store has it.</summary>
/// <param name="Definition">The source.</param>
/// <param name="Health">How it fares.</param>
/// <param name="Polling">What polling remembers (validators, rates, seen entries), as JSON of its own; at most 64 KiB.</param>
/// <param name="Version">Counts writes, from 1.</param>
public sealed record StoredSource(SourceDefinition Definition, SourceHealth Health, string Polling, long Version);
