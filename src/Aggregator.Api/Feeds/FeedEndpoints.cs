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
        feed.MapRead("/feed", ReadAsync).WithMetadata(After, FormEndpoints.Before, TopicMoments.AsOf, Limit, FormEndpoints.Archive, FormEndpoints.Per, Forms).Produces<FeedPageView>()
            .Refuses(ProblemKind.UnknownTopic, ProblemKind.PositionAhead, ProblemKind.PositionGone, ProblemKind.MomentAhead, ProblemKind.BeforeHistory)
            .Described("Read a topic's feed", "Newest first, a page at a time, by before=. A follower asks with after= and the last position it has, gets what came "
                + "since, oldest first, and asks next= again later. Who accepts Atom, RSS or JSON Feed rather than JSON gets that, with per= and archive= and without after=.");
    }

    private static Task<IResult> ReadAsync(TopicId id, HttpContext context, FeedPages pages, FeedDocuments documents)
    {
        var request = context.Request;
        context.Response.Headers.Vary = "Accept";
        if (Forms.Pick(request) is var type && type != JsonType) return ReadFormAsync(id, FeedForms.All.Single(form => FeedForms.MediaType(form) == type), context, documents);
        foreach (var name in (ReadOnlySpan<string>)[FormEndpoints.Archive.Name, FormEndpoints.Per.Name])
        {
            if (request.Query.ContainsKey(name)) return Refused(name, "where Atom, RSS or JSON Feed is asked for, not JSON");
        }
        if (!After.TryRead(request, out var after)) return BrowseAsync(id, request, pages);
        return FormEndpoints.Before.TryRead(request, out _)
            ? Task.FromResult<IResult>(new Problem(ProblemKind.InvalidParameter, "Give after or before, not both.").With("parameter", After.Name))
            : FollowAsync(id, after, request, pages);
    }

    private static Task<IResult> ReadFormAsync(TopicId id, FeedForm form, HttpContext context, FeedDocuments documents) => context.Request.Query.ContainsKey(After.Name)
        ? Refused(After.Name, $"where JSON is asked for, not {FeedForms.Name(form)}")
        : FormEndpoints.ReadAsync(id, form, context, documents);

    private static Task<IResult> Refused(string name, string where) =>
        Task.FromResult<IResult>(new Problem(ProblemKind.InvalidParameter, $"{name} is understood {where}.").With("parameter", name));

    private static async Task<IResult> FollowAsync(TopicId id, long after, HttpRequest request, FeedPages pages)
    {
        var limit = Limit.Read(request, PageCount);
        var (known, refusal) = await pages.ReadAfterAsync(id, after, limit, request);
        if (known is null) return refusal!;
        if (FeedProblem.Of(after, known.Page) is { } lost) return lost;
        return Reply.Json(request, known.Tag("page"), () => Following(known.Page, after, limit, AsOf(request)).Carrying(request));
    }

    private static async Task<IResult> BrowseAsync(TopicId id, HttpRequest request, FeedPages pages)
    {
        var limit = Limit.Read(request, PageCount);
        var (known, refusal) = await pages.ReadBeforeAsync(id, FormEndpoints.Before.Read(request, long.MaxValue), limit, request);
        return known is null ? refusal! : Reply.Json(request, known.Tag("page"), () => Browsing(known.Page, limit, AsOf(request)).Carrying(request));
    }

    private static string AsOf(HttpRequest request) => request.Query[TopicMoments.AsOf.Name].ToString();

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
