using System.Net;
using Aggregator.Http;
using Aggregator.Serving;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Aggregator.Access;

public sealed class KeyEndpointsTests(LockedServer locked) : IClassFixture<LockedServer>
{
    [Fact]
    public async Task Create_Reader_ReadsAndNothingElse()
    {
        using var answer = await locked.SendAsync(HttpMethod.Post, "/v1/keys", locked.First, """{"name":"Ada's laptop","scopes":["read"]}""");
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var key = await LockedServer.ReadAsync(answer, HttpStatusCode.Created);
        var token = key.GetProperty("token").GetString()!;
        Assert.Equal($"/v1/keys/{key.GetProperty("id").GetString()}", answer.Headers.Location!.ToString());
        using var read = await locked.GetAsync("/v1/topics", token);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        await locked.IsRefusedAsync(ProblemKind.Forbidden, "/v1/keys", token);
        var request = new HttpRequestMessage(HttpMethod.Get, "/v1/topics");
        request.Headers.Add("X-API-Key", token);
        using var other = await locked.Server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task List_AfterUse_TellsWhenAndNoSecret()
    {
        var key = await locked.MakeKeyAsync("used", "read");
        using (await locked.GetAsync("/v1/topics", key.GetProperty("token").GetString())) { }
        await locked.Server.Services.GetRequiredService<KeyRing>().NoteAsync();
        using var answer = await locked.GetAsync("/v1/keys", locked.First);
        var body = (await LockedServer.ReadAsync(answer)).ToString();
        var listed = System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("keys").EnumerateArray().Single(one => one.GetProperty("id").GetString() == key.GetProperty("id").GetString());
        Assert.NotNull(listed.GetProperty("lastUsedAt").GetString());
        Assert.True(AccessToken.TryParse(key.GetProperty("token").GetString(), out var token));
        Assert.DoesNotContain(token.Secret, body, StringComparison.Ordinal);
        Assert.DoesNotContain(token.Hash, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rotate_WithOverlap_BothTokensWorkUntilRotatedWithout()
    {
        var key = await locked.MakeKeyAsync("rotated", "read");
        var path = $"/v1/keys/{key.GetProperty("id").GetString()}/rotate";
        var first = key.GetProperty("token").GetString()!;
        using var rotated = await locked.SendAsync(HttpMethod.Post, path, locked.First, """{"overlapSeconds":3600}""");
        var second = (await LockedServer.ReadAsync(rotated)).GetProperty("token").GetString()!;
        foreach (var token in (string[])[first, second])
        {
            using var answer = await locked.GetAsync("/v1/topics", token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        using var again = await locked.SendAsync(HttpMethod.Post, path, locked.First, """{"overlapSeconds":0}""");
        var third = (await LockedServer.ReadAsync(again)).GetProperty("token").GetString()!;
        await locked.IsRefusedAsync(ProblemKind.Unauthorized, "/v1/topics", first);
        await locked.IsRefusedAsync(ProblemKind.Unauthorized, "/v1/topics", second);
        using var last = await locked.GetAsync("/v1/topics", third);
        Assert.Equal(HttpStatusCode.OK, last.StatusCode);
    }

    [Fact]
    public async Task Revoke_Key_StopsItAndItsStreams()
    {
        await (await locked.SendAsync(HttpMethod.Put, "/v1/topics/revoked", locked.First, """{"title":"t","question":"kind:call"}""")).EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var key = await locked.MakeKeyAsync("revoked", "read");
        var (id, token) = (key.GetProperty("id").GetString(), key.GetProperty("token").GetString());
        using var stream = await locked.GetAsync("/v1/topics/revoked/stream", token);
        Assert.Equal(HttpStatusCode.OK, stream.StatusCode);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("retry", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        for (var time = 0; time < 2; time++)
        {
            using var revoked = await locked.SendAsync(HttpMethod.Delete, $"/v1/keys/{id}", locked.First);
            Assert.NotNull((await LockedServer.ReadAsync(revoked)).GetProperty("revokedAt").GetString());
        }
        await locked.IsRefusedAsync(ProblemKind.Unauthorized, "/v1/topics", token);
        await Assert.ThrowsAnyAsync<IOException>(() => reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        using var rotated = await locked.SendAsync(HttpMethod.Post, $"/v1/keys/{id}/rotate", locked.First, "{}");
        await Refusal.IsAsync(ProblemKind.EndedKey, rotated);
    }

    [Theory]
    [InlineData("""{"scopes":["read"]}""", "invalid-key")]
    [InlineData("""{"name":"x"}""", "invalid-key")]
    [InlineData("""{"name":"x","scopes":[]}""", "invalid-key")]
    [InlineData("""{"name":"x\u000ay","scopes":["read"]}""", "invalid-key")]
    [InlineData("""{"name":"x","scopes":["read"],"expiresAt":"2020-01-01T00:00:00Z"}""", "invalid-key")]
    [InlineData("""{"name":"x","scopes":["read"],"requestsPerMinute":0}""", "invalid-key")]
    [InlineData("""{"name":"x","scopes":["root"]}""", "invalid-body")]
    [InlineData("[]", "invalid-body")]
    public async Task Create_BadBody_IsRefused(string body, string kind)
    {
        using var answer = await locked.SendAsync(HttpMethod.Post, "/v1/keys", locked.First, body);
        await Refusal.IsAsync(ProblemKind.All.Single(one => one.Name == kind), answer);
    }

    [Fact]
    public async Task Key_Unknown_IsToldSo()
    {
        await locked.IsRefusedAsync(ProblemKind.UnknownKey, "/v1/keys/0123456789ab", locked.First);
        await locked.IsRefusedAsync(ProblemKind.InvalidId, "/v1/keys/ada", locked.First);
        using var answer = await locked.SendAsync(HttpMethod.Delete, "/v1/keys/0123456789ab", locked.First);
        await Refusal.IsAsync(ProblemKind.UnknownKey, answer);
    }

    [Fact]
    public async Task Send_WhatIsNoKey_IsRefusedAlsoWhereNoneIsNeeded()
    {
        var made = AccessToken.Of(new byte[38]).ToString();
        foreach (var token in (string[])["agg_", "agg_x", made, $"{made}0"]) await locked.IsRefusedAsync(ProblemKind.Unauthorized, "/v1/topics", token);
        using var refused = await locked.GetAsync("/v1/topics", made);
        Assert.Contains("invalid_token", refused.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Contains("not known", (await Refusal.IsAsync(ProblemKind.Unauthorized, refused)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        using var probe = await locked.GetAsync("/healthz", made);
        Assert.Equal(HttpStatusCode.OK, probe.StatusCode);
    }

    [Fact]
    public async Task Create_Expiring_EndsItsStreamsToo()
    {
        await (await locked.SendAsync(HttpMethod.Put, "/v1/topics/expiring", locked.First, """{"title":"t","question":"kind:call"}""")).EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var token = await locked.MakeTokenAsync("brief", "read", $$""","expiresAt":"{{DateTimeOffset.UtcNow.AddSeconds(3):O}}" """);
        using var stream = await locked.GetAsync("/v1/topics/expiring/stream", token);
        Assert.Equal(HttpStatusCode.OK, stream.StatusCode);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAnyAsync<IOException>(() => reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        await locked.IsRefusedAsync(ProblemKind.Unauthorized, "/v1/topics", token);
    }
}
