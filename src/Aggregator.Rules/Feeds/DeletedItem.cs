namespace Aggregator.Feeds;

/// <summary>An item that no longer stands (a tombstone of RFC 6721).</summary>
/// <param name="Id">The item's id.</param>
/// <param name="When">When it was taken back, UTC.</param>
/// <param name="Comment">Why, in a few words.</param>
public sealed record DeletedItem(string Id, DateTimeOffset When, string Comment);
