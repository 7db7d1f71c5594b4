namespace Aggregator.Intake;

/// <summary>The answer to a push.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="RetryAfter">How long to wait where the inbox is full; else null.</param>
[GenerateSerializer, Immutable, Alias("push-reply")]
public sealed record PushReply([property: Id(0)] PushOutcome Outcome, [property: Id(1)] TimeSpan? RetryAfter = null);
