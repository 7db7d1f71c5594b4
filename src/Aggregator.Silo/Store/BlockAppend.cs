using Aggregator.Resolution;

namespace Aggregator.Store;

/// <summary>What one batch did to a block.</summary>
/// <param name="Block">The block.</param>
/// <param name="ExpectedVersion">The version that its author saw; the append makes it one more.</param>
/// <param name="Events">New revisions of events, each one above the one that stands.</param>
/// <param name="Deliveries">The deliveries heard, each with the event it was resolved into; the last heard of a report stands.</param>
public sealed record BlockAppend(
    BlockKey Block, long ExpectedVersion, IReadOnlyList<NewsEvent> Events, IReadOnlyList<AssignedDelivery> Deliveries);
