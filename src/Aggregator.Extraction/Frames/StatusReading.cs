namespace Aggregator.Extraction.Frames;

/// <summary>How far a happening has come, and why.</summary>
/// <param name="Status">The status.</param>
/// <param name="Rule">What told it.</param>
/// <param name="Token">The word that did, as an index in the sentence.</param>
internal readonly record struct StatusReading(EventStatus Status, string Rule, int Token);
