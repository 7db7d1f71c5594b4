using Aggregator.Access;

namespace Aggregator.Subscriptions;

/// <summary>By what a WebSub subscriber may read the topic, beside a capability in the feed's address: before each change it is looked at anew.</summary>
[GenerateSerializer, Immutable, Alias("hub-asker")]
public sealed record HubAsker
{
    /// <summary>The key that the request bore, where it may read; else null.</summary>
    [Id(0)] public KeyId? Key { get; init; }

    /// <summary>The hash of the key's secret that was sent, which a rotation ends before the key; null without a key.</summary>
    [Id(1)] public string? KeyHash { get; init; }

    /// <summary>When the token of an identity provider ends that the request bore, UTC, where it may read; else null.</summary>
    [Id(2)] public DateTimeOffset? TokenEndsAt { get; init; }

    /// <summary>True for a caller of this machine, where that was open.</summary>
    [Id(3)] public bool Local { get; init; }
}
