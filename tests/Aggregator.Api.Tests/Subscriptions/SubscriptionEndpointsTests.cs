using System.Net;
using Aggregator.Http;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Subscriptions;

public class SubscriptionEndpointsTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"topics":[],"url":"https://hooks.example/a"}""")]
    [InlineData("""{"topics":["a","a"],"url":"https://hooks.example/a"}""")]
    [InlineData("""{"topics":["a"]}""")]
    [InlineData("""{"topics":["a"],"url":"ftp://hooks.example/a"}""")]
    [InlineData("""{"topics":["a"],"url":"https://me:secret@hooks.example/a"}""")]
    [InlineData("""{"topics":["a"],"url":"https://hooks.example/a#b"}""")]
    [InlineData("""{"topics":["a"],"url":"https://hooks.example/a","batchSeconds":0}""")]
    [InlineData("""{"topics":["a"],"url":"https://hooks.example/a","batchSeconds":5,"mode":"binary"}""")]
    [InlineData("""{"topics":["a"],"url":"https://hooks.example/a","after":-1}""")]
    [InlineData("""{"topics":["a"],"url":"https://hooks.example/a","secret":"open sesame"}""")]
    public async Task Post_BadDefinition_IsRefused(string body)
    {
        using var answer = await server.PostAsync("/v1/subscriptions", body);
        await Refusal.IsAsync(ProblemKind.InvalidSubscription, answer);
    }

    [Theory]
    [InlineData("""{"topics":["Not A Topic"],"url":"https://hooks.example/a"}""", "invalid-body")]
    [InlineData("""{"topics":["a"],"url":"https://hooks.example/a","mode":"pigeon"}""", "invalid-body")]
    [InlineData("""{"topics":["no-such-topic"],"url":"https://hooks.example/a"}""", "unknown-topic")]
    [InlineData("""{"topics":["a"],"url":"http://127.0.0.1:9/a"}""", "refused-callback")]
    [InlineData("""{"topics":["a"],"url":"http://[::1]/a"}""", "refused-callback")]
    [InlineData("""{"topics":["a"],"url":"http://169.254.169.254/latest"}""", "refused-callback")]
    [InlineData("""{"topics":["a"],"url":"http://localhost/a"}""", "refused-callback")]
    public async Task Post_WhatCantBeTold_IsRefusedByItsKind(string body, string kind)
    {
        using var answer = await server.PostAsync("/v1/subscriptions", body);
        await Refusal.IsAsync(Kind(kind), answer);
    }

    [Fact]
    public async Task Post_PositionAhead_IsRefused()
    {
        await server.DefineAsync("hook-ahead", "party:ISL and party:NOR");
        using var answer = await server.PostAsync("/v1/subscriptions", """{"topics":["hook-ahead"],"url":"https://hooks.example/a","after":7}""");
        await Refusal.IsAsync(ProblemKind.PositionAhead, answer);
    }

    [Theory]
    [InlineData("GET", ""), InlineData("DELETE", ""), InlineData("PATCH", "", "{}"), InlineData("POST", "/secret", "{}"), InlineData("POST", "/ping")]
    [InlineData("POST", "/replay", """{"topic":"a","after":0}"""), InlineData("GET", "/deliveries")]
    public async Task Any_UnknownSubscription_IsRefused(string method, string path, string? body = null)
    {
        using var answer = await server.SendAsync(new HttpMethod(method), $"/v1/subscriptions/nobody{path}", body);
        await Refusal.IsAsync(ProblemKind.UnknownSubscription, answer);
    }

    [Theory]
    [InlineData("PATCH", "", """{"topics":[]}""", "invalid-subscription"), InlineData("PATCH", "", """{"url":"mailto:a@b"}""", "invalid-subscription")]
    [InlineData("PATCH", "", """{"batchSeconds":-4}""", "invalid-subscription"), InlineData("PATCH", "", """{"paused":"no"}""", "invalid-body")]
    [InlineData("POST", "/secret", """{"overlapSeconds":-1}""", "invalid-subscription"), InlineData("POST", "/replay", """{"after":0}""", "invalid-subscription")]
    [InlineData("POST", "/replay", """{"topic":"a"}""", "invalid-subscription"), InlineData("POST", "/replay", "[]", "invalid-body")]
    public async Task Change_BadBody_IsRefused(string method, string path, string body, string kind)
    {
        using var answer = await server.SendAsync(new HttpMethod(method), $"/v1/subscriptions/nobody{path}", body);
        await Refusal.IsAsync(Kind(kind), answer);
    }

    [Theory]
    [InlineData("?after=Not%20One"), InlineData("?limit=0"), InlineData("?limit=501")]
    public async Task Get_BadQuery_IsRefused(string query)
    {
        using var answer = await server.GetAsync($"/v1/subscriptions{query}");
        await Refusal.IsAsync(ProblemKind.InvalidParameter, answer);
    }

    [Fact]
    public async Task Webhook_ChangedRotatedAndListed_RefusesWhatItIsNot()
    {
        await server.DefineAsync("hook-listed", "party:JPN and party:PRK");
        using var made = await server.PostAsync("/v1/subscriptions", """{"topics":["hook-listed"],"url":"https://hooks.example/a","description":"On call"}""");
        var path = made.Headers.Location!.OriginalString;
        using var topic = await server.SendAsync(HttpMethod.Post, $"{path}/replay", """{"topic":"other","after":0}""");
        await Refusal.IsAsync(ProblemKind.UnknownTopic, topic);
        using var ahead = await server.SendAsync(HttpMethod.Post, $"{path}/replay", """{"topic":"hook-listed","after":9}""");
        await Refusal.IsAsync(ProblemKind.PositionAhead, ahead);
        using var secret = await server.SendAsync(HttpMethod.Post, $"{path}/secret", """{"secret":"short"}""");
        await Refusal.IsAsync(ProblemKind.InvalidSubscription, secret);
        using var inside = await server.SendAsync(HttpMethod.Patch, path, """{"url":"http://10.0.0.1/a"}""");
        await Refusal.IsAsync(ProblemKind.RefusedCallback, inside);
        var listed = (await server.ReadAsync("/v1/subscriptions")).GetProperty("subscriptions").EnumerateArray().Single(one => path.EndsWith(one.GetProperty("id").GetString()!, StringComparison.Ordinal));
        Assert.Equal("On call", listed.GetProperty("description").GetString());
        Assert.Equal(0, (await server.ReadAsync($"{path}/deliveries")).GetProperty("deliveries").GetArrayLength());
        using var deleted = await server.SendAsync(HttpMethod.Delete, path);
        using var again = await server.SendAsync(HttpMethod.Delete, path);
        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.NotFound], [deleted.StatusCode, again.StatusCode]);
    }

    private static ProblemKind Kind(string name) => ProblemKind.All.Single(known => known.Name == name);
}
