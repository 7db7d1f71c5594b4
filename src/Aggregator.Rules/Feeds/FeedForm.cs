namespace Aggregator.Feeds;

/// <summary>A form that a feed is written in for feed readers.</summary>
public enum FeedForm
{
    /// <summary>Atom (RFC 4287).</summary>
    Atom,
    /// <summary>RSS 2.0.</summary>
    Rss,
    /// <summary>JSON Feed 1.1.</summary>
    JsonFeed,
}
