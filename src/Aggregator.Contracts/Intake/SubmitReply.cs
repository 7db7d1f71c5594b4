using System.Collections.Immutable;

namespace Aggregator.Intake;

/// <summary>The answer to a batch of submissions: all kept, or none of them.</summary>
[GenerateSerializer, Immutable, Alias("submit-reply")]
public sealed record SubmitReply
{
    /// <summary>One outcome a submission, in their order; empty when the batch was not taken.</summary>
    [Id(0)] public ImmutableArray<SubmitOutcome> Outcomes { get; init; } = [];

    /// <summary>When the batch was not taken, because too much is pending: how long to wait before trying again. Else null.</summary>
    [Id(1)] public TimeSpan? RetryAfter { get; init; }
}
