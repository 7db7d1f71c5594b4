namespace Aggregator.Intake;

/// <summary>How far the stages are behind the inbox.</summary>
/// <param name="PendingCount">Articles handed in and not yet through all stages.</param>
/// <param name="OldestPendingAt">When the longest waiting of them was handed in, or null when none waits.</param>
[GenerateSerializer, Immutable, Alias("inbox-lag")]
public sealed record InboxLag([property: Id(0)] long PendingCount, [property: Id(1)] DateTimeOffset? OldestPendingAt);
