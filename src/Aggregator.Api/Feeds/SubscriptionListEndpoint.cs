using Aggregator.Access;
using Aggregator.Http;
using Aggregator.Topics;
using Aggregator.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Aggregator.Feeds;

/// <summary><c>/v1/topics.opml</c>: the addresses of all topics' feeds, for a feed reader to take up at once.</summary>
internal static class SubscriptionListEndpoint
{
    private const string Type = "text/x-opml";
    private const int PageCount = 500;
    private const int TopicCountMax = 10_000;

    private static readonly QueryParameter<FeedForm> Form = QueryParameters.Name<FeedForm>("form", "The form of the feeds; Atom where not given.");
    private static readonly QueryParameter<TopicId> After = QueryParameters.Id<TopicId>("after", "Only topics whose id comes after this one.", $"a topic id: {PathId.Slug}");

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapRead("/topics.opml", ReadAsync).WithTags("Feeds").WithMetadata(Form, After, new Offer(Type, "application/xml", "text/xml")).Produces<string>(200, Type)
            .Described("Read all topics' feeds as OPML", $"For feed readers to take up at once; at most {TopicCountMax} topics, by id. Where there are more, a Link header leads on.");

    private static async Task<IResult> ReadAsync(HttpContext context, TopicCatalog catalog, IOptions<ApiOptions> options)
    {
        var topics = new List<TopicDefinition>();
        TopicId? after = After.TryRead(context.Request, out var first) ? first : null;
        FeedForm? asked = Form.TryRead(context.Request, out var named) ? named : null;
        while (topics.Count < TopicCountMax)
        {
            var page = await catalog.ReadAsync(context, after, PageCount);
            topics.AddRange(page);
            if (page.Length < PageCount) break;
            after = page[^1].Id;
        }
        var server = PublicAddress.Of(context.Request, options.Value);
        if (topics.Count >= TopicCountMax) context.Response.Headers.Link = $"<{Next(server, after!.Value, asked)}>; rel=\"next\"";
        return new BodyReply(OpmlWriter.Write(topics, asked ?? FeedForm.Atom, server), $"{Type}; charset=utf-8");
    }

    /// <summary>Where the topics after one are, in the form that was asked for.</summary>
    internal static string Next(string server, TopicId after, FeedForm? asked) =>
        $"{server}/v1/topics.opml?{After.Name}={after}{(asked is { } form ? $"&{Form.Name}={WireName.From(form)}" : "")}";
}
