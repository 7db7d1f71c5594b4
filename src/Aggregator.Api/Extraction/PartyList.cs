using System.Collections.Immutable;

namespace Aggregator.Extraction;

/// <summary>What the codes of parties stand for.</summary>
/// <param name="Parties">By code, ascending.</param>
internal sealed record PartyList(ImmutableArray<PartyName> Parties);
