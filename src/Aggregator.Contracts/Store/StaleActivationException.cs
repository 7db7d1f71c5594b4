namespace Aggregator.Store;

/// <summary>A grain found that another activation had written in its place. It drops its memory and ends; the caller tries again.</summary>
/// <param name="message">Which grain.</param>
[GenerateSerializer, Alias("stale-activation")]
public sealed class StaleActivationException(string message) : Exception(message);
