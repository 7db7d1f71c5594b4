using System.Net;
using System.Text.Json;
using Aggregator.Http;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Resolution;

public class RulingEndpointsTests(ApiServer server)
{
    private async Task<(string First, string Second)> TwoCallsAsync(string topic, string code, string name)
    {
        await server.DefineAsync(topic, $"kind:call and party:{code}");
        await server.TellAsync($"{topic}-1", name, "Norway", 7);
        await server.TellAsync($"{topic}-2", name, "Norway", 21);
        await server.ReachedAsync(topic, 2);
        var ids = (await server.ReadAsync($"/v1/topics/{topic}/events")).GetProperty("events").EnumerateArray().Select(call => call.GetProperty("id").GetString()!).ToList();
        return (ids[1], ids[0]);
    }

    private Task<HttpResponseMessage> RuleAsync(string id, string what, object body) => server.PostAsync($"/v1/events/{id}/{what}", JsonSerializer.Serialize(body));

    [Fact]
    public async Task Merge_TwoCalls_RedirectsTheOneThatWent()
    {
        var (first, second) = await TwoCallsAsync("r-merge", "QAT", "Qatar");
        using var answer = await RuleAsync(second, "merge", new { into = first, reason = "one call, told twice", by = "Ada" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var view = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(("merged", 2), (view.GetProperty("event").GetProperty("state").GetString(), view.GetProperty("other").GetProperty("reportCount").GetInt32()));
        using var old = await server.GetAsync($"/v1/events/{second}");
        Assert.Equal((HttpStatusCode.PermanentRedirect, $"/v1/events/{first}"), (old.StatusCode, old.Headers.Location!.OriginalString));
        var entries = (await server.ReadAsync("/v1/topics/r-merge/feed")).GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("change").GetString()).ToList();
        Assert.Contains("merged", entries);
        var explained = await server.ReadAsync($"/v1/events/{first}/explain");
        Assert.Equal(("merge", "Ada"), (explained.GetProperty("rulings")[0].GetProperty("kind").GetString(), explained.GetProperty("rulings")[0].GetProperty("by").GetString()));
    }

    [Fact]
    public async Task Explain_WithAnother_SaysWhyTheTwoAreApart()
    {
        var (first, second) = await TwoCallsAsync("r-apart", "NRU", "Nauru");
        var rival = (await server.ReadAsync($"/v1/events/{first}/explain?with={second}")).GetProperty("rivals")[0];
        Assert.Equal(second, rival.GetProperty("event").GetString());
        Assert.Contains("14 days apart", rival.GetProperty("words").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_WhatCannotBe_IsRefusedByName()
    {
        var (first, _) = await TwoCallsAsync("r-refuse", "PLW", "Palau");
        using var missing = await RuleAsync(first, "merge", new { into = first, reason = "", by = "Ada" });
        await Refusal.IsAsync(ProblemKind.InvalidRuling, missing);
        using var itself = await RuleAsync(first, "merge", new { into = first, reason = "x", by = "Ada" });
        Assert.Equal("itself", (await Refusal.IsAsync(ProblemKind.RefusedRuling, itself)).GetProperty("reason").GetString());
        using var all = await RuleAsync(first, "split", new { articles = (List<string>)["r-refuse-1"], reason = "x", by = "Ada" });
        Assert.Equal("nothing-left", (await Refusal.IsAsync(ProblemKind.RefusedRuling, all)).GetProperty("reason").GetString());
        using var unknown = await RuleAsync("e-none", "retract", new { reason = "x", by = "Ada" });
        await Refusal.IsAsync(ProblemKind.UnknownEvent, unknown);
        using var into = await RuleAsync(first, "merge", new { into = "e-none", reason = "x", by = "Ada" });
        await Refusal.IsAsync(ProblemKind.UnknownEvent, into);
    }

    [Fact]
    public async Task Retract_AnEvent_LeavesItsTopic()
    {
        var (first, _) = await TwoCallsAsync("r-retract", "FSM", "Micronesia");
        using var answer = await RuleAsync(first, "retract", new { reason = "an exercise, not a call", by = "Ada" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var last = (await server.ReadAsync("/v1/topics/r-retract/feed")).GetProperty("entries").EnumerateArray().Single(entry => entry.GetProperty("change").GetString() == "retracted");
        Assert.Equal((first, "retracted by Ada: an exercise, not a call"), (last.GetProperty("event").GetProperty("id").GetString(), last.GetProperty("reason").GetString()));
    }
}
