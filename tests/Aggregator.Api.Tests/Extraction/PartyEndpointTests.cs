using System.Net;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Extraction;

public sealed class PartyEndpointTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Get_Parties_NamesCountriesBodiesAndGroups()
    {
        var parties = (await server.ReadAsync("/v1/parties")).GetProperty("parties").EnumerateArray()
            .ToDictionary(party => party.GetProperty("code").GetString()!, party => party.GetProperty("name").GetString());
        Assert.Equal("Kenya", parties["KEN"]);
        Assert.Equal("United Nations", parties["IGO:UN"]);
        Assert.Contains(parties.Keys, code => code.StartsWith("NSA:", StringComparison.Ordinal));
        Assert.Equal(parties.Keys.Order(StringComparer.Ordinal), parties.Keys);
    }

    [Fact]
    public async Task Get_PartiesHeldAlready_Is304()
    {
        using var first = await server.GetAsync("/v1/parties");
        using var again = await server.GetAsync("/v1/parties", ifNoneMatch: first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }
}
