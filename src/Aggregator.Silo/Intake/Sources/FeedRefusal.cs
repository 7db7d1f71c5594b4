namespace Aggregator.Intake;

/// <summary>A document that is not read as a feed, and why.</summary>
/// <param name="Fault">The kind of reason.</param>
/// <param name="Detail">The reason in words, for the feed's owner; never empty.</param>
public sealed record FeedRefusal(FeedFault Fault, string Detail);
