using System.Globalization;
using Aggregator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Aggregator.Intake;

/// <summary><c>/v1/push/{source}/{token}</c>: what the hubs of feeds call (WebSub). Hubs have no key; the token is what only the hub was told.</summary>
internal sealed class PushEndpoint(IGrainFactory grains, IOptions<ApiOptions> options)
{
    private const int ChallengeLengthMax = 2_000;
    private const string SignatureHeader = "X-Hub-Signature";

    // Hubs accept anything, or the like of feeds.
    private static readonly Offer Answers = new("text/plain", "application/json", "text/html", "application/xml", "application/atom+xml", "application/rss+xml", "application/feed+json");

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var push = routes.MapGroup("/push/{id}").WithTags("Sources").WithMetadata(PathId.Of<SourceId>("source", PathId.Slug), new AnyQuery(), Answers);
        push.MapGet("/{token}", (SourceId id, string token, HttpRequest request, PushEndpoint endpoint) => endpoint.AnswerAsync(id, token, request)).AllowAnonymous()
            .Produces<string>(StatusCodes.Status200OK, "text/plain").Refuses(ProblemKind.UnknownPush)
            .Described("Answer a hub", "For the hub of a source's feed (WebSub): it asks whether a subscription was wanted and is answered with its challenge, or tells that it is denied. "
                + "What was not asked for is answered with 404.");
        push.MapPost("/{token}", (SourceId id, string token, HttpRequest request, PushEndpoint endpoint) => endpoint.TakeAsync(id, token, request)).AllowAnonymous()
            .Accepts<string>(isOptional: true, "*/*").Produces(StatusCodes.Status202Accepted).Refuses(ProblemKind.EndedPush, ProblemKind.TooLarge, ProblemKind.Busy)
            .Described("Take in what a hub pushes", "For the hub of a source's feed (WebSub). Answered once what is new is kept. What is not signed as agreed is answered alike and ignored; "
                + "under an address that nothing is subscribed to any more, with 410.");
    }

    private async Task<IResult> AnswerAsync(SourceId id, string token, HttpRequest request)
    {
        string Field(string name) => request.Query.TryGetValue(name, out var values) && values is [{ } value] ? value : "";
        var (mode, challenge) = (Field("hub.mode"), Field("hub.challenge"));
        long? lease = long.TryParse(Field("hub.lease_seconds"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
        var question = new HubQuestion(token, mode, Field("hub.topic"), lease, Field("hub.reason") is { Length: > 0 } reason ? reason : null);
        var isDenial = mode == "denied";
        if (!isDenial && challenge.Length is 0 or > ChallengeLengthMax) return Unknown();
        if (!await FreshActivation.AskAsync(() => Source(id).AnswerHubAsync(question))) return Unknown();
        return isDenial ? Results.Ok() : Results.Text(challenge, "text/plain");
    }

    private async Task<IResult> TakeAsync(SourceId id, string token, HttpRequest request)
    {
        // Strangers send no bodies here.
        if (!await Source(id).TakesPushesAsync(token)) return Ended();
        if (await RequestBody.ReadAsync(request, options.Value.PushBytesMax) is not { } body) return RequestBody.TooLarge(options.Value.PushBytesMax);
        var content = new PushedContent(token, body.AsImmutable(), request.ContentType, request.Headers[SignatureHeader]);
        var reply = await FreshActivation.AskAsync(() => Source(id).PushAsync(content));
        return reply.Outcome switch
        {
            PushOutcome.Unknown => Ended(),
            PushOutcome.Full => new Problem(ProblemKind.Busy, "Push it again later.") { RetryAfter = reply.RetryAfter },
            _ => Results.Accepted(),
        };
    }

    private ISourceGrain Source(SourceId id) => grains.GetGrain<ISourceGrain>(id.Value);

    private static Problem Unknown() => new(ProblemKind.UnknownPush, "Nothing of the kind was asked for.");

    private static Problem Ended() => new(ProblemKind.EndedPush, "Nothing is subscribed to under this address.");
}
