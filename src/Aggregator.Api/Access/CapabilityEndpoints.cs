using System.Security.Cryptography;
using Aggregator.Http;
using Aggregator.Topics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Aggregator.Access;

/// <summary><c>/v1/topics/{id}/capability</c>: an unguessable address by which one topic is read without a key.</summary>
internal static class CapabilityEndpoints
{
    private const int BodyBytesMax = 4_096;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var capability = routes.MapGroup("/topics/{id}/capability").WithTags("Access").WithMetadata(TopicEndpoints.Id).Needs(AccessScope.Manage);
        capability.MapPost("", MakeAsync).Accepts<OverlapBody>("application/json").Produces<CapabilityView>()
            .Refuses(ProblemKind.InvalidKey, ProblemKind.UnknownTopic, ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType)
            .Described("Make a topic's capability", "A secret for feed readers, which can't send a key: with token= it opens the reads of this topic and nothing else. It is in this answer "
                + "and nowhere else. One that was there works on for overlapSeconds.");
        capability.MapDelete("", TakeAsync).Produces(StatusCodes.Status204NoContent).Refuses(ProblemKind.UnknownTopic)
            .Described("Take a topic's capability away", "Every address with one stops working at once, and its streams end.");
    }

    private static async Task<IResult> MakeAsync(TopicId id, HttpRequest request, IGrainFactory grains, IOptions<ApiOptions> options)
    {
        var (body, refusal) = await RequestBody.ReadJsonAsync<OverlapBody>(request, BodyBytesMax);
        if (body is null) return refusal!;
        if (body.Fault() is { } fault) return new Problem(ProblemKind.InvalidKey, fault);
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(AccessToken.SecretBytes));
        if (!await FreshActivation.AskAsync(() => grains.GetGrain<ITopicGrain>(id.Value).PutCapabilityAsync(AccessToken.HashOf(secret), body.Overlap))) return Reply.UnknownTopic(id.Value);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Reply.Json(new CapabilityView(secret, $"{PublicAddress.Of(request, options.Value)}/v1/topics/{id}/feed.atom?{Capability.Parameter}={secret}"));
    }

    private static async Task<IResult> TakeAsync(TopicId id, IGrainFactory grains) =>
        await FreshActivation.AskAsync(() => grains.GetGrain<ITopicGrain>(id.Value).PutCapabilityAsync(null, TimeSpan.Zero)) ? Results.NoContent() : Reply.UnknownTopic(id.Value);
}

/// <summary>A topic's capability, which is shown this once.</summary>
/// <param name="Token">The value of <c>token=</c>.</param>
/// <param name="Feed">The address to give to a feed reader.</param>
internal sealed record CapabilityView(string Token, string Feed);
