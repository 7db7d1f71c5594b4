using System.Globalization;
using Aggregator.Http;
using Aggregator.Topics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Aggregator.Feeds;

/// <summary>A topic's feed, as JSON pages and as Atom.</summary>
internal static class FeedEndpoints
{
    private const int PageCount = 50;
    private const string AtomType = "application/atom+xml";

    private static readonly QueryParameter<int> Limit = QueryParameters.Limit(PageCount);
    private static readonly QueryParameter<long> After = QueryParameters.Position("after", "For followers: the entries after this position, oldest first.");
    private static readonly QueryParameter<long> Before = QueryParameters.Position("before", "For browsing: the entries before this position, newest first.");

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var feed = routes.MapGroup("/topics/{id}").WithTags("Feeds").WithMetadata(TopicEndpoints.Id);
        feed.MapRead("/feed", ReadPageAsync).WithMetadata(After, Before, TopicMoments.AsOf, Limit).Produces<FeedPageView>()
            .Refuses(ProblemKind.UnknownTopic, ProblemKind.PositionAhead, ProblemKind.PositionGone, ProblemKind.MomentAhead, ProblemKind.BeforeHistory)
            .Described("Read a topic's feed", "Newest first, a page at a time, by before=. A follower asks with after= and the last position it has, gets what came "
                + "since, oldest first, and asks next= again later.");
        feed.MapRead("/feed.atom", ReadAtomAsync).WithMetadata(Before, Limit, new Offer(AtomType, "application/xml", "text/xml")).Produces<string>(200, AtomType)
            .Refuses(ProblemKind.UnknownTopic)
            .Described("Read a topic's feed as Atom", "For feed readers (RFC 4287), in pages (RFC 5005). An entry's id never changes.");
    }

    private static async Task<IResult> ReadPageAsync(TopicId id, HttpRequest request, IGrainFactory grains, TopicMoments moments)
    {
        var topic = grains.GetGrain<ITopicGrain>(id.Value);
        var limit = Limit.Read(request, PageCount);
        var isFollowing = After.TryRead(request, out var after);
        if (isFollowing && Before.TryRead(request, out _)) return new Problem(ProblemKind.InvalidParameter, "Give after or before, not both.").With("parameter", "after");
        var (end, refusal) = await moments.ReadAsync(id, request);
        if (refusal is not null) return refusal;
        var before = Math.Min(Before.Read(request, long.MaxValue), end + 1 ?? long.MaxValue);
        var read = isFollowing ? await topic.ReadAfterAsync(after, limit) : await topic.ReadBeforeAsync(before, limit);
        if (read is not { } page) return Reply.UnknownTopic(id.Value);
        if (end < page.LastPosition) page = page with { Entries = [.. page.Entries.Where(entry => entry.Position <= end)], LastPosition = end.Value };
        if (isFollowing && FeedProblem.Of(after, page) is { } lost) return lost;
        var asOf = request.Query[TopicMoments.AsOf.Name].ToString();
        return Reply.Json(request, TagOf(page), () => isFollowing ? Following(page, after, limit, asOf) : Browsing(page, limit, asOf));
    }

    private static async Task<IResult> ReadAtomAsync(TopicId id, HttpRequest request, IGrainFactory grains, IOptions<ApiOptions> options)
    {
        var limit = Limit.Read(request, PageCount);
        var before = Before.Read(request, long.MaxValue);
        if (await grains.GetGrain<ITopicGrain>(id.Value).ReadBeforeAsync(before, limit) is not { } page) return Reply.UnknownTopic(id.Value);
        var tag = TagOf(page);
        if (EntityTag.IsHeld(request, tag)) return new BodyReply(ReadOnlyMemory<byte>.Empty, AtomType) { Tag = tag };
        var body = AtomWriter.Write(page, PublicAddress.Of(request, options.Value), before, limit);
        return new BodyReply(body, $"{AtomType}; charset=utf-8") { Tag = tag };
    }

    private static FeedPageView Following(FeedPage page, long after, int limit, string asOf)
    {
        var last = page.Entries is [.., var latest] ? latest.Position : after;
        return new FeedPageView
        {
            Topic = page.Topic, Entries = page.Entries, LastPosition = page.LastPosition, Next = Link(page, "after", last, limit, asOf),
            Previous = after > 0 ? Link(page, "before", after + 1, limit, asOf) : null,
        };
    }

    private static FeedPageView Browsing(FeedPage page, int limit, string asOf)
    {
        var oldest = page.Entries is [var first, ..] ? first.Position : page.Origin + 1;
        return new FeedPageView
        {
            Topic = page.Topic, Entries = [.. page.Entries.Reverse()], LastPosition = page.LastPosition, Next = oldest > page.Origin + 1 ? Link(page, "before", oldest, limit, asOf) : null,
            Previous = page.Entries is [.., var latest] ? Link(page, "after", latest.Position, limit, asOf) : null,
        };
    }

    private static string Link(FeedPage page, string way, long position, int limit, string asOf) => string.Create(
        CultureInfo.InvariantCulture, $"/v1/topics/{page.Topic.Id}/feed?{way}={position}&limit={limit}{(asOf.Length == 0 ? "" : $"&{TopicMoments.AsOf.Name}={Uri.EscapeDataString(asOf)}")}");

    // Of one address and one definition the page depends on the last position alone. A topic that was deleted and made again is another.
    private static string TagOf(FeedPage page) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{page.Topic.CreatedAt.UtcTicks:x}.{page.Topic.Version}.{page.LastPosition}\"");
}
