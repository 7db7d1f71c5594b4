using System.Net;
using Aggregator.Http;
using Aggregator.Serving;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Aggregator.Access;

/// <summary>What is logged, and what never is.</summary>
public sealed class LogTests(LockedServer locked) : IClassFixture<LockedServer>
{
    [Fact]
    public async Task Log_EveryLevel_HasNoSecret()
    {
        var key = await locked.MakeKeyAsync("quiet", "read");
        var token = key.GetProperty("token").GetString()!;
        using var rotated = await locked.SendAsync(HttpMethod.Post, $"/v1/keys/{key.GetProperty("id").GetString()}/rotate", locked.First, "{}");
        var second = (await LockedServer.ReadAsync(rotated)).GetProperty("token").GetString()!;
        (await locked.SendAsync(HttpMethod.Put, "/v1/topics/quiet", locked.First, """{"title":"t","question":"kind:call","private":true}""")).EnsureSuccessStatusCode();
        using var made = await locked.SendAsync(HttpMethod.Post, "/v1/topics/quiet/capability", locked.First, "{}");
        var capability = (await LockedServer.ReadAsync(made)).GetProperty("token").GetString()!;
        var guess = new string('e', 64);
        foreach (var (path, sent) in new[]
        {
            ("/v1/topics/quiet", token), ("/v1/topics/quiet", second), ($"/v1/topics/quiet?token={capability}", null), ($"/v1/topics/quiet/feed.atom?limit=1&token={capability}", null),
            ($"/v1/topics/quiet?token={guess}", null), ($"/v1/nothing?token={capability}", token), ($"/v1/topics?token={capability}", token), ("/v1/topics", $"agg_0123456789ab_{guess}"),
        })
            (await locked.GetAsync(path, sent)).Dispose();
        var lines = locked.Log.Lines.Select(entry => entry.Line).Where(line => !line.StartsWith("Connection id", StringComparison.Ordinal)).ToList();
        Assert.True(lines.Count > 100, $"{lines.Count}");
        // The web server's own first line of a request is below the level that the host lets through; all else never has one.
        var ours = locked.Log.Lines.Where(entry => !(entry.Category == "Microsoft.AspNetCore.Hosting.Diagnostics" && entry.Line.StartsWith("Request starting", StringComparison.Ordinal)))
            .Select(entry => entry.Line).ToList();
        foreach (var secret in (string[])[token[17..], second[17..], locked.First[17..], capability, guess])
            Assert.DoesNotContain(ours, line => line.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Log_SecretsOfSubscriptions_AreInNoLine()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.On("/hub", (context, _) => context.Response.WriteAsync(context.Request.Query["hub.challenge"].ToString()));
        (await locked.SendAsync(HttpMethod.Put, "/v1/topics/told", locked.First, """{"title":"t","question":"party:CYP and party:MLT","private":true}""")).EnsureSuccessStatusCode();
        using var made = await locked.SendAsync(HttpMethod.Post, "/v1/topics/told/capability", locked.First, "{}");
        var capability = (await LockedServer.ReadAsync(made)).GetProperty("token").GetString()!;
        using var hook = await locked.SendAsync(HttpMethod.Post, "/v1/subscriptions", locked.First, $$"""{"topics":["told"],"url":"{{receiver.At("/hook")}}"}""");
        var created = await LockedServer.ReadAsync(hook, HttpStatusCode.Created);
        var path = $"/v1/subscriptions/{created.GetProperty("subscription").GetProperty("id").GetString()}";
        var own = $"whsec_{Convert.ToBase64String(new byte[36])}";
        (await locked.SendAsync(HttpMethod.Post, $"{path}/secret", locked.First, $$"""{"secret":"{{own}}"}""")).EnsureSuccessStatusCode();
        (await locked.SendAsync(HttpMethod.Post, $"{path}/ping", locked.First)).EnsureSuccessStatusCode();
        var feed = $"{locked.Server.Address}v1/topics/told/feed.atom?token={capability}";
        const string HubSecret = "open-sesame-of-the-hub";
        var form = new FormUrlEncodedContent([
            new("hub.mode", "subscribe"), new("hub.topic", feed), new("hub.callback", receiver.At("/hub")), new("hub.secret", HubSecret)]);
        using (var taken = await locked.Server.Client.PostAsync("/v1/hub", form, TestContext.Current.CancellationToken)) Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        await receiver.GotAsync("/hub", 1);
        var secrets = (string[])[capability, created.GetProperty("secret").GetString()!, own, HubSecret];
        Assert.DoesNotContain(locked.Log.Lines, entry => secrets.Any(secret => entry.Line.Contains(secret, StringComparison.Ordinal)));
        await locked.Log.UntilAsync(AuditTrail.Category, line => line.Contains($"POST {path}/secret 200", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Log_PushToken_IsInNoLineOfOurs()
    {
        var token = new string('d', 48);
        (await locked.GetAsync($"/v1/push/quiet/{token}?hub.mode=subscribe&hub.topic=t&hub.challenge=c", null)).Dispose();
        (await locked.SendAsync(HttpMethod.Post, $"/v1/push/quiet/{token}", null, "{}")).Dispose();
        // The web server's own lines on a request's way are below the level that the host lets through.
        Assert.DoesNotContain(locked.Log.Lines, entry => !entry.Category.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) && entry.Line.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Audit_ManagementCall_IsOneLineWithWhoWhatAndHow()
    {
        var key = await locked.MakeKeyAsync("auditor", "read");
        var token = key.GetProperty("token").GetString()!;
        // Each line is waited for: a server answers before it has written of it, and the order is looked at.
        await AuditedAsync(HttpMethod.Put, "/v1/topics/audited", locked.First, """{"title":"t","question":"kind:call"}""");
        await AuditedAsync(HttpMethod.Delete, "/v1/topics/audited", token);
        await AuditedAsync(HttpMethod.Delete, "/v1/topics/audited", null);
        await AuditedAsync(HttpMethod.Put, "/v1/topics/audited", locked.First, """{"title":"t","question":"kind:"}""");
        using (await locked.GetAsync("/v1/topics/audited", token)) { }
        await AuditedAsync(HttpMethod.Delete, "/v1/topics/a%0Ab", locked.First);
        var id = key.GetProperty("id").GetString();
        var lines = locked.Log.Lines.Where(entry => entry.Category == AuditTrail.Category).Select(entry => entry.Line.Trim()).ToList();
        var audited = lines.Where(line => line.Contains("/v1/topics/audited", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, audited.Count);
        Assert.All(audited, line => Assert.Matches(@"^20\d\d-\d\d-\d\dT[0-9:.]+\+00:00 .* from 127\.0\.0\.1: (PUT|DELETE) /v1/topics/audited \d{3}$", line));
        Assert.EndsWith("PUT /v1/topics/audited 201", audited[0], StringComparison.Ordinal);
        Assert.Contains($"key {id} (auditor) from", audited[1], StringComparison.Ordinal);
        Assert.EndsWith("403", audited[1], StringComparison.Ordinal);
        Assert.Contains(" nobody from", audited[2], StringComparison.Ordinal);
        Assert.EndsWith("401", audited[2], StringComparison.Ordinal);
        Assert.EndsWith("400", audited[3], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("/v1/topics/a%0Ab", StringComparison.Ordinal));
    }

    private async Task AuditedAsync(HttpMethod method, string path, string? key, string? body = null)
    {
        using var answer = await locked.SendAsync(method, path, key, body);
        await locked.Log.UntilAsync(AuditTrail.Category, line => line.TrimEnd().EndsWith($"{method} {path} {(int)answer.StatusCode}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cors_ConfiguredOrigin_IsLetInAndNoOther()
    {
        foreach (var (origin, isAllowed) in new[] { (LockedServer.Origin, true), ("https://other.example", false) })
        {
            var preflight = new HttpRequestMessage(HttpMethod.Options, "/v1/topics");
            preflight.Headers.Add("Origin", origin);
            preflight.Headers.Add("Access-Control-Request-Method", "GET");
            preflight.Headers.Add("Access-Control-Request-Headers", "authorization");
            using var answer = await locked.Server.Client.SendAsync(preflight, TestContext.Current.CancellationToken);
            Assert.Equal(isAllowed, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) && allowed.Single() == origin);
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        }
    }

    [Fact]
    public async Task Get_OpenServer_IsOpenToItsOwnMachineAlone()
    {
        await using var server = new ApiServer();
        await server.InitializeAsync();
        using (var plain = await server.GetAsync("/v1/topics")) Assert.Equal(HttpStatusCode.OK, plain.StatusCode);
        foreach (var (name, value) in new[] { ("X-Forwarded-For", "192.0.2.7"), ("Forwarded", "for=192.0.2.7"), ("Host", "rebound.example"), ("Via", "1.1 proxy") })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/v1/topics");
            if (name == "Host") request.Headers.Host = value;
            else request.Headers.Add(name, value);
            using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
            await Refusal.IsAsync(ProblemKind.Unauthorized, answer);
        }
    }
}
