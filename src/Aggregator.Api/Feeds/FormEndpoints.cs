using Aggregator.Http;
using Aggregator.Topics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace Aggregator.Feeds;

/// <summary>A topic's feed for feed readers: <c>feed.atom</c>, <c>feed.rss</c>, <c>feed.json</c>.</summary>
internal static class FormEndpoints
{
    internal static readonly QueryParameter<long> Before = QueryParameters.Position("before", "For browsing: the entries before this position, newest first.");

    private static readonly QueryParameter<int> Limit = QueryParameters.Limit(FeedWindow.PageCount);

    internal static readonly QueryParameter<long> Archive = new("archive",
        $"The archive document of this number (RFC 5005): {FeedWindow.PageCount} entries, from the feed's first on. It stands alone, without before or limit.", "a number from 1",
        (string text, out long value) => long.TryParse(text, out value) && value >= 1,
        new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "1" });

    internal static readonly QueryParameter<ItemScope> Per =
        QueryParameters.Name<ItemScope>("per", "One item a change, so that each correction is an item of its own (as where not given); or one item an event, edited as more becomes known.");

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var topic = routes.MapGroup("/topics/{id}").WithTags("Feeds").WithMetadata(TopicEndpoints.Id, Before, Limit, Archive, Per, TopicMoments.AsOf);
        foreach (var form in FeedForms.All)
        {
            var type = FeedForms.MediaType(form);
            topic.MapRead($"/feed.{FeedForms.Extension(form)}", (TopicId id, HttpContext context, FeedDocuments documents) => ReadAsync(id, form, context, documents))
                .WithMetadata(OfferOf(form)).Produces<string>(200, type).Refuses(ProblemKind.UnknownTopic, ProblemKind.UnknownArchive, ProblemKind.MomentAhead, ProblemKind.BeforeHistory)
                .Described($"Read a topic's feed as {FeedForms.Name(form)}", "For feed readers, in pages and archives that lead to one another (RFC 5005). An item's id never changes, "
                    + "whatever its title does; what was taken back says so, and leaves tombstones for the items it takes back. The newest page is followed by the hub, too.");
        }
    }

    /// <summary>A window of the feed in a form, as the request's parameters say.</summary>
    internal static Task<IResult> ReadAsync(TopicId id, FeedForm form, HttpContext context, FeedDocuments documents)
    {
        var request = context.Request;
        var window = WindowOf(request);
        return window is { Archive: not null, Before: not null } or { Archive: not null, Limit: not null }
            ? Task.FromResult<IResult>(new Problem(ProblemKind.InvalidParameter, "An archive document is asked for without before or limit.").With("parameter", Archive.Name))
            : documents.ReadAsync(id, form, window, context);
    }

    private static FeedWindow WindowOf(HttpRequest request) => new()
    {
        Before = Before.TryRead(request, out var before) ? before : null, Limit = Limit.TryRead(request, out var limit) ? limit : null,
        Archive = Archive.TryRead(request, out var archive) ? archive : null, PerEvent = Per.Read(request, ItemScope.Change) == ItemScope.Event,
        AsOf = TopicMoments.AsOf.TryRead(request, out var moment) ? moment : null,
    };

    /// <summary>The media types that a form is asked for by: its own, and the plain ones of what it is written in.</summary>
    internal static Offer OfferOf(FeedForm form) =>
        form == FeedForm.JsonFeed ? new Offer(FeedForms.MediaType(form), "application/json") : new Offer(FeedForms.MediaType(form), "application/xml", "text/xml");
}
