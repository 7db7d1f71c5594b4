namespace Aggregator.Resolution;

/// <summary>What became of a decision.</summary>
/// <param name="Event">The event decided on, as it stands.</param>
/// <param name="Other">Where reports went: the event merged into, or the one split off; null for a retraction.</param>
/// <param name="Duplicate">True when it had been decided so before: nothing changed.</param>
internal sealed record RulingView(NewsEvent Event, NewsEvent? Other, bool Duplicate);
