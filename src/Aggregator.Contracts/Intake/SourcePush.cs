namespace Aggregator.Intake;

/// <summary>How the hub that a feed names (WebSub) serves its source.</summary>
[GenerateSerializer, Immutable, Alias("source-push")]
public sealed record SourcePush
{
    /// <summary>Whether it pushes.</summary>
    [Id(0)] public required PushStanding Standing { get; init; }

    /// <summary>The hub's address.</summary>
    [Id(1)] public required string Hub { get; init; }

    /// <summary>The feed's address that the hub knows it by.</summary>
    [Id(2)] public required string Topic { get; init; }

    /// <summary>Since when the hub has confirmed without a break, UTC, or null.</summary>
    [Id(3)] public DateTimeOffset? Since { get; init; }

    /// <summary>Until when it has confirmed, UTC, or null. It is renewed before.</summary>
    [Id(4)] public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>When it last pushed something that it had signed, UTC, or null.</summary>
    [Id(5)] public DateTimeOffset? LastPushAt { get; init; }

    /// <summary>Signed pushes, ever.</summary>
    [Id(6)] public long PushCount { get; init; }

    /// <summary>Pushes that were ignored because their signature was missing, wrong or of SHA-1.</summary>
    [Id(7)] public long UnverifiedCount { get; init; }

    /// <summary>What went wrong last, in words, or null.</summary>
    [Id(8)] public string? LastError { get; init; }
}
