using System.Collections.Immutable;
using Aggregator.Extraction;
using Aggregator.Intake;

namespace Aggregator.Resolution;

/// <summary>One report on its way to its block, with what resolution needs to know of its article; or the taking back of one.</summary>
[GenerateSerializer, Immutable, Alias("report-delivery")]
public sealed record ReportDelivery
{
    /// <summary>The report.</summary>
    [Id(0)] public required Report Report { get; init; }

    /// <summary>The article's revision that says so: where it is not above the last one heard of this report, nothing changes.</summary>
    [Id(1)] public required int Revision { get; init; }

    /// <summary>True when the article no longer gives this account.</summary>
    [Id(2)] public bool Retracted { get; init; }

    /// <summary>Who published the article, or null.</summary>
    [Id(3)] public string? Outlet { get; init; }

    /// <summary>The article's address, or null.</summary>
    [Id(4)] public string? Url { get; init; }

    /// <summary>The article's headline.</summary>
    [Id(5)] public string Title { get; init; } = "";

    /// <summary>When the article was published, UTC.</summary>
    [Id(6)] public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The owner or wire behind the outlet; copies of one wire text share it. Never null: at least the article itself.</summary>
    [Id(7)] public required string Voice { get; init; }

    /// <summary>Rare words and names around the report, lower case, at most 48, weightiest first: evidence for sameness.</summary>
    [Id(8)] public ImmutableArray<string> Keywords { get; init; } = [];

    /// <summary>The W3C trace context it travels in, or null.</summary>
    [Id(9)] public string? TraceParent { get; init; }

    /// <summary>A sketch of the article's text: copies of one text have most of it in common. Empty for a short text.</summary>
    [Id(10)] public ImmutableArray<uint> Sketch { get; init; } = [];

    /// <summary>Figures that the article gives of this happening; empty for a report that is itself a figure.</summary>
    [Id(11)] public ImmutableArray<CasualtyFigure> Figures { get; init; } = [];

    /// <summary>On what it was put into its event; null until it is, and in memory, where nothing asks for it.</summary>
    [Id(12)] public Basis? Basis { get; init; }

    /// <summary>The event that it was put into before that grew like another and became part of it; null where it is in the event it was put into.</summary>
    [Id(13)] public EventId? Origin { get; init; }

    /// <summary>The article.</summary>
    public ArticleId Article => Report.Article;
}
