namespace Aggregator.Intake;

/// <summary>One item of a feed, as the feed gives it.</summary>
public sealed record FeedItem
{
    /// <summary>The item's own id; where it has none, its address, else a hash of its title and text. Never empty.</summary>
    public required string Id { get; init; }

    /// <summary>Its page, absolute http or https, or null.</summary>
    public string? Url { get; init; }

    /// <summary>The headline as plain text of one line; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>When it was published, UTC, or null.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When it was last changed, UTC, or null.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The summary as HTML, or null.</summary>
    public string? Summary { get; init; }

    /// <summary>The whole content as HTML, or null.</summary>
    public string? Content { get; init; }

    /// <summary>Who wrote it, as plain text of one line, or null.</summary>
    public string? Author { get; init; }

    /// <summary>Its language as the feed writes it (a BCP 47 tag, if all is well), or null.</summary>
    public string? Language { get; init; }
}
