namespace Aggregator.Extraction;

/// <summary>How far the re-reading of stored articles by the extractor's present version has come.</summary>
[GenerateSerializer, Immutable, Alias("rereading-status")]
public sealed record RereadingStatus
{
    /// <summary>The extractor's version that articles are read by.</summary>
    [Id(0)] public required string Version { get; init; }

    /// <summary>True when a person has stopped it, or the configuration has.</summary>
    [Id(1)] public bool Paused { get; init; }

    /// <summary>Articles that another version had read when it began.</summary>
    [Id(2)] public long TotalCount { get; init; }

    /// <summary>Articles that were handed to the inbox again since; above the total where some were read by an older version meanwhile.</summary>
    [Id(3)] public long ReadCount { get; init; }

    /// <summary>When it began, UTC.</summary>
    [Id(4)] public DateTimeOffset StartedAt { get; init; }

    /// <summary>When no article was left that another version had read, UTC; null while some are.</summary>
    [Id(5)] public DateTimeOffset? DoneAt { get; init; }
}
