using Aggregator.Archive;
using Aggregator.Extraction;
using Aggregator.Http;
using Aggregator.Resolution;
using Aggregator.Topics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Aggregates;

/// <summary><c>/v1/events/{id}/casualties</c>: the casualty ledger of one event.</summary>
internal static class EventLedgerEndpoint
{
    private const int RowCount = 200;
    private const string Part = "/casualties";

    private static readonly QueryParameter<int> Limit = QueryParameters.Limit(RowCount);
    private static readonly QueryParameter<CasualtyMeasure> Measure = QueryParameters.Name<CasualtyMeasure>("measure", "Only figures of this measure.");

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapRead($"/events/{{id}}{Part}", ReadAsync).WithTags("Aggregates").WithMetadata(EventEndpoints.Id, TopicMoments.AsOf, Measure, Limit).Produces<CasualtyLedger>()
            .Produces(StatusCodes.Status308PermanentRedirect).Refuses(ProblemKind.UnknownEvent, ProblemKind.MomentAhead, ProblemKind.BeforeHistory)
            .Described("Read one event's casualty claims", "Each claimant's figures over time, who stands at each end of the range, and the least that can't count anybody twice.");

    private static async Task<IResult> ReadAsync(EventId id, HttpRequest request, EventMoments moments, IGrainFactory grains)
    {
        if (await moments.FindStandingAsync(id, Part, request) is (null, { } refusal)) return refusal;
        var query = new CasualtyQuery { Measure = Measure.TryRead(request, out var measure) ? measure : null, CountMax = Limit.Read(request, RowCount) };
        return await grains.GetGrain<IArchiveGrain>(0).ReadCasualtiesAsync(id, query, EventMoments.AsOf(request)) is { } ledger ? Reply.Json(ledger) : EventEndpoints.Unknown(id);
    }
}
