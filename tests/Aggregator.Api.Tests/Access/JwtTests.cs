using System.Net;
using Aggregator.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Aggregator.Access;

/// <summary>Tokens of an identity provider.</summary>
public sealed class JwtTests(LockedServer locked) : IClassFixture<LockedServer>
{
    private static readonly DateTime Now = DateTime.UtcNow;

    [Theory]
    [InlineData("read", "/v1/topics", HttpStatusCode.OK)]
    [InlineData("openid read ingest", "/v1/topics", HttpStatusCode.OK)]
    [InlineData("manage", "/v1/keys", HttpStatusCode.OK)]
    [InlineData("read", "/v1/keys", HttpStatusCode.Forbidden)]
    [InlineData("openid", "/v1/topics", HttpStatusCode.Forbidden)]
    public async Task Read_Token_ByItsScopes(string scope, string path, HttpStatusCode status)
    {
        using var answer = await locked.GetAsync(path, Token(scope));
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Read_TokenThatIsNotRight_IsRefused()
    {
        string[] wrong =
        [
            Token("read", audience: "another"), Token("read", issuer: "https://other.example"), Token("read", secret: new byte[48]), Token("read", expires: Now.AddMinutes(-5)),
            Token("read") + "x", "not.a.token", Unsigned(),
        ];
        foreach (var token in wrong) await locked.IsRefusedAsync(ProblemKind.Unauthorized, "/v1/topics", token);
    }

    [Fact]
    public async Task Manage_ByToken_IsAuditedByItsSubject()
    {
        using var answer = await locked.GetAsync("/v1/keys", Token("manage"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await locked.Log.UntilAsync(AuditTrail.Category, line => line.Contains("jwt ada@example.org", StringComparison.Ordinal));
    }

    internal static string Token(string scope, string audience = LockedServer.Audience, string issuer = LockedServer.Issuer, byte[]? secret = null, DateTime? expires = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Audience = audience, Issuer = issuer, NotBefore = Now.AddHours(-1), Expires = expires ?? Now.AddMinutes(10),
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(secret ?? LockedServer.Secret), SecurityAlgorithms.HmacSha256),
            Claims = new Dictionary<string, object> { ["sub"] = "ada@example.org", ["scope"] = scope },
        });

    private static string Unsigned()
    {
        var parts = Token("manage").Split('.');
        return $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.";
    }
}
