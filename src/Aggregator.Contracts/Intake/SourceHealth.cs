namespace Aggregator.Intake;

/// <summary>How a source fares.</summary>
[GenerateSerializer, Immutable, Alias("source-health")]
public sealed record SourceHealth
{
    /// <summary>When it was last asked, UTC, or null.</summary>
    [Id(0)] public DateTimeOffset? LastPollAt { get; init; }

    /// <summary>When it last answered well, UTC, or null.</summary>
    [Id(1)] public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>What the last poll came to: <c>ok</c>, <c>not-modified</c>, <c>http-503</c>, <c>too-large</c>, <c>refused-address</c>, …; or null.</summary>
    [Id(2)] public string? LastOutcome { get; init; }

    /// <summary>The last error in words, or null when the last poll went well.</summary>
    [Id(3)] public string? LastError { get; init; }

    /// <summary>Failed polls in a row.</summary>
    [Id(4)] public int FailureCount { get; init; }

    /// <summary>When it will be asked next, UTC, or null when it rests.</summary>
    [Id(5)] public DateTimeOffset? NextPollAt { get; init; }

    /// <summary>Entries in the feed at the last good poll.</summary>
    [Id(6)] public int EntryCount { get; init; }

    /// <summary>Articles accepted or revised through it, ever.</summary>
    [Id(7)] public long ArticleCount { get; init; }

    /// <summary>The feed's own title, or null.</summary>
    [Id(8)] public string? FeedTitle { get; init; }

    /// <summary>New entries a day, as observed; or null before the second poll.</summary>
    [Id(9)] public double? EntriesPerDay { get; init; }

    /// <summary>How the hub that the feed names serves it, or null when it names none.</summary>
    [Id(10)] public SourcePush? Push { get; init; }
}
