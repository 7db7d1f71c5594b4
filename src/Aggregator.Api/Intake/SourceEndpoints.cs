using System.Globalization;
using Aggregator.Archive;
using Aggregator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Intake;

/// <summary><c>/v1/sources</c>: the feeds that are polled, and how each fares.</summary>
internal static class SourceEndpoints
{
    private const int BodyBytesMax = 16_384;
    private const int PageCount = 100;

    private static readonly QueryParameter<int> Limit = QueryParameters.Limit(PageCount);
    private static readonly QueryParameter<SourceId> After = QueryParameters.Id<SourceId>("after", "Only sources whose id comes after this one.", $"a source id: {PathId.Slug}");

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var sources = routes.MapGroup("/sources").WithTags("Sources");
        sources.MapRead("", ListAsync).WithMetadata(After, Limit).Produces<SourceList>()
            .Described("List sources", "By id, a page at a time, each with how it fares.");
        var source = sources.MapGroup("/{id}").WithMetadata(PathId.Of<SourceId>("source", PathId.Slug));
        source.MapPut("", PutAsync).Accepts<SourceBody>("application/json").Produces<SourceView>(StatusCodes.Status201Created).Produces<SourceView>()
            .Refuses(ProblemKind.InvalidSource, ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType)
            .Described("Define a source", "A feed (RSS, Atom or JSON Feed) to be polled as often as it changes. Addresses in private networks are refused when polled, "
                + "unless the configuration allows them.");
        source.MapRead("", ReadAsync).Produces<SourceView>().Refuses(ProblemKind.UnknownSource)
            .Described("Read a source", "Its definition and how it fares: last poll, last error, entries, next poll.");
        source.MapDelete("", DeleteAsync).Produces(StatusCodes.Status204NoContent).Refuses(ProblemKind.UnknownSource)
            .Described("Delete a source", "It is polled no more; its articles stay.");
        source.MapPost("/poll", PollAsync).Produces<SourceView>().Refuses(ProblemKind.UnknownSource)
            .Described("Poll a source now", "Unless its host asked for patience, or a poll runs already; answers how it fares then.");
    }

    private static async Task<IResult> ListAsync(HttpRequest request, IGrainFactory grains)
    {
        var limit = Limit.Read(request, PageCount);
        var sources = await grains.GetGrain<IArchiveGrain>(0).ReadSourcesAsync(After.TryRead(request, out var after) ? after : null, limit);
        var next = sources.Length == limit ? string.Create(CultureInfo.InvariantCulture, $"/v1/sources?after={sources[^1].Definition.Id}&limit={limit}") : null;
        return Reply.Json(new SourceList([.. sources.Select(SourceView.Of)], next));
    }

    private static async Task<IResult> PutAsync(SourceId id, HttpRequest request, IGrainFactory grains)
    {
        var (body, refusal) = await RequestBody.ReadJsonAsync<SourceBody>(request, BodyBytesMax);
        if (body is null) return refusal!;
        if (body.Fault() is { } fault) return new Problem(ProblemKind.InvalidSource, fault);
        var source = grains.GetGrain<ISourceGrain>(id.Value);
        var isNew = await FreshActivation.AskAsync(() => grains.GetGrain<ISourceGrain>(id.Value).PutAsync(body.ToDefinition(id)));
        return await source.ReadStatusAsync() is { } status
            ? Reply.Json(SourceView.Of(status), isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, $"/v1/sources/{id}")
            : Reply.UnknownSource(id.Value);
    }

    private static async Task<IResult> ReadAsync(SourceId id, IGrainFactory grains) => Show(id, await grains.GetGrain<ISourceGrain>(id.Value).ReadStatusAsync());

    private static async Task<IResult> PollAsync(SourceId id, IGrainFactory grains) => Show(id, await grains.GetGrain<ISourceGrain>(id.Value).PollAsync());

    private static async Task<IResult> DeleteAsync(SourceId id, IGrainFactory grains) =>
        await FreshActivation.AskAsync(() => grains.GetGrain<ISourceGrain>(id.Value).DeleteAsync()) ? Results.NoContent() : Reply.UnknownSource(id.Value);

    private static IResult Show(SourceId id, SourceStatus? status) => status is null ? Reply.UnknownSource(id.Value) : Reply.Json(SourceView.Of(status));
}
