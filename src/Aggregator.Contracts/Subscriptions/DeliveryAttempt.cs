using Aggregator.Topics;

namespace Aggregator.Subscriptions;

/// <summary>One attempt to tell a subscriber, as its log keeps it.</summary>
[GenerateSerializer, Immutable, Alias("delivery-attempt")]
public sealed record DeliveryAttempt
{
    /// <summary>Its place in the subscription's log, from 1.</summary>
    [Id(0)] public required long Number { get; init; }

    /// <summary>What it was for.</summary>
    [Id(1)] public required DeliveryPurpose Purpose { get; init; }

    /// <summary>The message's id (<c>webhook-id</c>), the same on every attempt at it.</summary>
    [Id(2)] public required string MessageId { get; init; }

    /// <summary>The topic told of, or null.</summary>
    [Id(3)] public TopicId? Topic { get; init; }

    /// <summary>The first position told of, or null.</summary>
    [Id(4)] public long? First { get; init; }

    /// <summary>The last position told of, or null.</summary>
    [Id(5)] public long? Last { get; init; }

    /// <summary>How many times this message was tried by now, from 1.</summary>
    [Id(6)] public int Ordinal { get; init; } = 1;

    /// <summary>When it began, UTC.</summary>
    [Id(7)] public required DateTimeOffset At { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    [Id(8)] public required double DurationMilliseconds { get; init; }

    /// <summary>What it came to: <c>ok</c>, <c>http-503</c>, <c>timeout</c>, <c>refused-address</c>, <c>unknown-host</c>, <c>unreachable</c>, <c>tls</c>, …</summary>
    [Id(9)] public required string Outcome { get; init; }

    /// <summary>The HTTP status, or null when none came.</summary>
    [Id(10)] public int? Status { get; init; }

    /// <summary>What went wrong, in words, or null.</summary>
    [Id(11)] public string? Error { get; init; }
}
