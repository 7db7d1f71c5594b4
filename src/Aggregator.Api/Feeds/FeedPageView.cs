using System.Collections.Immutable;
using Aggregator.Access;
using Aggregator.Topics;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Feeds;

/// <summary>A stretch of a topic's feed.</summary>
internal sealed record FeedPageView
{
    /// <summary>The topic's definition.</summary>
    public required TopicDefinition Topic { get; init; }

    /// <summary>The entries: newest first when browsing, oldest first when following (<c>after=</c>).</summary>
    public required ImmutableArray<FeedEntry> Entries { get; init; }

    /// <summary>The topic's last position when this was read.</summary>
    public required long LastPosition { get; init; }

    /// <summary>Where this reading goes on: older entries when browsing, null at the feed's beginning; newer ones when following, always given.</summary>
    public string? Next { get; init; }

    /// <summary>Where the reading the other way goes on, or null at that end.</summary>
    public string? Previous { get; init; }

    /// <summary>The same with links that a reader who came in by address can ask.</summary>
    internal FeedPageView Carrying(HttpRequest request) => this with
    {
        Next = Next is null ? null : Capability.Carry(request.HttpContext, Next),
        Previous = Previous is null ? null : Capability.Carry(request.HttpContext, Previous),
    };
}
