using Aggregator.Archive;
using Aggregator.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Extraction;

/// <summary>What the codes of parties stand for.</summary>
internal static class PartyEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapRead("/parties", ReadAsync).Produces<PartyList>().WithTags("Reports")
            .Described("Read what the codes of parties stand for", "Countries, international bodies and armed groups of the lexicon, by code.");

    private static async Task<IResult> ReadAsync(IGrainFactory grains) =>
        Reply.Json(new PartyList((await grains.GetGrain<IArchiveGrain>(0).ReadPartiesAsync()).Value));
}
