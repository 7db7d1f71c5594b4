using Aggregator.Extraction;
using Aggregator.Intake;

namespace Aggregator.Resolution;

/// <summary>A report as an event shows it: who published it, and the sentence with its span.</summary>
[GenerateSerializer, Immutable, Alias("report-ref")]
public sealed record ReportRef
{
    /// <summary>The report.</summary>
    [Id(0)] public required ReportId Id { get; init; }

    /// <summary>The article.</summary>
    [Id(1)] public required ArticleId Article { get; init; }

    /// <summary>The article's revision it was read from.</summary>
    [Id(2)] public required int Revision { get; init; }

    /// <summary>Who published it, or null.</summary>
    [Id(3)] public string? Outlet { get; init; }

    /// <summary>The article's address, or null.</summary>
    [Id(4)] public string? Url { get; init; }

    /// <summary>The article's headline.</summary>
    [Id(5)] public string Title { get; init; } = "";

    /// <summary>When the article was published, UTC.</summary>
    [Id(6)] public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The sentence, cut to 1,000 UTF-16 units.</summary>
    [Id(7)] public required string Quote { get; init; }

    /// <summary>The words that say it, in <see cref="Quote"/>.</summary>
    [Id(8)] public required Span Span { get; init; }

    /// <summary>Who says so, or null.</summary>
    [Id(9)] public string? Claimant { get; init; }

    /// <summary>How far the happening has come, as this report tells it.</summary>
    [Id(10)] public EventStatus Status { get; init; }

    /// <summary>What the report tells of: its event's kind, or <see cref="EventKind.Casualties"/> for a figure of it.</summary>
    [Id(11)] public EventKind Kind { get; init; }

    /// <summary>The owner or wire behind the outlet; copies of one text share it.</summary>
    [Id(12)] public required string Voice { get; init; }
}
