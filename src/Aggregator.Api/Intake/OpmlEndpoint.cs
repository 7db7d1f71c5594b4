using Aggregator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orleans.Concurrency;

namespace Aggregator.Intake;

/// <summary><c>/v1/sources/opml</c>: a list of feeds, as feed readers export it, becomes sources.</summary>
internal static class OpmlEndpoint
{
    private const int BodyBytesMax = 4 * 1024 * 1024;

    private static readonly string[] MediaTypes = ["text/x-opml", "application/xml", "text/xml"];

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/sources/opml", ImportAsync).WithTags("Sources").Accepts<string>(MediaTypes[0], MediaTypes[1..]).Produces<OpmlOutcome>()
            .Refuses(ProblemKind.InvalidOpml, ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType)
            .Described("Take in a list of feeds", "OPML as feed readers export it. Each feed becomes a source; one that was listed before keeps its source as it is.");

    private static async Task<IResult> ImportAsync(HttpRequest request, IGrainFactory grains)
    {
        if (!MediaTypes.Contains(RequestBody.MediaType(request))) return RequestBody.UnsupportedMediaType(MediaTypes);
        if (await RequestBody.ReadAsync(request, BodyBytesMax) is not { } body) return RequestBody.TooLarge(BodyBytesMax);
        var reply = await grains.GetGrain<ISourceListGrain>(0).ImportAsync(body.AsImmutable());
        return reply.Refusal is { } refusal ? new Problem(ProblemKind.InvalidOpml, refusal) : Reply.Json(new OpmlOutcome(reply.Sources, reply.SkippedCount));
    }
}
