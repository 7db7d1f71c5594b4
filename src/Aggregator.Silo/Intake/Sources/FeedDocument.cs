using System.Collections.Immutable;

namespace Aggregator.Intake;

/// <summary>A feed, whatever its format.</summary>
public sealed record FeedDocument
{
    /// <summary>The format: <c>rss-2.0</c>, <c>atom-1.0</c>, <c>json-1.1</c>, …; the version is the feed's own claim.</summary>
    public required string Format { get; init; }

    /// <summary>The feed's title as plain text of one line; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>The site that the feed is of, absolute http or https, or null.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>Where the feed says that it lives itself, or null. WebSub calls it the topic.</summary>
    public string? SelfUrl { get; init; }

    /// <summary>WebSub hubs that the feed names; may be empty.</summary>
    public ImmutableArray<string> HubUrls { get; init; } = [];

    /// <summary>The feed's language as it writes it, or null.</summary>
    public string? Language { get; init; }

    /// <summary>When the feed says that it last changed, UTC, or null.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>How often the feed says that it changes.</summary>
    public FeedPace Pace { get; init; } = FeedPace.Unsaid;

    /// <summary>The items in the feed's order; may be empty.</summary>
    public ImmutableArray<FeedItem> Items { get; init; } = [];

    /// <summary>Items beyond the limit, which were left.</summary>
    public int ItemsLeftCount { get; init; }

    /// <summary>True when the document broke its format's syntax and was read all the same.</summary>
    public bool Repaired { get; init; }
}
