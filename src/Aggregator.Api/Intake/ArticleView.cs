using System.Collections.Immutable;
using Aggregator.Archive;
using Aggregator.Extraction;

namespace Aggregator.Intake;

/// <summary>An article as it stands, with what was read from it.</summary>
internal sealed record ArticleView
{
    /// <summary>The article.</summary>
    public required ArticleId Id { get; init; }

    /// <summary>Counts what its source changed, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>The source it came from, or null.</summary>
    public SourceId? Source { get; init; }

    /// <summary>Its canonical address, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Who published it, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When this revision was handed in, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The headline.</summary>
    public required string Title { get; init; }

    /// <summary>The text that the reports' spans lie in; empty once withdrawn.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// The language that the text seems to be in: an ISO 639-1 code, or <c>und</c> for one that is not known. English (<c>en</c>) alone is read into
    /// reports.
    /// </summary>
    public required string Language { get; init; }

    /// <summary>True once its source took it back.</summary>
    public required bool Withdrawn { get; init; }

    /// <summary>Why it was taken back, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>What was read from it, each with the event it became part of; empty while the article waits to be read.</summary>
    public required ImmutableArray<ResolvedReport> Reports { get; init; }

    internal static ArticleView Of(Article article, ImmutableArray<ResolvedReport> reports) => new()
    {
        Id = article.Id, Revision = article.Revision, Source = article.Source, Url = article.Url, Outlet = article.Outlet, PublishedAt = article.PublishedAt,
        ReceivedAt = article.ReceivedAt, Title = article.Title, Text = article.Text, Language = TextLanguage.Of(article.Text), Withdrawn = article.Withdrawn, Reason = article.Reason, Reports = reports,
    };
}
