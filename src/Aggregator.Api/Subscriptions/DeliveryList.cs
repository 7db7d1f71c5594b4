using System.Collections.Immutable;

namespace Aggregator.Subscriptions;

/// <summary>A page of a subscription's log.</summary>
/// <param name="Deliveries">Attempts, the newest first.</param>
/// <param name="Next">Where older ones are, or null when there are none.</param>
internal sealed record DeliveryList(ImmutableArray<DeliveryAttempt> Deliveries, string? Next);
