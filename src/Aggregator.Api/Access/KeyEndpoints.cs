using System.Security.Cryptography;
using Aggregator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Access;

/// <summary><c>/v1/keys</c>: make, list, rotate and revoke access keys.</summary>
internal static class KeyEndpoints
{
    private const int BodyBytesMax = 16_384;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var keys = routes.MapGroup("/keys").WithTags("Access").Needs(AccessScope.Manage);
        keys.MapRead("", ListAsync).Produces<KeyListView>()
            .Described("List keys", "All of them, also those that ended, with when each was last used. Secrets are shown when they are made, and never again.");
        keys.MapPost("", CreateAsync).Accepts<KeyBody>("application/json").Produces<NewKeyView>(StatusCodes.Status201Created)
            .Refuses(ProblemKind.InvalidKey, ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType, ProblemKind.TooManyKeys)
            .Described("Make a key", "Its token is in this answer and nowhere else: only a hash of its secret is kept.");
        var key = keys.MapGroup("/{id}").WithMetadata(PathId.Of<KeyId>("key", "12 characters of 0-9 a-f"));
        key.MapRead("", ReadAsync).Produces<KeyView>().Refuses(ProblemKind.UnknownKey).Described("Read a key", "What it may, when it was last used, and when it ends.");
        key.MapPost("/rotate", RotateAsync).Accepts<OverlapBody>("application/json").Produces<NewKeyView>()
            .Refuses(ProblemKind.InvalidKey, ProblemKind.UnknownKey, ProblemKind.EndedKey, ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType)
            .Described("Rotate a key", "A new token for the same key. The one it had works on for overlapSeconds, so that its users can change over one by one.");
        key.MapDelete("", RevokeAsync).Produces<KeyView>().Refuses(ProblemKind.UnknownKey)
            .Described("Revoke a key", "It stops working here at once and on every other node within some seconds; its streams end. Again changes nothing.");
    }

    private static async Task<IResult> ListAsync(IGrainFactory grains, TimeProvider clock) =>
        Reply.Json(new KeyListView([.. (await Keys(grains).ReadAsync(-1))!.Keys.Select(key => KeyView.Of(key, clock.GetUtcNow()))]));

    private static async Task<IResult> ReadAsync(KeyId id, IGrainFactory grains, TimeProvider clock) =>
        (await Keys(grains).ReadAsync(-1))!.Keys.FirstOrDefault(key => key.Id == id) is { } key ? Reply.Json(KeyView.Of(key, clock.GetUtcNow())) : Unknown(id);

    private static async Task<IResult> CreateAsync(HttpRequest request, IGrainFactory grains, KeyRing ring, TimeProvider clock)
    {
        var (body, refusal) = await RequestBody.ReadJsonAsync<KeyBody>(request, BodyBytesMax);
        if (body is null) return refusal!;
        if (body.Fault(clock.GetUtcNow()) is { } fault) return new Problem(ProblemKind.InvalidKey, fault);
        var token = NewToken();
        var reply = await Keys(grains).CreateAsync(token.Id, body.ToRequest(), token.Hash);
        if (reply.Refusal is { } why) return Refused(token.Id, why);
        ring.Forget();
        return Once(Reply.Json(NewKeyView.Of(reply.Key!, token.ToString(), clock.GetUtcNow()), StatusCodes.Status201Created, $"/v1/keys/{token.Id}"), request);
    }

    private static async Task<IResult> RotateAsync(KeyId id, HttpRequest request, IGrainFactory grains, KeyRing ring, TimeProvider clock)
    {
        var (body, refusal) = await RequestBody.ReadJsonAsync<OverlapBody>(request, BodyBytesMax);
        if (body is null) return refusal!;
        if (body.Fault() is { } fault) return new Problem(ProblemKind.InvalidKey, fault);
        var token = NewToken() with { Id = id };
        var reply = await Keys(grains).RotateAsync(id, token.Hash, body.Overlap);
        if (reply.Refusal is { } why) return Refused(id, why);
        ring.Forget();
        return Once(Reply.Json(NewKeyView.Of(reply.Key!, token.ToString(), clock.GetUtcNow())), request);
    }

    private static async Task<IResult> RevokeAsync(KeyId id, IGrainFactory grains, KeyRing ring, TimeProvider clock)
    {
        var reply = await Keys(grains).RevokeAsync(id);
        if (reply.Refusal is { } why) return Refused(id, why);
        ring.Forget();
        return Reply.Json(KeyView.Of(reply.Key!, clock.GetUtcNow()));
    }

    private static IKeyGrain Keys(IGrainFactory grains) => grains.GetGrain<IKeyGrain>(0);

    private static AccessToken NewToken() => AccessToken.Of(RandomNumberGenerator.GetBytes((KeyId.Length / 2) + AccessToken.SecretBytes));

    /// <summary>An answer with a secret is kept by nobody on the way.</summary>
    private static IResult Once(IResult answer, HttpRequest request)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return answer;
    }

    private static Problem Refused(KeyId id, KeyRefusal why) => why switch
    {
        KeyRefusal.UnknownKey => Unknown(id),
        KeyRefusal.Ended => new Problem(ProblemKind.EndedKey, "It was revoked or has expired. Make another."),
        _ => new Problem(ProblemKind.TooManyKeys, "Revoke some that nobody uses."),
    };

    private static Problem Unknown(KeyId id) => new(ProblemKind.UnknownKey, $"No key has the id '{id}'.");
}
