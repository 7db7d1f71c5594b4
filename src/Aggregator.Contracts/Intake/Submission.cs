namespace Aggregator.Intake;

/// <summary>An article as a source hands it in, checked and normalised at the door.</summary>
[GenerateSerializer, Immutable, Alias("submission")]
public sealed record Submission
{
    /// <summary>The article's id: its own, else made of the source and the source's id, else of the canonical URL.</summary>
    [Id(0)] public required ArticleId Id { get; init; }

    /// <summary>The polled source it came from, or null when it was pushed.</summary>
    [Id(1)] public SourceId? Source { get; init; }

    /// <summary>Its canonical address, or null.</summary>
    [Id(2)] public string? Url { get; init; }

    /// <summary>Who published it, or null.</summary>
    [Id(3)] public string? Outlet { get; init; }

    /// <summary>When it was published, UTC; midnight when only the day is known.</summary>
    [Id(4)] public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The headline; empty when it has none.</summary>
    [Id(5)] public string Title { get; init; } = "";

    /// <summary>The text. Null takes the article back: a withdrawal.</summary>
    [Id(6)] public string? Text { get; init; }

    /// <summary>Why it was taken back, for a withdrawal; else null.</summary>
    [Id(7)] public string? Reason { get; init; }

    /// <summary>The W3C trace context of the request that handed it in, so that one trace leads to the feed entry; or null.</summary>
    [Id(8)] public string? TraceParent { get; init; }
}
