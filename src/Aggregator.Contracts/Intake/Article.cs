namespace Aggregator.Intake;

/// <summary>One published document, as its source gave it, in one of its revisions.</summary>
[GenerateSerializer, Immutable, Alias("article")]
public sealed record Article
{
    /// <summary>The article.</summary>
    [Id(0)] public required ArticleId Id { get; init; }

    /// <summary>Counts what its source changed, from 1; a withdrawal is a revision.</summary>
    [Id(1)] public required int Revision { get; init; }

    /// <summary>The polled source it came from, or null when it was pushed.</summary>
    [Id(2)] public SourceId? Source { get; init; }

    /// <summary>Its canonical address, or null.</summary>
    [Id(3)] public string? Url { get; init; }

    /// <summary>Who published it, or null.</summary>
    [Id(4)] public string? Outlet { get; init; }

    /// <summary>When it was published, UTC.</summary>
    [Id(5)] public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When this revision was handed in, UTC.</summary>
    [Id(6)] public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The headline; may be empty.</summary>
    [Id(7)] public required string Title { get; init; }

    /// <summary>The text; empty once withdrawn.</summary>
    [Id(8)] public required string Text { get; init; }

    /// <summary>True once its source took it back.</summary>
    [Id(9)] public bool Withdrawn { get; init; }

    /// <summary>Why it was taken back, or null.</summary>
    [Id(10)] public string? Reason { get; init; }
}
