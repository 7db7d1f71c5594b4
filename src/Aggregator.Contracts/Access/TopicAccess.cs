namespace Aggregator.Access;

/// <summary>Who may read a topic.</summary>
/// <param name="Private">True when only callers with a key or a capability may.</param>
/// <param name="Capability">What lets in by address.</param>
[GenerateSerializer, Immutable, Alias("topic-access")]
public sealed record TopicAccess([property: Id(0)] bool Private, [property: Id(1)] TopicCapability Capability);
