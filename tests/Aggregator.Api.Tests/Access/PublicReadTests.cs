using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Aggregator.Http;
using Aggregator.Serving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Aggregator.Access;

/// <summary>A server whose topics everybody may read, behind a proxy that it trusts, with an identity provider's public keys.</summary>
public sealed class PublicReadTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aggregator-jwks-");
    private readonly RSA _signer = RSA.Create(2_048);
    private readonly ApiServer _server;

    public PublicReadTests()
    {
        var file = Path.Combine(_folder.FullName, "keys.json");
        var key = _signer.ExportParameters(includePrivateParameters: false);
        File.WriteAllText(file, JsonSerializer.Serialize(new
        {
            keys = new[] { new { kty = "RSA", use = "sig", kid = "one", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } },
        }));
        _server = new ApiServer(_ => { }, services => services.Configure<AccessOptions>(access =>
        {
            (access.KeysRequired, access.PublicRead, access.AddressRequestsPerMinute) = (true, true, 3);
            (access.Jwt.KeySetFile, access.Jwt.Audience, access.Jwt.ManageScope) = (file, "aggregator", "news:admin");
            access.TrustedProxies.Add("127.0.0.1");
        }));
    }

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _signer.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Anybody_ReadsWhatIsNotPrivateAndNothingElse()
    {
        await PutAsync("shown", isPrivate: false);
        await PutAsync("kept", isPrivate: true);
        using var list = await SendAsync(HttpMethod.Get, "/v1/topics", address: "192.0.2.1");
        var topics = await LockedServer.ReadAsync(list);
        Assert.Equal("shown", Assert.Single(topics.GetProperty("topics").EnumerateArray()).GetProperty("id").GetString());
        using var hidden = await SendAsync(HttpMethod.Get, "/v1/topics/kept", address: "192.0.2.1");
        await Refusal.IsAsync(ProblemKind.UnknownTopic, hidden);
        using var refused = await SendAsync(HttpMethod.Delete, "/v1/topics/shown", address: "192.0.2.1");
        await Refusal.IsAsync(ProblemKind.Unauthorized, refused);
        // Three a minute; another address has its own three, and who has a token is not counted by its address.
        using var limited = await SendAsync(HttpMethod.Get, "/v1/topics", address: "192.0.2.1");
        await Refusal.IsAsync(ProblemKind.RateLimited, limited);
        Assert.InRange(limited.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        using var other = await SendAsync(HttpMethod.Get, "/v1/topics", address: "192.0.2.2");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using var known = await SendAsync(HttpMethod.Get, "/v1/topics/kept", address: "192.0.2.1", token: Token("news:admin"));
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
    }

    [Fact]
    public async Task Token_OfAnotherSignerOrNamedScope_IsRefused()
    {
        using var another = RSA.Create(2_048);
        using var forged = await SendAsync(HttpMethod.Get, "/v1/keys", "192.0.2.3", Token("news:admin", another));
        await Refusal.IsAsync(ProblemKind.Unauthorized, forged);
        using var unnamed = await SendAsync(HttpMethod.Get, "/v1/keys", "192.0.2.3", Token("manage"));
        await Refusal.IsAsync(ProblemKind.Forbidden, unnamed);
    }

    [Fact]
    public async Task Answer_OverHttpsThroughTheProxy_AsksBrowsersToStayWithIt()
    {
        using var secure = await SendAsync(HttpMethod.Get, "/healthz", "192.0.2.4");
        Assert.Contains("max-age", secure.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        using var plain = await _server.GetAsync("/healthz");
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
    }

    private async Task PutAsync(string topic, bool isPrivate)
    {
        using var answer = await SendAsync(HttpMethod.Put, $"/v1/topics/{topic}", "192.0.2.9", Token("news:admin"), $$"""{"title":"t","question":"kind:call","private":{{(isPrivate ? "true" : "false")}}}""");
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string address, string? token = null, string? body = null)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Forwarded-For", address);
        request.Headers.Add("X-Forwarded-Proto", "https");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null) request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return _server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private string Token(string scope, RSA? signer = null) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Audience = "aggregator", Expires = DateTime.UtcNow.AddMinutes(10), Claims = new Dictionary<string, object> { ["sub"] = "ada", ["scope"] = scope },
        SigningCredentials = new SigningCredentials(new RsaSecurityKey(signer ?? _signer) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
    });
}
