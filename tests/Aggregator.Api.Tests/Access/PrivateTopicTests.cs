using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Aggregator.Http;
using Aggregator.Serving;
using Xunit;

namespace Aggregator.Access;

/// <summary>Private topics on a server that is open to its machine: without a key or the topic's capability there is no such topic.</summary>
public sealed class PrivateTopicTests(ApiServer server) : IClassFixture<ApiServer>
{
    private static readonly string[] Reads = ["", "/feed", "/feed.atom", "/feed.rss", "/feed.json", "/stream", "/events", "/counts", "/casualties", "/contacts", "/changes"];

    [Fact]
    public async Task Read_PrivateWithoutAKey_IsAsIfItWereNot()
    {
        await HideAsync("hidden-one", "kind:call and party:FJI");
        foreach (var read in Reads)
        {
            using var hidden = await server.GetAsync($"/v1/topics/hidden-one{read}");
            using var none = await server.GetAsync($"/v1/topics/never-there{read}");
            await Refusal.IsAsync(ProblemKind.UnknownTopic, hidden);
            Assert.Equal(
                (await none.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace("never-there", "hidden-one", StringComparison.Ordinal),
                await hidden.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Read_PrivateWithAKey_IsServed()
    {
        await HideAsync("hidden-two", "kind:call and party:TON");
        var token = await MakeTokenAsync();
        foreach (var read in Reads)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/topics/hidden-two{read}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var answer = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{read}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task List_Private_IsToldToKeysAloneAndLinksTellNothing()
    {
        await server.DefineAsync("zz-a-open", "kind:call and party:PLW");
        await HideAsync("zz-b-hidden", "kind:call and party:PLW");
        await server.DefineAsync("zz-c-open", "kind:call and party:PLW");
        var page = await server.ReadAsync("/v1/topics?after=zz-a&limit=1");
        Assert.Equal("zz-a-open", Assert.Single(page.GetProperty("topics").EnumerateArray()).GetProperty("id").GetString());
        page = await server.ReadAsync(page.GetProperty("next").GetString()!);
        Assert.Equal("zz-c-open", Assert.Single(page.GetProperty("topics").EnumerateArray()).GetProperty("id").GetString());
        Assert.DoesNotContain("hidden", page.ToString(), StringComparison.Ordinal);
        var request = new HttpRequestMessage(HttpMethod.Get, "/v1/topics?after=zz-a");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await MakeTokenAsync());
        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains("zz-b-hidden", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_ByCapability_OpensThisTopicAndItsLinksCarryIt()
    {
        await HideAsync("hidden-three", "kind:call and party:COM");
        await server.TellAsync("com-1", "Comoros", "Lesotho", 3);
        await server.TellAsync("com-2", "Comoros", "Eswatini", 4);
        await HideAsync("hidden-four", "kind:call and party:COM");
        var secret = await MakeCapabilityAsync("hidden-three");
        foreach (var read in Reads)
        {
            using var answer = await server.Client.GetAsync(new Uri($"/v1/topics/hidden-three{read}?token={secret}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{read}: {answer.StatusCode}");
        }
        using (var elsewhere = await server.GetAsync($"/v1/topics/hidden-four?token={secret}")) await Refusal.IsAsync(ProblemKind.UnknownTopic, elsewhere);
        using (var list = await server.GetAsync($"/v1/topics?token={secret}")) await Refusal.IsAsync(ProblemKind.UnknownParameter, list);
        var page = await server.ReadAsync($"/v1/topics/hidden-three/feed?limit=1&token={secret}");
        var next = page.GetProperty("next").GetString()!;
        Assert.Contains($"token={secret}", next, StringComparison.Ordinal);
        Assert.Equal(1, (await server.ReadAsync(next)).GetProperty("entries").GetArrayLength());
        using var atom = await server.GetAsync($"/v1/topics/hidden-three/feed.atom?limit=1&token={secret}");
        var document = System.Xml.Linq.XDocument.Parse(await atom.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var links = document.Root!.Elements().Where(element => element.Name.LocalName == "link").ToLookup(link => link.Attribute("rel")!.Value, link => link.Attribute("href")!.Value);
        Assert.All(["self", "first", "next"], relation => Assert.Contains($"token={secret}", links[relation].Single(), StringComparison.Ordinal));
        Assert.DoesNotContain(secret, links["alternate"].Single(link => link.Contains('#', StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, string.Concat(document.Root!.Descendants().Where(element => element.Name.LocalName == "entry").Select(entry => entry.ToString())), StringComparison.Ordinal);
        foreach (var (form, leading) in new[] { ("rss", "rel=\"next\""), ("json", "next_url") })
        {
            using var other = await server.GetAsync($"/v1/topics/hidden-three/feed.{form}?limit=1&token={secret}");
            var body = await other.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains(leading, body, StringComparison.Ordinal);
            Assert.Contains($"token={secret}", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Calendar_ByCapability_NamesAnAddressThatReadsItAnew()
    {
        await HideAsync("hidden-seven", "kind:meeting and party:MCO");
        var secret = await MakeCapabilityAsync("hidden-seven");
        var asked = $"/v1/topics/hidden-seven/calendar.ics?from=2026-10-01&to=2026-10-31&token={secret}";
        var source = await SourceAsync(new Uri(server.Client.BaseAddress!, asked), "");
        Assert.Equal(new Uri(server.Client.BaseAddress!, asked).AbsoluteUri, source);
        Assert.Equal(source, await SourceAsync(new Uri(source), ""));
        var byKey = await SourceAsync(new Uri(server.Client.BaseAddress!, "/v1/topics/hidden-seven/calendar.ics?to=2026-10-31"), await MakeTokenAsync());
        Assert.EndsWith("/calendar.ics?to=2026-10-31", byKey, StringComparison.Ordinal);
    }

    private async Task<string> SourceAsync(Uri address, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (key.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var calendar = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Single(line => line.StartsWith("SOURCE;", StringComparison.Ordinal))["SOURCE;VALUE=URI:".Length..];
    }

    [Fact]
    public async Task Feed_ByKey_HasNoCapabilityInItsLinks()
    {
        await HideAsync("hidden-five", "kind:call and party:NRU");
        await MakeCapabilityAsync("hidden-five");
        var request = new HttpRequestMessage(HttpMethod.Get, "/v1/topics/hidden-five/feed.atom");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await MakeTokenAsync());
        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("token=", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Capability_RotatedAndTakenAway_StopsWorking()
    {
        await HideAsync("hidden-six", "kind:call and party:KIR");
        var first = await MakeCapabilityAsync("hidden-six");
        var second = await MakeCapabilityAsync("hidden-six", """{"overlapSeconds":600}""");
        Assert.NotEqual(first, second);
        foreach (var secret in (string[])[first, second]) await server.ReadAsync($"/v1/topics/hidden-six?token={secret}");
        var third = await MakeCapabilityAsync("hidden-six", """{"overlapSeconds":0}""");
        foreach (var secret in (string[])[first, second, new string('0', 64), "x", ""])
        {
            using var refused = await server.GetAsync($"/v1/topics/hidden-six?token={secret}");
            await Refusal.IsAsync(ProblemKind.UnknownTopic, refused);
        }
        using var stream = await server.Client.GetAsync(new Uri($"/v1/topics/hidden-six/stream?token={third}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, stream.StatusCode);
        using (var taken = await server.SendAsync(HttpMethod.Delete, "/v1/topics/hidden-six/capability")) Assert.Equal(HttpStatusCode.NoContent, taken.StatusCode);
        await stream.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var gone = await server.GetAsync($"/v1/topics/hidden-six?token={third}");
        await Refusal.IsAsync(ProblemKind.UnknownTopic, gone);
        using var unknown = await server.SendAsync(HttpMethod.Delete, "/v1/topics/never-there/capability");
        await Refusal.IsAsync(ProblemKind.UnknownTopic, unknown);
        using var bad = await server.PostAsync("/v1/topics/hidden-six/capability", """{"overlapSeconds":-1}""");
        await Refusal.IsAsync(ProblemKind.InvalidKey, bad);
    }

    [Fact]
    public async Task Put_MadePrivateWhileFollowed_EndsTheStreamAndStaysPrivateUnlessSaid()
    {
        await server.DefineAsync("turned", "kind:call and party:TUV");
        using var stream = await server.Client.GetAsync(new Uri("/v1/topics/turned/stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await HideAsync("turned", "kind:call and party:TUV");
        await stream.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await server.DefineAsync("turned", "kind:call and party:TUV and party:PER");
        using var hidden = await server.GetAsync("/v1/topics/turned");
        await Refusal.IsAsync(ProblemKind.UnknownTopic, hidden);
        using var shown = await server.SendAsync(HttpMethod.Put, "/v1/topics/turned", """{"title":"t","question":"kind:call","private":false}""");
        Assert.False((await server.ReadAsync("/v1/topics/turned")).GetProperty("private").GetBoolean());
    }

    [Fact]
    public async Task Stream_OfManyTopics_HasNoPrivateOneWithoutAKey()
    {
        await server.DefineAsync("many-open", "kind:call and party:VUT");
        await HideAsync("many-hidden", "kind:call and party:VUT");
        var secret = await MakeCapabilityAsync("many-hidden");
        using var hidden = await server.GetAsync("/v1/stream?topics=many-open,many-hidden");
        await Refusal.IsAsync(ProblemKind.UnknownTopic, hidden);
        // A capability opens the reads of one topic, not a connection that many share.
        using var opened = await server.GetAsync($"/v1/stream?topics=many-hidden&token={secret}");
        await Refusal.IsAsync(ProblemKind.UnknownParameter, opened);
        var request = new HttpRequestMessage(HttpMethod.Get, "/v1/stream?topics=many-open,many-hidden");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await MakeTokenAsync());
        using var answer = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Opml_Private_IsListedToKeysAlone()
    {
        await server.DefineAsync("zy-a-open", "kind:call and party:SLB");
        await HideAsync("zy-b-hidden", "kind:call and party:SLB");
        using var open = await server.GetAsync("/v1/topics.opml?after=zy");
        var listed = await open.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("zy-a-open", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("zy-b-hidden", listed, StringComparison.Ordinal);
        var request = new HttpRequestMessage(HttpMethod.Get, "/v1/topics.opml?after=zy");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await MakeTokenAsync());
        using var all = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains("zy-b-hidden", await all.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task HideAsync(string topic, string question)
    {
        using var answer = await server.SendAsync(HttpMethod.Put, $"/v1/topics/{topic}", JsonSerializer.Serialize(new Dictionary<string, object> { ["title"] = topic, ["question"] = question, ["private"] = true }));
        Assert.True(answer.IsSuccessStatusCode);
    }

    private async Task<string> MakeTokenAsync()
    {
        using var answer = await server.PostAsync("/v1/keys", """{"name":"reader","scopes":["read"]}""");
        return (await LockedServer.ReadAsync(answer, HttpStatusCode.Created)).GetProperty("token").GetString()!;
    }

    private async Task<string> MakeCapabilityAsync(string topic, string body = "{}")
    {
        using var answer = await server.PostAsync($"/v1/topics/{topic}/capability", body);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return (await LockedServer.ReadAsync(answer)).GetProperty("token").GetString()!;
    }
}
