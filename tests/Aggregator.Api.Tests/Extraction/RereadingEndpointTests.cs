using System.Net;
using Aggregator.Http;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Extraction;

public class RereadingEndpointTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Put_Paused_IsReadBackUntilSaidOtherwise()
    {
        foreach (var paused in (bool[])[true, false])
        {
            using var answer = await server.SendAsync(HttpMethod.Put, "/v1/rereading", paused ? """{"paused":true}""" : """{"paused":false}""");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(paused, (await server.ReadAsync("/v1/rereading")).GetProperty("paused").GetBoolean());
        }
        Assert.NotEmpty((await server.ReadAsync("/v1/rereading")).GetProperty("version").GetString()!);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"paused":"yes"}""")]
    public async Task Put_NoFlag_IsRefused(string body)
    {
        using var answer = await server.SendAsync(HttpMethod.Put, "/v1/rereading", body);
        await Refusal.IsAsync(ProblemKind.InvalidBody, answer);
    }
}
