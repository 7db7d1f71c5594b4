using System.Collections.Immutable;

namespace Aggregator.Subscriptions;

/// <summary>A page of subscriptions.</summary>
/// <param name="Subscriptions">The subscriptions, by id.</param>
/// <param name="Next">Where the next page is, or null when this is the last.</param>
internal sealed record SubscriptionList(ImmutableArray<SubscriptionView> Subscriptions, string? Next);
