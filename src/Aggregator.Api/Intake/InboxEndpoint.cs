using Aggregator.Access;
using Aggregator.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Intake;

/// <summary><c>/v1/inbox</c>: how far the stages are behind.</summary>
internal static class InboxEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapRead("/inbox", async (IGrainFactory grains) => Reply.Json(await grains.GetGrain<IIntakeGateGrain>(0).ReadLagAsync()))
            .WithTags("Articles").Needs(AccessScope.Read, AccessScope.Ingest).Produces<InboxLag>()
            .Described("Read what waits", "How many articles are handed in and not yet through all stages, and since when the longest waiting of them waits.");
}
