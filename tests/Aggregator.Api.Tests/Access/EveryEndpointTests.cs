using Aggregator.Http;
using Aggregator.Serving;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Aggregator.Access;

/// <summary>What holds for every endpoint there is, also for one that is added tomorrow.</summary>
public sealed class EveryEndpointTests(LockedServer locked) : IClassFixture<LockedServer>
{
    private static readonly string[] Open = ["/healthz", "/readyz", "/openapi/{documentName}.json", "/reference"];

    // Subscribers of WebSub can't send a key; the hub asks who may read the feed.
    private const string Hub = "/v1/hub";

    // Nor can hubs; an address that can't be guessed stands for it.
    private const string Push = "/v1/push/{id}/{token}";

    [Fact]
    public void Endpoints_EachOne_SaysWhoMayCallIt()
    {
        var endpoints = locked.Server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        Assert.True(endpoints.Count > 40, $"{endpoints.Count}");
        foreach (var endpoint in endpoints)
        {
            var path = $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}";
            var isOpen = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            Assert.True(isOpen || (endpoint.Metadata.GetMetadata<NeedsScope>() is not null && endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is not null), $"{path} says nothing.");
            if (path.StartsWith("/v1", StringComparison.Ordinal)) Assert.True(!isOpen || path is Hub or Push, $"{path} is open to all.");
            else if (isOpen) Assert.True(Open.Any(open => path.StartsWith(open, StringComparison.Ordinal)) || IsOfThePage(path), $"{path} is open to all.");
        }
    }

    [Fact]
    public void Endpoints_ThatChangeSomething_AreNotForReaders()
    {
        var changes = locked.Server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { } methods && methods.HttpMethods.Any(method => method is "POST" or "PUT" or "DELETE" or "PATCH"));
        Assert.All(changes, endpoint => Assert.DoesNotContain(AccessScope.Read, endpoint.Metadata.GetMetadata<NeedsScope>()!.Any));
    }

    [Fact]
    public async Task Hub_WithoutAKey_KnowsNoFeed()
    {
        (await locked.SendAsync(HttpMethod.Put, "/v1/topics/hubbed", locked.First, """{"title":"t","question":"kind:call"}""")).EnsureSuccessStatusCode();
        var request = new HttpRequestMessage(HttpMethod.Post, Hub)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["hub.mode"] = "subscribe", ["hub.topic"] = new Uri(locked.Server.Address, "/v1/topics/hubbed/feed.atom").ToString(), ["hub.callback"] = "https://reader.example/called",
            }),
        };
        using var answer = await locked.Server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await Refusal.IsAsync(ProblemKind.UnknownTopic, answer);
    }

    [Fact]
    public async Task Operations_WithoutAKey_AreRefused()
    {
        foreach (var (method, path, _) in await OperationsAsync())
        {
            using var answer = await locked.SendAsync(method, path, token: null);
            await Refusal.IsAsync(ProblemKind.Unauthorized, answer);
            Assert.Equal("Bearer", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
        }
    }

    [Fact]
    public async Task Operations_WithAnotherScope_AreRefused()
    {
        var (reader, writer) = (await locked.MakeTokenAsync("reader", "read"), await locked.MakeTokenAsync("writer", "ingest"));
        var refusals = 0;
        foreach (var (method, path, scopes) in await OperationsAsync())
        {
            foreach (var (token, scope) in new[] { (reader, "read"), (writer, "ingest") }.Where(key => !scopes.Contains(key.Item2)))
            {
                using var answer = await locked.SendAsync(method, path, token);
                var problem = await Refusal.IsAsync(ProblemKind.Forbidden, answer);
                Assert.Contains($"has {scope}", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
                refusals++;
            }
        }
        Assert.True(refusals > 30, $"{refusals}");
    }

    [Fact]
    public async Task Operations_TooManyRequests_AreRefusedWithAPause()
    {
        var token = await locked.MakeTokenAsync("hurried", "manage", ""","requestsPerMinute":1""");
        (await locked.GetAsync("/v1/inbox", token)).Dispose();
        foreach (var (method, path, _) in await OperationsAsync())
        {
            using var answer = await locked.SendAsync(method, path, token);
            await Refusal.IsAsync(ProblemKind.RateLimited, answer);
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        }
    }

    /// <summary>Every operation that the OpenAPI document tells of and that is not open, with the scopes it names.</summary>
    private async Task<List<(HttpMethod Method, string Path, string[] Scopes)>> OperationsAsync()
    {
        var document = await locked.Server.ReadAsync("/openapi/v1.json");
        var operations = new List<(HttpMethod, string, string[])>();
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(path => path.Name.StartsWith("/v1", StringComparison.Ordinal) && path.Name is not (Hub or Push)))
            foreach (var operation in path.Value.EnumerateObject())
            {
                Assert.Contains(operation.Value.GetProperty("security").EnumerateArray(), way => way.TryGetProperty("key", out _));
                var scopes = operation.Value.GetProperty("x-any-scope").EnumerateArray().Select(scope => scope.GetString()!).ToArray();
                operations.Add((new HttpMethod(operation.Name.ToUpperInvariant()), path.Name.Replace("{id}", "0123456789ab", StringComparison.Ordinal), scopes));
            }
        Assert.True(operations.Count >= 30, $"{operations.Count}");
        return operations;
    }

    private static bool IsOfThePage(string path) => path == "/" || Path.GetExtension(path) is ".js" or ".css" or ".html" or ".svg" or ".md" or ".LICENSE" or ".NOTICE";
}
