namespace Aggregator.Access;

/// <summary>What became of a key.</summary>
/// <param name="Key">The key as it now stands, or null when it was refused.</param>
/// <param name="Refusal">Why, or null.</param>
[GenerateSerializer, Immutable, Alias("key-reply")]
public sealed record KeyReply([property: Id(0)] AccessKey? Key, [property: Id(1)] KeyRefusal? Refusal = null);
