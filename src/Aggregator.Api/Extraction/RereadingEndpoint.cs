using Aggregator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Extraction;

/// <summary><c>/v1/rereading</c>: how far stored articles are read again by the extractor's present version.</summary>
internal static class RereadingEndpoint
{
    private const int BodyBytesMax = 1_024;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead("/rereading", async (IGrainFactory grains) => Reply.Json(await grains.GetGrain<IRereadingGrain>(0).ReadStatusAsync()))
            .WithTags("Articles").Produces<RereadingStatus>()
            .Described("Read how far stored articles are read again", "A new lexicon, model or program reads what older ones have read once more, in the background; only what reads differently changes anything.");
        routes.MapPut("/rereading", PauseAsync)
            .WithTags("Articles").Accepts<RereadingBody>("application/json").Produces<RereadingStatus>()
            .Refuses(ProblemKind.InvalidBody, ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType)
            .Described("Stop reading stored articles again, or go on", "It stays so, also over a restart, until said otherwise.");
    }

    private static async Task<IResult> PauseAsync(HttpRequest request, IGrainFactory grains)
    {
        var (body, refusal) = await RequestBody.ReadJsonAsync<RereadingBody>(request, BodyBytesMax);
        if (body is null) return refusal!;
        return body.Paused is { } paused
            ? Reply.Json(await grains.GetGrain<IRereadingGrain>(0).PauseAsync(paused))
            : new Problem(ProblemKind.InvalidBody, "The member paused is missing: true to stop, false to go on.");
    }
}
