using Aggregator.Intake;

namespace Aggregator.Extraction;

/// <summary>What extraction reads: an article's text and what dates and places in it are resolved against.</summary>
[Immutable, GenerateSerializer, Alias("document")]
public sealed record Document
{
    /// <summary>The article.</summary>
    [Id(0)] public required ArticleId Article { get; init; }

    /// <summary>Its revision, from 1.</summary>
    [Id(1)] public int Revision { get; init; } = 1;

    /// <summary>The day it was published; "yesterday" is the day before.</summary>
    [Id(2)] public required DateOnly Published { get; init; }

    /// <summary>Who published it, or null.</summary>
    [Id(3)] public string? Outlet { get; init; }

    /// <summary>The headline; read for names only, since spans lie in the text.</summary>
    [Id(4)] public string Title { get; init; } = "";

    /// <summary>The text; spans count its UTF-16 units.</summary>
    [Id(5)] public required string Text { get; init; }
}
