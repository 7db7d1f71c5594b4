using Aggregator.Archive;
using Aggregator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Resolution;

/// <summary><c>/v1/events/{id}/merge</c>, <c>/split</c>, <c>/retract</c>: what a person decides of an event.</summary>
internal static class RulingEndpoints
{
    private const int BodyBytesMax = 262_144;

    internal static void Map(IEndpointRouteBuilder newsEvent)
    {
        Map<MergeBody>(newsEvent, "/merge", "Merge an event into another",
            "All its reports go to the event named in into, which must be of the same family of kinds; its id leads there for good.");
        Map<SplitBody>(newsEvent, "/split", "Split an event",
            "The reports named, or all of the articles named, become an event of their own, and later reports of those articles follow them.");
        Map<RetractBody>(newsEvent, "/retract", "Retract an event",
            "It is no happening: it leaves every topic, and reports that tell it again do not bring it back.");
    }

    private static void Map<T>(IEndpointRouteBuilder newsEvent, string path, string summary, string description) where T : RulingBody =>
        newsEvent.MapPost(path, (EventId id, HttpRequest request, IGrainFactory grains) => RuleAsync<T>(id, request, grains))
            .Accepts<T>("application/json").Produces<RulingView>()
            .Refuses(ProblemKind.UnknownEvent, ProblemKind.InvalidRuling, ProblemKind.RefusedRuling, ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType)
            .Described(summary, $"{description} Say why (reason) and who (by): both stand in the event's history, and the change reaches every follower. Saying it twice changes nothing.");

    private static async Task<IResult> RuleAsync<T>(EventId id, HttpRequest request, IGrainFactory grains) where T : RulingBody
    {
        var (body, refusal) = await RequestBody.ReadJsonAsync<T>(request, BodyBytesMax);
        if (body is null) return refusal!;
        if (body.Fault() is { } fault) return new Problem(ProblemKind.InvalidRuling, fault);
        if (await grains.GetGrain<IArchiveGrain>(0).ReadEventAsync(id) is not { } standing) return Unknown(id);
        var asked = body.ToRequest(id);
        var reply = await grains.GetGrain<IResolverGrain>(standing.Block.Value).RuleAsync(asked);
        return reply.Refusal switch
        {
            null => Reply.Json(new RulingView(reply.Event!, reply.Other, reply.Duplicate)),
            RulingRefusal.UnknownEvent => Unknown(asked.Into ?? id),
            { } why => new Problem(ProblemKind.RefusedRuling, Explain(why)).With("reason", Wire.WireName.From(why)),
        };
    }

    private static string Explain(RulingRefusal why) => why switch
    {
        RulingRefusal.NotStanding => "An event that was merged or retracted can't be decided on; decide on the one it leads to.",
        RulingRefusal.OtherFamily => "The two events are of kinds that are never one happening.",
        RulingRefusal.Itself => "An event can't be merged into itself.",
        RulingRefusal.UnknownReport => "A report or article named is not among the event's standing ones.",
        _ => "A split must move at least one report and leave at least one.",
    };

    private static Problem Unknown(EventId id) => new(ProblemKind.UnknownEvent, $"No event has the id '{id}'.");
}
