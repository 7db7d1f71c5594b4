using Aggregator.Topics;

namespace Aggregator.Subscriptions;

/// <summary>What came of asking for a subscription or a change of one: its status, or why not.</summary>
[GenerateSerializer, Immutable, Alias("subscription-reply")]
public sealed record SubscriptionReply
{
    /// <summary>The subscription as it stands, or null where refused.</summary>
    [Id(0)] public SubscriptionStatus? Status { get; init; }

    /// <summary>Why not, or null.</summary>
    [Id(1)] public SubscriptionRefusal? Refusal { get; init; }

    /// <summary>The topic that the refusal is about, or null.</summary>
    [Id(2)] public TopicId? Topic { get; init; }

    /// <summary>The secret, told this once where one was made; else null.</summary>
    [Id(3)] public string? Secret { get; init; }

    /// <summary>Until when what was signed with the secret before is signed with it, too; or null.</summary>
    [Id(4)] public DateTimeOffset? OverlapUntil { get; init; }

    /// <summary>The attempt that was made at once (a test), or null.</summary>
    [Id(5)] public DeliveryAttempt? Attempt { get; init; }
}
