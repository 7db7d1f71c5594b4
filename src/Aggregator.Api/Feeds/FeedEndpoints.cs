using System.Globalization;
using Aggregator.Http;
using Aggregator.Topics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Feeds;

/// <summary>A topic's feed as JSON pages; for a reader that rather has another form, in that.</summary>
internal static class FeedEndpoints
{
    private const int PageCount = FeedWindow.PageCount;
    private const string JsonType = "application/json";

    private static readonly Offer Forms = new([JsonType, .. FeedForms.All.Select(FeedForms.MediaType)]);
    private static readonly QueryParameter<int> Limit = QueryParameters.Limit(PageCount);
    private static readonly QueryParameter<long> After = QueryParameters.Position("after", "For followers: the entries after this position, oldest first.");

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var feed = routes.MapGroup("/topics/{id}").WithTags("Feeds").WithMetadata(TopicEndpoints.Id);
        feed.MapRead("/feed", ReadPageAsync).WithMetadata(After, FormEndpoints.Before, TopicMoments.AsOf, Limit, Forms).Produces<FeedPageView>()
            .Refuses(ProblemKind.UnknownTopic, ProblemKind.PositionAhead, ProblemKind.PositionGone, ProblemKind.MomentAhead, ProblemKind.BeforeHistory)
            .Described("Read a topic's feed", "Newest first, a page at a time, by before=. A follower asks with after= and the last position it has, gets what came "
                + "since, oldest first, and asks next= again later. Who accepts Atom, RSS or JSON Feed rather than JSON gets that, without after= and asOf=.");
    }

    private static async Task<IResult> ReadPageAsync(TopicId id, HttpContext context, IGrainFactory grains, TopicMoments moments, FeedDocuments documents)
    {
        var request = context.Request;
        context.Response.Headers.Vary = "Accept";
        if (Forms.Pick(request) is var type && type != JsonType) return await ReadFormAsync(id, FeedForms.All.Single(form => FeedForms.MediaType(form) == type), context, documents);
        var topic = grains.GetGrain<ITopicGrain>(id.Value);
        var limit = Limit.Read(request, PageCount);
        var isFollowing = After.TryRead(request, out var after);
        if (isFollowing && FormEndpoints.Before.TryRead(request, out _)) return new Problem(ProblemKind.InvalidParameter, "Give after or before, not both.").With("parameter", "after");
        var (end, refusal) = await moments.ReadAsync(id, request);
        if (refusal is not null) return refusal;
        var before = Math.Min(FormEndpoints.Before.Read(request, long.MaxValue), end + 1 ?? long.MaxValue);
        var read = isFollowing ? await topic.ReadAfterAsync(after, limit) : await topic.ReadBeforeAsync(before, limit);
        if (read is not { } page) return Reply.UnknownTopic(id.Value);
        if (end < page.LastPosition) page = page with { Entries = [.. page.Entries.Where(entry => entry.Position <= end)], LastPosition = end.Value };
        if (isFollowing && FeedProblem.Of(after, page) is { } lost) return lost;
        var asOf = request.Query[TopicMoments.AsOf.Name].ToString();
        return Reply.Json(request, TopicTag.Of(page.Topic, page.LastPosition, "page"), () => (isFollowing ? Following(page, after, limit, asOf) : Browsing(page, limit, asOf)).Carrying(request));
    }

    private static Task<IResult> ReadFormAsync(TopicId id, FeedForm form, HttpContext context, FeedDocuments documents)
    {
        foreach (var name in (string[])[After.Name, TopicMoments.AsOf.Name])
            if (context.Request.Query.ContainsKey(name))
                return Task.FromResult<IResult>(new Problem(ProblemKind.InvalidParameter, $"{name} is understood where JSON is asked for, not {FeedForms.Name(form)}.").With("parameter", name));
        var window = new FeedWindow
        {
            Before = FormEndpoints.Before.TryRead(context.Request, out var before) ? before : null, Limit = Limit.TryRead(context.Request, out var limit) ? limit : null,
        };
        return documents.ReadAsync(id, form, window, context);
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
}
