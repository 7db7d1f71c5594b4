namespace Aggregator.Extraction;

/// <summary>What a party's code stands for.</summary>
/// <param name="Code">ISO 3166-1 alpha-3, <c>IGO:…</c>, <c>NGO:…</c> or <c>NSA:…</c>.</param>
/// <param name="Name">The usual English name.</param>
[GenerateSerializer, Immutable, Alias("party-name")]
public sealed record PartyName([property: Id(0)] string Code, [property: Id(1)] string Name);
