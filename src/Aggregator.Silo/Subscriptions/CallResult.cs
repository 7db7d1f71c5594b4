namespace Aggregator.Subscriptions;

/// <summary>What came of a request to a subscriber or a hub.</summary>
/// <param name="At">When it began, UTC.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Outcome"><c>ok</c> for a 2xx; else the reason as a word.</param>
internal sealed record CallResult(DateTimeOffset At, TimeSpan Took, string Outcome)
{
    internal const string Ok = "ok";

    /// <summary>The HTTP status, or null when none came.</summary>
    internal int? Status { get; init; }

    /// <summary>What went wrong, in words, or null.</summary>
    internal string? Error { get; init; }

    /// <summary>How long the receiver asks to be left alone, or null.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>Where a redirect leads, as it is written, or null.</summary>
    internal string? Location { get; init; }

    /// <summary>The answer's body, as far as it was read.</summary>
    internal ReadOnlyMemory<byte> Body { get; init; }

    internal bool IsOk => Outcome == Ok;
}
