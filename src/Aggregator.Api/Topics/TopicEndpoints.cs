using System.Globalization;
using Aggregator.Access;
using Aggregator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Topics;

/// <summary><c>/v1/topics</c>: define, read and delete topics.</summary>
internal static class TopicEndpoints
{
    private const int BodyBytesMax = 65_536;
    private const int PageCount = 100;

    private static readonly QueryParameter<int> Limit = QueryParameters.Limit(PageCount);
    private static readonly QueryParameter<TopicId> After = QueryParameters.Id<TopicId>("after", "Only topics whose id comes after this one.", $"a topic id: {PathId.Slug}");

    internal static readonly PathId Id = PathId.Of<TopicId>("topic", PathId.Slug);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var topics = routes.MapGroup("/topics").WithTags("Topics");
        topics.MapRead("", ListAsync).WithMetadata(After, Limit).Produces<TopicList>()
            .Described("List topics", "By id, a page at a time; next leads to the following page.");
        var topic = topics.MapGroup("/{id}").WithMetadata(Id);
        topic.MapPut("", PutAsync).Accepts<TopicBody>("application/json").Produces<TopicDefinition>(StatusCodes.Status201Created).Produces<TopicDefinition>()
            .Refuses(ProblemKind.InvalidQuestion, ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType)
            .Described("Define a topic", "Creates it (201) or changes it (200). A new or changed question is asked of everything stored, too. A question that "
                + "can't be read is refused with the place of the error.");
        topic.MapRead("", ReadAsync).Produces<TopicStatus>().Refuses(ProblemKind.UnknownTopic)
            .Described("Read a topic", "Its definition, the position of its last entry, how many events answer its question now, and how many follow it.");
        topic.MapDelete("", DeleteAsync).Produces(StatusCodes.Status204NoContent).Refuses(ProblemKind.UnknownTopic)
            .Described("Delete a topic", "With its feed; its streams end. Events and articles stay. A topic that is defined under this id later goes on behind its last position.");
    }

    private static async Task<IResult> ListAsync(HttpRequest request, TopicCatalog catalog)
    {
        var limit = Limit.Read(request, PageCount);
        var topics = await catalog.ReadAsync(request.HttpContext, After.TryRead(request, out var after) ? after : null, limit);
        var next = topics.Length == limit ? string.Create(CultureInfo.InvariantCulture, $"/v1/topics?after={topics[^1].Id}&limit={limit}") : null;
        return Reply.Json(new TopicList(topics, next));
    }

    private static async Task<IResult> PutAsync(TopicId id, HttpRequest request, IGrainFactory grains)
    {
        var (body, refusal) = await RequestBody.ReadJsonAsync<TopicBody>(request, BodyBytesMax);
        if (body is null) return refusal!;
        if (body.Fault() is { } fault) return new Problem(ProblemKind.InvalidTopic, fault);
        var reply = await FreshActivation.AskAsync(() => grains.GetGrain<ITopicGrain>(id.Value).PutAsync(body.Title!.Trim(), body.Description?.Trim() ?? "", body.Question!, body.Private));
        if (reply.Error is { } error) return QuestionProblem.Of(body.Question!, error);
        return Reply.Json(reply.Definition!, reply.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK, $"/v1/topics/{id}");
    }

    private static async Task<IResult> ReadAsync(TopicId id, IGrainFactory grains) =>
        await grains.GetGrain<ITopicGrain>(id.Value).ReadStatusAsync() is { } status ? Reply.Json(status) : Reply.UnknownTopic(id.Value);

    private static async Task<IResult> DeleteAsync(TopicId id, IGrainFactory grains) =>
        await grains.GetGrain<ITopicGrain>(id.Value).DeleteAsync() ? Results.NoContent() : Reply.UnknownTopic(id.Value);
}
