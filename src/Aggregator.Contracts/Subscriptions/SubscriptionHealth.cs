using System.Collections.Immutable;

namespace Aggregator.Subscriptions;

/// <summary>How a subscription fares.</summary>
[GenerateSerializer, Immutable, Alias("subscription-health")]
public sealed record SubscriptionHealth
{
    /// <summary>Whether the subscriber is told.</summary>
    [Id(0)] public required SubscriptionStanding Standing { get; init; }

    /// <summary>Why it is not, or null.</summary>
    [Id(1)] public SubscriptionReason? Reason { get; init; }

    /// <summary>How far it was told, topic by topic.</summary>
    [Id(2)] public required ImmutableArray<TopicPosition> Positions { get; init; }

    /// <summary>Failed attempts in a row.</summary>
    [Id(3)] public int FailureCount { get; init; }

    /// <summary>The last failure in words, or null when the last attempt went well.</summary>
    [Id(4)] public string? LastError { get; init; }

    /// <summary>When it was last tried, UTC, or null.</summary>
    [Id(5)] public DateTimeOffset? LastAttemptAt { get; init; }

    /// <summary>When it was last told well, UTC, or null.</summary>
    [Id(6)] public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>When a failed attempt is repeated, UTC, or null.</summary>
    [Id(7)] public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>Attempts ever, tests and confirmations included; also the number of the last one in the log.</summary>
    [Id(8)] public long AttemptCount { get; init; }

    /// <summary>Changes that it was told of, ever.</summary>
    [Id(9)] public long DeliveredCount { get; init; }

    /// <summary>Of WebSub, when the lease runs out, UTC; else null.</summary>
    [Id(10)] public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>When it was ended, UTC, or null.</summary>
    [Id(11)] public DateTimeOffset? EndedAt { get; init; }
}
