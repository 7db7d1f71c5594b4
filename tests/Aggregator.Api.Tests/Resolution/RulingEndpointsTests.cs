using System.Globalization;
using System.Net;
using System.Text.Json;
using Aggregator.Http;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Resolution;

public class RulingEndpointsTests(ApiServer server) : IClassFixture<ApiServer>
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
        foreach (var part in (string[])["/reports?limit=7", "/explain?with=e-other", "/casualties?measure=killed"])
        {
            using var moved = await server.GetAsync($"/v1/events/{second}{part}");
            Assert.Equal((HttpStatusCode.PermanentRedirect, $"/v1/events/{first}{part}"), (moved.StatusCode, moved.Headers.Location!.OriginalString));
        }
        Assert.Equal(2, (await server.ReadAsync($"/v1/events/{first}/reports")).GetProperty("reports").GetArrayLength());
        var entries = (await server.ReadAsync("/v1/topics/r-merge/feed")).GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("change").GetString()).ToList();
        Assert.Contains("merged", entries);
        var explained = await server.ReadAsync($"/v1/events/{first}/explain");
        Assert.Equal(("merge", "Ada"), (explained.GetProperty("rulings")[0].GetProperty("kind").GetString(), explained.GetProperty("rulings")[0].GetProperty("by").GetString()));
    }

    [Fact]
    public async Task Split_OneOfTwoArticles_MakesAnEventOfItsOwn()
    {
        await server.DefineAsync("r-split", "kind:call and party:MHL");
        await server.TellAsync("r-split-1", "the Marshall Islands", "Norway", 7);
        await server.TellAsync("r-split-2", "the Marshall Islands", "Norway", 7);
        await server.ReachedAsync("r-split", 2);
        var whole = Assert.Single((await server.ReadAsync("/v1/topics/r-split/events")).GetProperty("events").EnumerateArray()).GetProperty("id").GetString()!;
        var decision = new { articles = (List<string>)["r-split-2"], reason = "two calls on one day", by = "Ada" };
        using var answer = await RuleAsync(whole, "split", decision);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var view = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        var part = view.GetProperty("other").GetProperty("id").GetString()!;
        Assert.Equal((1, 1, false), (view.GetProperty("event").GetProperty("reportCount").GetInt32(), view.GetProperty("other").GetProperty("reportCount").GetInt32(), view.GetProperty("duplicate").GetBoolean()));
        foreach (var (id, article) in ((string, string)[])[(whole, "r-split-1"), (part, "r-split-2")])
            Assert.Equal(article, Assert.Single((await server.ReadAsync($"/v1/events/{id}/reports")).GetProperty("reports").EnumerateArray()).GetProperty("article").GetString());
        var entries = (await server.ReadAsync("/v1/topics/r-split/feed")).GetProperty("entries").EnumerateArray()
            .Select(entry => (entry.GetProperty("event").GetProperty("id").GetString(), entry.GetProperty("change").GetString())).ToList();
        Assert.Contains((whole, "split"), entries);
        Assert.Contains((part, "added"), entries);
        using var again = await RuleAsync(whole, "split", decision);
        Assert.True(JsonDocument.Parse(await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("duplicate").GetBoolean());
    }

    [Fact]
    public async Task AsOf_BeforeASecondReportAndAMerge_AnswersWhatStoodThen()
    {
        var (first, second) = await TwoCallsAsync("r-past", "TUV", "Tuvalu");
        var before = Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture));
        using var answer = await RuleAsync(second, "merge", new { into = first, reason = "one call, told twice", by = "Ada" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        foreach (var (id, article) in ((string, string)[])[(first, "r-past-1"), (second, "r-past-2")])
        {
            var reports = await server.ReadAsync($"/v1/events/{id}/reports?asOf={before}&limit=1");
            Assert.Equal((article, 1), (Assert.Single(reports.GetProperty("reports").EnumerateArray()).GetProperty("article").GetString(), reports.GetProperty("totalCount").GetInt32()));
            Assert.Empty((await server.ReadAsync(reports.GetProperty("next").GetString()!)).GetProperty("reports").EnumerateArray());
            var explained = await server.ReadAsync($"/v1/events/{id}/explain?asOf={before}");
            Assert.Equal(article, Assert.Single(explained.GetProperty("reports").EnumerateArray()).GetProperty("report").GetProperty("article").GetString());
            Assert.Empty(explained.GetProperty("rulings").EnumerateArray());
        }
        var rival = (await server.ReadAsync($"/v1/events/{first}/explain?with={second}&asOf={before}")).GetProperty("rivals")[0];
        Assert.Equal(second, rival.GetProperty("event").GetString());
        Assert.Equal(2, (await server.ReadAsync($"/v1/events/{first}/explain")).GetProperty("reports").GetArrayLength());
        var after = Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture));
        using var merged = await server.GetAsync($"/v1/events/{second}/reports?asOf={after}");
        Assert.Equal((HttpStatusCode.PermanentRedirect, $"/v1/events/{first}/reports?asOf={after}"), (merged.StatusCode, merged.Headers.Location!.OriginalString));
        using var unknown = await server.GetAsync($"/v1/events/{first}/explain?asOf=1999-01-01T00:00:00Z");
        await Refusal.IsAsync(ProblemKind.BeforeHistory, unknown);
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
