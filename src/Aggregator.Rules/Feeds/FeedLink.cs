namespace Aggregator.Feeds;

/// <summary>A link of a feed document.</summary>
/// <param name="Relation">A registered relation: <c>self</c>, <c>hub</c>, <c>next</c>, …</param>
/// <param name="Address">An absolute address.</param>
/// <param name="MediaType">What is found there, or null where that is no matter.</param>
public sealed record FeedLink(string Relation, string Address, string? MediaType);
