using System.Collections.Immutable;

namespace Aggregator.Resolution;

/// <summary>What a batch did to a block.</summary>
/// <param name="Block">The block afterwards.</param>
/// <param name="Changed">Events that have a new revision.</param>
/// <param name="Heard">Deliveries that were new, each with its event and why; repeats are not among them.</param>
/// <param name="Touched">Every event that a delivery of the batch belongs to, changed or not.</param>
public sealed record BlockChange(
    Block Block, ImmutableArray<NewsEvent> Changed, ImmutableArray<Decision> Heard, ImmutableArray<NewsEvent> Touched);
