using System.Collections.Immutable;
using Aggregator.Extraction;
using Aggregator.Topics;

namespace Aggregator.Feeds;

/// <summary>One item of a feed document, whatever form it is written in.</summary>
public sealed record FeedItem
{
    /// <summary>Its id, a URI that never changes, whatever its title does.</summary>
    public required string Id { get; init; }

    /// <summary>Its title, plain text.</summary>
    public required string Title { get; init; }

    /// <summary>Its content, HTML.</summary>
    public required string Html { get; init; }

    /// <summary>Where people read it, an absolute address.</summary>
    public required string Url { get; init; }

    /// <summary>Where programs read it as JSON, or null.</summary>
    public string? JsonUrl { get; init; }

    /// <summary>When it came to be, UTC.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What it is filed under.</summary>
    public ImmutableArray<FeedCategory> Categories { get; init; } = [];

    /// <summary>The articles behind it, absolute addresses.</summary>
    public ImmutableArray<string> Related { get; init; } = [];

    /// <summary>Where it happened, with a latitude and a longitude; or null.</summary>
    public Place? Point { get; init; }

    /// <summary>The change of the topic that it tells, or null for an item of another feed.</summary>
    public FeedEntry? Entry { get; init; }
}
