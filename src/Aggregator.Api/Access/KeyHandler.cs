using System.Text.Encodings.Web;
using Aggregator.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aggregator.Access;

/// <summary>Finds out who makes a request by its key or capability, and answers who may not.</summary>
internal sealed class KeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> schemes, ILoggerFactory loggers, UrlEncoder encoder, KeyRing ring, IGrainFactory grains, IOptions<AccessOptions> access, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemes, loggers, encoder)
{
    internal const string Name = "key";

    private const string Bearer = "Bearer ", KeyHeader = "X-API-Key";
    private const string NotKnown = "The key is not known here: it never was, has expired, or was revoked.";

    /// <summary>What the request sends to be let in by; null when nothing.</summary>
    internal static string? CredentialOf(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.Length > 0) return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : authorization;
        return request.Headers[KeyHeader].ToString() is { Length: > 0 } key ? key.Trim() : null;
    }

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (CredentialOf(Request) is { } credential)
            return await ring.FindAsync(credential, Context.RequestAborted) is { } key ? Success(Caller.Of(key)) : AuthenticateResult.Fail(NotKnown);
        if (Capability.Of(Context) is { } capability && await capability.OpensAsync(Context, grains, clock.GetUtcNow()) is { } secret)
            return Success(Caller.OfCapability(Context.Request.RouteValues["id"]!.ToString()!, secret.EndsAt));
        if (LocalDoor.IsOpen(Context, access.Value)) return Success(Caller.Local);
        return access.Value.PublicRead ? Success(Caller.Anybody) : AuthenticateResult.NoResult();
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // Who sent something and is asked for it nevertheless sent nothing that is accepted.
        var credential = CredentialOf(Request);
        Response.Headers.WWWAuthenticate = credential is null ? "Bearer realm=\"aggregator\"" : "Bearer realm=\"aggregator\", error=\"invalid_token\"";
        var detail = credential is null ? "Send a key: Authorization: Bearer agg_…"
            : credential.StartsWith(AccessToken.Prefix, StringComparison.Ordinal) ? NotKnown : "The token is not one that is accepted here.";
        return new Problem(ProblemKind.Unauthorized, $"{detail} {Needed}").ExecuteAsync(Context);
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        // Anybody may read, but is nobody: a key is what is missing.
        if (Context.User.Identity is not { IsAuthenticated: true }) return HandleChallengeAsync(properties);
        var held = string.Join(", ", Caller.Scopes(Context.User).Select(Wire.WireName.From));
        Response.Headers.WWWAuthenticate = "Bearer realm=\"aggregator\", error=\"insufficient_scope\"";
        return new Problem(ProblemKind.Forbidden, $"This caller has {(held.Length == 0 ? "no scope" : held)}. {Needed}").ExecuteAsync(Context);
    }

    private string Needed => Context.GetEndpoint()?.Metadata.GetMetadata<NeedsScope>() is { } needs ? $"The scope {needs.Text} is needed." : "Nothing is served here without one.";

    private static AuthenticateResult Success(System.Security.Claims.ClaimsPrincipal caller) => AuthenticateResult.Success(new AuthenticationTicket(caller, Name));
}
