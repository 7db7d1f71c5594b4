using System.Text.Json;
using Aggregator.Http;
using Xunit;

namespace Aggregator.Serving;

/// <summary>What a refusal has to be.</summary>
internal static class Refusal
{
    /// <summary>Problem details of the kind, with its status twice; returns the document.</summary>
    internal static async Task<JsonElement> IsAsync(ProblemKind kind, HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode == kind.Status, $"{(int)answer.StatusCode} {body}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(body).RootElement;
        Assert.Equal(kind.Type, problem.GetProperty("type").GetString());
        Assert.Equal(kind.Status, problem.GetProperty("status").GetInt32());
        Assert.NotEqual("", problem.GetProperty("detail").GetString());
        return problem;
    }
}
