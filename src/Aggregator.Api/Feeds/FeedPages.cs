using Aggregator.Http;
using Aggregator.Topics;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Feeds;

/// <summary>Reads stretches of a topic's feed: as it is, or as it was at the moment that a request asks for (<c>asOf</c>).</summary>
internal sealed class FeedPages(IGrainFactory grains, TopicMoments moments)
{
    /// <summary>The entries after a position, or why there are none to read.</summary>
    internal Task<(KnownPage? Known, IResult? Refusal)> ReadAfterAsync(TopicId id, long after, int countMax, HttpRequest request) =>
        ReadAsync(id, request, (topic, _) => topic.ReadAfterAsync(after, countMax));

    /// <summary>The last entries before a position, or why there are none to read.</summary>
    internal Task<(KnownPage? Known, IResult? Refusal)> ReadBeforeAsync(TopicId id, long before, int countMax, HttpRequest request) =>
        ReadAsync(id, request, (topic, end) => topic.ReadBeforeAsync(end < before ? end + 1 : before, countMax));

    private async Task<(KnownPage? Known, IResult? Refusal)> ReadAsync(TopicId id, HttpRequest request, Func<ITopicGrain, long, Task<FeedPage?>> read)
    {
        var (asked, refusal) = await moments.ReadAsync(id, request);
        if (refusal is not null) return (null, refusal);
        var end = asked ?? long.MaxValue;
        if (await read(grains.GetGrain<ITopicGrain>(id.Value), end) is not { } page) return (null, Reply.UnknownTopic(id.Value));
        var known = end >= page.LastPosition ? page : page with { Entries = [.. page.Entries.Where(entry => entry.Position <= end)], LastPosition = end };
        return (new KnownPage(known, page.LastPosition), null);
    }
}

/// <summary>A stretch of a topic's feed as of a moment.</summary>
/// <param name="Page">The stretch; its last position is the moment's.</param>
/// <param name="NowPosition">The topic's last position by now: what was withdrawn since is gone from what was known before, too.</param>
internal sealed record KnownPage(FeedPage Page, long NowPosition)
{
    /// <summary>The entity tag of what is made of it.</summary>
    internal string Tag(string kind) => TopicTag.Of(Page.Topic, NowPosition, kind);
}
