namespace Aggregator.Subscriptions;

/// <summary>A subscription and how it fares. Secrets are no part of it.</summary>
/// <param name="Definition">The subscription.</param>
/// <param name="Health">How it fares.</param>
[GenerateSerializer, Immutable, Alias("subscription-status")]
public sealed record SubscriptionStatus([property: Id(0)] SubscriptionDefinition Definition, [property: Id(1)] SubscriptionHealth Health);
