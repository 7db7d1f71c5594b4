using System.Globalization;
using System.Security.Cryptography;
using Aggregator.Access;
using Aggregator.Archive;
using Aggregator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Subscriptions;

/// <summary><c>/v1/subscriptions</c>: who is told of topics by requests of ours, and how each fares.</summary>
internal static class SubscriptionEndpoints
{
    private const int BodyBytesMax = 16_384;
    private const int PageCount = 100;
    private const int DeliveryCount = 50;
    private const int IdBytes = 10;

    private static readonly QueryParameter<int> Limit = QueryParameters.Limit(PageCount);
    private static readonly QueryParameter<SubscriptionId> After =
        QueryParameters.Id<SubscriptionId>("after", "Only subscriptions whose id comes after this one.", $"a subscription id: {PathId.Slug}");
    private static readonly QueryParameter<int> DeliveryLimit = QueryParameters.Limit(DeliveryCount);
    private static readonly QueryParameter<long> Before = QueryParameters.Position("before", "Only attempts below this number.");

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var subscriptions = routes.MapGroup("/subscriptions").WithTags("Subscriptions").Needs(AccessScope.Manage);
        subscriptions.MapRead("", ListAsync).WithMetadata(After, Limit).Produces<SubscriptionList>()
            .Described("List subscriptions", "Webhooks and WebSub subscribers by id, a page at a time, each with how it fares.");
        subscriptions.MapPost("", CreateAsync).Accepts<WebhookBody>("application/json").Produces<CreatedWebhook>(StatusCodes.Status201Created)
            .Refuses(ProblemKind.InvalidSubscription, ProblemKind.UnknownTopic, ProblemKind.RefusedCallback, ProblemKind.TooManySubscriptions, ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType)
            .Described("Make a webhook", "Each change of the topics is sent to the address as a CloudEvent, signed as Standard Webhooks say, in order and at least once. The answer "
                + "tells the secret, this once.");
        MapOne(subscriptions.MapGroup("/{id}").WithMetadata(PathId.Of<SubscriptionId>("subscription", PathId.Slug)));
    }

    private static void MapOne(RouteGroupBuilder one)
    {
        one.MapRead("", ReadAsync).Produces<SubscriptionView>().Refuses(ProblemKind.UnknownSubscription)
            .Described("Read a subscription", "Its definition, its positions and how it fares: last attempt, last error, why it is paused.");
        one.MapPatch("", ChangeAsync).Accepts<WebhookPatch>("application/json").Produces<SubscriptionView>()
            .Refuses(ProblemKind.InvalidSubscription, ProblemKind.UnknownSubscription, ProblemKind.RefusedCallback, ProblemKind.NotAWebhook, ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType)
            .Described("Change, pause or resume a webhook", "What is absent stays as it is. A webhook that is resumed goes on where it stopped.");
        one.MapDelete("", DeleteAsync).Produces(StatusCodes.Status204NoContent).Refuses(ProblemKind.UnknownSubscription)
            .Described("Delete a subscription", "With its log; nothing more is sent.");
        one.MapPost("/secret", RotateAsync).Accepts<RotationBody>("application/json").Produces<RotatedSecret>()
            .Refuses(ProblemKind.InvalidSubscription, ProblemKind.UnknownSubscription, ProblemKind.NotAWebhook, ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType)
            .Described("Replace a webhook's secret", "For the overlap every request bears the signatures of both. The answer tells the new secret, this once.");
        one.MapPost("/replay", ReplayAsync).Accepts<ReplayBody>("application/json").Produces<SubscriptionView>()
            .Refuses(ProblemKind.InvalidSubscription, ProblemKind.UnknownSubscription, ProblemKind.UnknownTopic, ProblemKind.NotAWebhook, ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType)
            .Described("Replay a topic to a webhook", "Changes after the position are told again, under the ids they had.");
        one.MapPost("/ping", PingAsync).Produces<DeliveryAttempt>().Refuses(ProblemKind.UnknownSubscription, ProblemKind.NotAWebhook)
            .Described("Test a webhook", "Sends an event of the type aggregator.ping, and answers what came of it.");
        one.MapRead("/deliveries", ReadDeliveriesAsync).WithMetadata(Before, DeliveryLimit).Produces<DeliveryList>().Refuses(ProblemKind.UnknownSubscription)
            .Described("Read a subscription's log", "Its last 200 attempts, the newest first: when, what it told, what came of it and how long it took.");
    }

    private static async Task<IResult> ListAsync(HttpRequest request, IGrainFactory grains)
    {
        var limit = Limit.Read(request, PageCount);
        var page = await grains.GetGrain<IArchiveGrain>(0).ReadSubscriptionsAsync(After.TryRead(request, out var after) ? after : null, limit);
        var next = page.Length == limit ? string.Create(CultureInfo.InvariantCulture, $"/v1/subscriptions?after={page[^1].Definition.Id}&limit={limit}") : null;
        return Reply.Json(new SubscriptionList([.. page.Select(SubscriptionView.Of)], next));
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, IGrainFactory grains)
    {
        var (body, refusal) = await RequestBody.ReadJsonAsync<WebhookBody>(request, BodyBytesMax);
        if (body is null) return refusal!;
        if (body.Fault() is { } fault) return new Problem(ProblemKind.InvalidSubscription, fault);
        var id = SubscriptionId.Parse($"hook-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes))}");
        var reply = await Grain(grains, id).CreateAsync(new WebhookRequest { Definition = body.ToDefinition(id), After = body.After, Secret = body.Secret });
        if (reply is not { Status: { } status, Secret: { } secret }) return SubscriptionProblem.Of(reply, id);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Reply.Json(new CreatedWebhook(SubscriptionView.Of(status), secret), StatusCodes.Status201Created, $"/v1/subscriptions/{id}");
    }

    private static async Task<IResult> ReadAsync(SubscriptionId id, IGrainFactory grains) =>
        await Grain(grains, id).ReadStatusAsync() is { } status ? Reply.Json(SubscriptionView.Of(status)) : SubscriptionProblem.Unknown(id);

    private static async Task<IResult> ChangeAsync(SubscriptionId id, HttpRequest request, IGrainFactory grains)
    {
        var (body, refusal) = await RequestBody.ReadJsonAsync<WebhookPatch>(request, BodyBytesMax);
        if (body is null) return refusal!;
        if (body.Fault() is { } fault) return new Problem(ProblemKind.InvalidSubscription, fault);
        return Show(id, await FreshActivation.AskAsync(() => Grain(grains, id).ChangeAsync(body.ToChange())));
    }

    private static async Task<IResult> DeleteAsync(SubscriptionId id, IGrainFactory grains) =>
        await FreshActivation.AskAsync(() => Grain(grains, id).DeleteAsync()) ? Results.NoContent() : SubscriptionProblem.Unknown(id);

    private static async Task<IResult> RotateAsync(SubscriptionId id, HttpRequest request, IGrainFactory grains)
    {
        var (body, refusal) = await RequestBody.ReadJsonAsync<RotationBody>(request, BodyBytesMax);
        if (body is null) return refusal!;
        if (body.Fault() is { } fault) return new Problem(ProblemKind.InvalidSubscription, fault);
        var reply = await FreshActivation.AskAsync(() => Grain(grains, id).RotateAsync(body.Secret, body.Overlap));
        if (reply is not { Secret: { } secret, OverlapUntil: { } until }) return SubscriptionProblem.Of(reply, id);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Reply.Json(new RotatedSecret(secret, until));
    }

    private static async Task<IResult> ReplayAsync(SubscriptionId id, HttpRequest request, IGrainFactory grains)
    {
        var (body, refusal) = await RequestBody.ReadJsonAsync<ReplayBody>(request, BodyBytesMax);
        if (body is null) return refusal!;
        if (body.Fault() is { } fault) return new Problem(ProblemKind.InvalidSubscription, fault);
        return Show(id, await FreshActivation.AskAsync(() => Grain(grains, id).ReplayAsync(body.Topic!.Value, body.After!.Value)));
    }

    private static async Task<IResult> PingAsync(SubscriptionId id, IGrainFactory grains)
    {
        var reply = await Grain(grains, id).PingAsync();
        return reply.Attempt is { } attempt ? Reply.Json(attempt) : SubscriptionProblem.Of(reply, id);
    }

    private static async Task<IResult> ReadDeliveriesAsync(SubscriptionId id, HttpRequest request, IGrainFactory grains)
    {
        var limit = DeliveryLimit.Read(request, DeliveryCount);
        if (await Grain(grains, id).ReadAttemptsAsync(Before.Read(request, long.MaxValue), limit) is not { } attempts) return SubscriptionProblem.Unknown(id);
        var next = attempts.Length == limit ? string.Create(CultureInfo.InvariantCulture, $"/v1/subscriptions/{id}/deliveries?before={attempts[^1].Number}&limit={limit}") : null;
        return Reply.Json(new DeliveryList(attempts, next));
    }

    private static ISubscriptionGrain Grain(IGrainFactory grains, SubscriptionId id) => grains.GetGrain<ISubscriptionGrain>(id.Value);

    private static IResult Show(SubscriptionId id, SubscriptionReply reply) =>
        reply.Status is { } status ? Reply.Json(SubscriptionView.Of(status)) : SubscriptionProblem.Of(reply, id);
}
