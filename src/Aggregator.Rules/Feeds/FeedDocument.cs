using System.Collections.Immutable;

namespace Aggregator.Feeds;

/// <summary>A document of a feed, whatever form it is written in.</summary>
public sealed record FeedDocument
{
    /// <summary>The feed's id, a URI that never changes.</summary>
    public required string Id { get; init; }

    /// <summary>Its title, plain text.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about, plain text; often empty.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>Where people read it, an absolute address.</summary>
    public required string HomeUrl { get; init; }

    /// <summary>When what the document says last changed, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Its links, <c>self</c> first.</summary>
    public required ImmutableArray<FeedLink> Links { get; init; }

    /// <summary>True for an archive document (RFC 5005): no other items will ever be in it.</summary>
    public bool IsArchive { get; init; }

    /// <summary>The items, newest first.</summary>
    public required ImmutableArray<FeedItem> Items { get; init; }

    /// <summary>Items that were taken back.</summary>
    public ImmutableArray<DeletedItem> Deleted { get; init; } = [];

    /// <summary>The document's own address.</summary>
    public string Self => Find("self") ?? throw new InvalidOperationException("A feed document has a link to itself.");

    /// <summary>The document with other addresses in its links to what lies under an address.</summary>
    /// <param name="start">How the addresses begin that are changed.</param>
    /// <param name="change">The address instead of one.</param>
    public FeedDocument WithAddresses(string start, Func<string, string> change) => this with
    {
        Links = [.. Links.Select(link => link.Address.StartsWith(start, StringComparison.Ordinal) ? link with { Address = change(link.Address) } : link)],
    };

    /// <summary>The address behind a relation, or null.</summary>
    /// <param name="relation">The relation.</param>
    public string? Find(string relation) => Links.FirstOrDefault(link => link.Relation == relation)?.Address;
}
