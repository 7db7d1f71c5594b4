using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Aggregator.Http;
using Aggregator.Intake;
using Aggregator.Serving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Aggregator.Access;

/// <summary>A server that lets nobody in without a key, with a first key of a file, an identity provider's secret, a foreign page's origin, and its log heard.</summary>
public sealed class LockedServer : IAsyncLifetime
{
    internal const string Issuer = "https://login.example", Audience = "aggregator", Origin = "https://app.example";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aggregator-keys-");
    private readonly AccessToken _first = AccessToken.Of(RandomNumberGenerator.GetBytes(38));

    public LockedServer()
    {
        var keyFile = Path.Combine(_folder.FullName, "first-key");
        var secretFile = Path.Combine(_folder.FullName, "jwt-secret");
        File.WriteAllText(keyFile, $"{_first}\n");
        File.WriteAllBytes(secretFile, Secret);
        Server = new ApiServer(_ => { }, services =>
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
            services.Configure<SourceOptions>(sources => sources.AllowedNetworks = ["127.0.0.0/8"]);
            services.Configure<AccessOptions>(access =>
            {
                (access.KeysRequired, access.BootstrapKeyFile, access.RefreshSeconds, access.AddressRequestsPerMinute) = (true, keyFile, 1, 1_000_000);
                (access.Jwt.KeyFile, access.Jwt.Issuer, access.Jwt.Audience) = (secretFile, Issuer, Audience);
                access.CorsOrigins.Add(Origin);
            });
        });
    }

    internal static byte[] Secret { get; } = RandomNumberGenerator.GetBytes(48);

    internal LogCapture Log { get; } = new();

    internal ApiServer Server { get; }

    /// <summary>The token of the key that may everything.</summary>
    internal string First => _first.ToString();

    public async ValueTask InitializeAsync() => await Server.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Sends a request as a caller with a key, or without one.</summary>
    internal Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token, string? body = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return Server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    internal Task<HttpResponseMessage> GetAsync(string path, string? token) => SendAsync(HttpMethod.Get, path, token);

    /// <summary>Makes a key; returns what the server told of it.</summary>
    internal async Task<JsonElement> MakeKeyAsync(string name, string scopes, string more = "")
    {
        using var answer = await SendAsync(HttpMethod.Post, "/v1/keys", First, $$"""{"name":"{{name}}","scopes":[{{string.Join(',', scopes.Split(' ').Select(scope => $"\"{scope}\""))}}]{{more}}}""");
        return await ReadAsync(answer, HttpStatusCode.Created);
    }

    internal async Task<string> MakeTokenAsync(string name, string scopes, string more = "") => (await MakeKeyAsync(name, scopes, more)).GetProperty("token").GetString()!;

    internal static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    internal async Task IsRefusedAsync(ProblemKind kind, string path, string? token)
    {
        using var answer = await GetAsync(path, token);
        await Refusal.IsAsync(kind, answer);
    }
}
