namespace Aggregator.Subscriptions;

/// <summary>Asks for a webhook.</summary>
[GenerateSerializer, Immutable, Alias("webhook-request")]
public sealed record WebhookRequest
{
    /// <summary>The subscription; its id is the grain's key.</summary>
    [Id(0)] public required SubscriptionDefinition Definition { get; init; }

    /// <summary>The position of every topic after which it is told, or null for what comes from now on.</summary>
    [Id(1)] public long? After { get; init; }

    /// <summary>The secret that its owner chose (<c>whsec_…</c>), or null to have one made.</summary>
    [Id(2)] public string? Secret { get; init; }
}
