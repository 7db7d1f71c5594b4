using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Aggregator.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Aggregator.Access;

/// <summary>Tokens that an identity provider signs with a key of its own, which the server finds by OpenID Connect's metadata or in a file.</summary>
public sealed class JwtPublicKeyTests : IAsyncLifetime
{
    private const string Audience = "aggregator", FileIssuer = "https://login.example";

    private readonly RSA _rsa = RSA.Create(2_048);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aggregator-jwks-");
    private Receiver _provider = null!;

    private RsaSecurityKey Key => new(_rsa) { KeyId = "k1" };

    public async ValueTask InitializeAsync()
    {
        _provider = await Receiver.StartAsync();
        _provider.On("/.well-known/openid-configuration", (context, _) => context.Response.WriteAsync(JsonSerializer.Serialize(new { issuer = _provider.At(""), jwks_uri = _provider.At("/keys") })));
        _provider.On("/keys", (context, _) => context.Response.WriteAsync(KeySet()));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "keys.json"), KeySet());
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        _rsa.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task Read_TokenOfTheProvider_IsLetInAndNoOther(bool byAuthority)
    {
        var issuer = byAuthority ? _provider.At("") : FileIssuer;
        await using var server = new ApiServer(_ => { }, services => services.Configure<AccessOptions>(access =>
        {
            (access.KeysRequired, access.Jwt.Audience) = (true, Audience);
            if (byAuthority) access.Jwt.Authority = issuer;
            else (access.Jwt.KeySetFile, access.Jwt.Issuer) = (Path.Combine(_folder.FullName, "keys.json"), issuer);
        }));
        await server.InitializeAsync();
        using var another = RSA.Create(2_048);
        var publicKey = Encoding.UTF8.GetBytes(_rsa.ExportSubjectPublicKeyInfoPem());
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(server, Token(issuer, new SigningCredentials(Key, SecurityAlgorithms.RsaSha256))));
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(server, Token(issuer, new SigningCredentials(Key, SecurityAlgorithms.RsaSsaPssSha512))));
        // Of another issuer, for another audience, of another key, and with the public key taken for a secret.
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(server, Token("https://other.example", new SigningCredentials(Key, SecurityAlgorithms.RsaSha256))));
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(server, Token(issuer, new SigningCredentials(Key, SecurityAlgorithms.RsaSha256), "another")));
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(server, Token(issuer, new SigningCredentials(new RsaSecurityKey(another) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256))));
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(server, Token(issuer, new SigningCredentials(new SymmetricSecurityKey(publicKey) { KeyId = "k1" }, SecurityAlgorithms.HmacSha256))));
    }

    private string KeySet()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_rsa.ExportParameters(includePrivateParameters: false)) { KeyId = "k1" });
        return JsonSerializer.Serialize(new { keys = new[] { new { kty = key.Kty, use = "sig", kid = key.Kid, n = key.N, e = key.E } } });
    }

    private static string Token(string issuer, SigningCredentials credentials, string audience = Audience) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Audience = audience, Issuer = issuer, Expires = DateTime.UtcNow.AddMinutes(10), SigningCredentials = credentials,
        Claims = new Dictionary<string, object> { ["sub"] = "ada@example.org", ["scope"] = "openid read" },
    });

    private static async Task<HttpStatusCode> ReadAsync(ApiServer server, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/v1/topics");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
