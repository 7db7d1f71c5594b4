using System.Net;
using System.Text.Json;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Http;

public class MannersTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Get_NoSuchAddress_IsAProblem()
    {
        using var answer = await server.GetAsync("/v1/nothing");
        await Refusal.IsAsync(ProblemKind.NotFound, answer);
    }

    [Fact]
    public async Task Post_WhereOnlyReadsAreServed_IsAProblemThatSaysWhatIs()
    {
        using var answer = await server.PostAsync("/v1/inbox", "{}");
        await Refusal.IsAsync(ProblemKind.MethodNotAllowed, answer);
        Assert.Contains("GET", answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/v1/topics")]
    [InlineData("/v1/sources")]
    [InlineData("/")]
    [InlineData("/app.js")]
    public async Task Head_WhereGetIsServed_HasItsHeadersAndNoBody(string path)
    {
        using var get = await server.GetAsync(path);
        using var head = await server.SendAsync(HttpMethod.Head, path);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (get.StatusCode, head.StatusCode));
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Get_Page_ComesWithWhatKeepsABrowserSafe()
    {
        using var answer = await server.GetAsync("/");
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.NotNull(answer.Headers.ETag);
    }

    [Fact]
    public async Task Get_PageFile_IsSentOnceAndCompressedForWhoCanReadThat()
    {
        using var plain = await server.GetAsync("/style.css");
        using var held = await server.GetAsync("/style.css", ifNoneMatch: plain.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, held.StatusCode);
        var request = new HttpRequestMessage(HttpMethod.Get, "/style.css");
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var packed = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(["br"], packed.Content.Headers.ContentEncoding);
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
        Assert.True(packed.Content.Headers.ContentLength < plain.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Get_OpenApi_DescribesEveryEndpoint()
    {
        var document = await server.ReadAsync("/openapi/v1.json");
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.Object)).ToList();
        Assert.True(operations.Count >= 20, $"{operations.Count}");
        Assert.All(operations, operation => Assert.NotEqual("", operation.Value.GetProperty("summary").GetString()));
        Assert.DoesNotContain(operations, operation => operation.Name == "head");
        var limit = document.GetProperty("paths").GetProperty("/v1/topics/{id}/feed").GetProperty("get").GetProperty("parameters").EnumerateArray()
            .Single(parameter => parameter.GetProperty("name").GetString() == "limit");
        Assert.Equal("integer", limit.GetProperty("schema").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Get_Reference_IsServedFromHereAlone()
    {
        using var answer = await server.GetAsync("/reference/");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("https://", page);
    }

    [Fact]
    public void Kinds_EachOne_IsDocumented()
    {
        var documentation = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "api.md"));
        Assert.All(ProblemKind.All, kind => Assert.Contains($"| `{kind.Name}` | {kind.Status} |", documentation));
        Assert.Equal(ProblemKind.All.Count, ProblemKind.All.Select(kind => kind.Name).Distinct().Count());
    }
}
