using Aggregator.Resolution;

namespace Aggregator.Store;

/// <summary>An event that a topic has heard of.</summary>
/// <param name="Event">The event in the revision that the topic last heard of.</param>
/// <param name="Answers">True while it is in the topic.</param>
public sealed record TopicMember(NewsEvent Event, bool Answers);
