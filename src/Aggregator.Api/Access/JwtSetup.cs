using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Aggregator.Access;

/// <summary>How tokens of an identity provider are checked, and what their scopes are here.</summary>
internal sealed class JwtSetup(IOptions<AccessOptions> access) : IConfigureNamedOptions<JwtBearerOptions>
{
    internal const string Name = "jwt";

    // None that needs no key, and none weaker than today's.
    private static readonly string[] Secret = ["HS256", "HS384", "HS512"], Public = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <inheritdoc/>
    public void Configure(JwtBearerOptions options) => Configure(Name, options);

    /// <inheritdoc/>
    public void Configure(string? name, JwtBearerOptions options)
    {
        var jwt = access.Value.Jwt;
        if (name != Name || !jwt.IsOn) return;
        (options.Authority, options.Audience, options.MapInboundClaims) = (jwt.Authority, jwt.Audience, false);
        options.RequireHttpsMetadata = jwt.Authority is { } authority && !new Uri(authority).IsLoopback;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = jwt.Audience, ValidIssuer = jwt.Issuer, ValidateIssuer = jwt.Issuer is not null || jwt.Authority is not null, IssuerSigningKeys = jwt.ReadKeys(),
            RequireExpirationTime = true, RequireSignedTokens = true, ClockSkew = TimeSpan.FromSeconds(30),
            // A public key must never be taken for a secret.
            ValidAlgorithms = [.. jwt.KeyFile is null ? [] : Secret, .. jwt.KeySetFile is null && jwt.Authority is null ? [] : Public],
        };
        options.Events = new JwtBearerEvents
        {
            OnTokenValidated = context =>
            {
                context.Principal = CallerOf(context.Principal!, context.SecurityToken.ValidTo);
                return Task.CompletedTask;
            },
        };
    }

    private ClaimsPrincipal CallerOf(ClaimsPrincipal token, DateTime until)
    {
        var jwt = access.Value.Jwt;
        var said = token.FindAll(jwt.ScopeClaim).SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
        (string Said, AccessScope Scope)[] known = [(jwt.ReadScope, AccessScope.Read), (jwt.IngestScope, AccessScope.Ingest), (jwt.ManageScope, AccessScope.Manage)];
        return Caller.OfToken(token.FindFirst("sub")?.Value ?? "unnamed", known.Where(pair => said.Contains(pair.Said)).Select(pair => pair.Scope), new DateTimeOffset(until, TimeSpan.Zero));
    }
}
