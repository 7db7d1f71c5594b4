using System.Net.Http.Json;
using Aggregator.Serving;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using Xunit;

namespace Aggregator.Page;

/// <summary>The page in a real browser, over a real server.</summary>
public sealed class PageTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private ServerProcess _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await ServerProcess.StartAsync(_folder.Path);
        (await _server.Client.PutAsJsonAsync("/v1/topics/calls", new { title = "Calls of presidents", question = "kind:(call or casualties)" })).EnsureSuccessStatusCode();
        await SubmitAsync("a-1", "North Wire", "The president of Kenya spoke by phone with the president of Norway on Monday.");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void Page_Topic_ShowsItsFeedWithTheSentenceMarked()
    {
        using var browser = Open();
        Press(browser, "#feed-title ~ .scroll .entry summary");
        Assert.Contains("phone", Await(browser, ".entry details[open] mark").Text + Await(browser, ".entry details[open] blockquote").Text, StringComparison.Ordinal);
        Assert.Equal("Calls of presidents", Await(browser, "h1").Text);
        Assert.Contains("Kenya, Norway", Await(browser, ".entry").Text, StringComparison.Ordinal);
        Assert.NotNull(Await(browser, "#counts svg"));
        Assert.Empty(Errors(browser));
    }

    [Fact]
    public void Page_Contacts_DrawsWhoTalkedToWhomAndLeadsToTheEvents()
    {
        using var browser = Open();
        const string Drawn = "return [...document.querySelectorAll('#contacts svg text')].map(text => text.textContent).join('|')";
        Await(browser, () => browser.ExecuteScript(Drawn) is string names && names.Contains("Kenya", StringComparison.Ordinal) && names.Contains("Norway", StringComparison.Ordinal), "both parties in the graph");
        Press(browser, "section[aria-labelledby=contacts-title] summary");
        Press(browser, "section[aria-labelledby=contacts-title] td button");
        Assert.Contains("phone", Await(browser, ".day .entry details[open] blockquote").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Sentence_SaysWhyItWasReadSo()
    {
        using var browser = Open();
        Press(browser, "#feed-title ~ .scroll .entry summary");
        Press(browser, ".entry details[open] .explain summary");
        var why = Await(browser, ".entry .explain[open] table").Text;
        foreach (var slot in new[] { "kind", "status", "actors", "date", "context" }) Assert.Contains(slot, why, StringComparison.Ordinal);
        Assert.Contains("CAMEO 041", why, StringComparison.Ordinal);
        Assert.Contains("NOR GOV: ", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_NewArticle_AppearsWithoutReload()
    {
        using var browser = Open();
        Await(browser, "#feed-title ~ .scroll .entry");
        Await(browser, () => browser.FindElement(By.Id("connection")).Text.Contains("live", StringComparison.Ordinal));
        await SubmitAsync("a-2", "South Post", "The president of Peru held a phone call with the president of Japan on Tuesday.");
        Await(browser, () => browser.FindElements(By.CssSelector(".entry.fresh .headline")).Any(line => line.Text.Contains("Peru", StringComparison.Ordinal)), "the new entry");
    }

    [Fact]
    public async Task Page_Claims_StandSideBySideByClaimant()
    {
        await SubmitAsync("c-1", "North Wire", "At least 14 people were killed when a bridge collapsed in Lima on Monday, the mayor said.");
        using var browser = Open();
        Assert.Contains("14", Await(browser, "#claims-title ~ div .figure").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_KeysRequired_AsksForOneAndFollowsWithIt()
    {
        using var folder = new TemporaryFolder();
        var key = $"agg_0123456789ab_{new string('7', 64)}";
        var file = Path.Combine(folder.Path, "first-key");
        await File.WriteAllTextAsync(file, key, TestContext.Current.CancellationToken);
        await using var locked = await ServerProcess.StartAsync(
            Path.Combine(folder.Path, "data"), new Dictionary<string, string> { ["AGGREGATOR_Access__KeysRequired"] = "true", ["AGGREGATOR_Access__BootstrapKeyFile"] = file });
        locked.Client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        (await locked.Client.PutAsJsonAsync("/v1/topics/calls", new { title = "Calls of presidents", question = "kind:call", @private = true }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        using var browser = Browser.Open();
        browser.Navigate().GoToUrl(locked.Address);
        Await(browser, "#key").SendKeys("agg_wrong" + Keys.Enter);
        // By script, at one moment: the page puts the form anew while it is looked at.
        Await(browser, () => browser.ExecuteScript("return document.getElementById('key-help')?.textContent.includes('not known')") is true, "the refusal");
        Await(browser, "#key").SendKeys(key + Keys.Enter);
        Await(browser, () => browser.FindElement(By.Id("connection")).Text.Contains("live", StringComparison.Ordinal), "the stream");
        Assert.Equal("Calls of presidents", Await(browser, "h1").Text);
        (await locked.Client.PostAsJsonAsync("/v1/articles", new
        {
            id = "a-2", outlet = "South Post", published = "2026-09-16", title = "News", text = "The president of Peru held a phone call with the president of Japan on Tuesday.",
        }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        Await(browser, () => browser.FindElements(By.CssSelector(".entry.fresh .headline")).Any(line => line.Text.Contains("Peru", StringComparison.Ordinal)), "the new entry");
        Assert.DoesNotContain(key, browser.Url, StringComparison.Ordinal);
        Assert.Null(browser.ExecuteScript("return localStorage.getItem('key')"));
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1_100)]
    [InlineData(1_400)]
    public async Task Page_PhoneOrWide_NeedsNoSidewaysScrolling(int width)
    {
        await SubmitAsync("c-2", "North Wire", "At least 14,000 people were displaced and up to 30 were missing after a flood in Lima on Monday, the civil defence authority said.");
        using var browser = Open(width, height: 800);
        Await(browser, "#claims-title ~ div .figure");
        var overflow = (long)browser.ExecuteScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth")!;
        Assert.Equal(0, overflow);
    }

    [Fact]
    public void Page_Dark_HasADarkGround()
    {
        using var browser = Open(dark: true);
        Await(browser, "#feed-title ~ .scroll .entry");
        Assert.Equal("dark", browser.ExecuteScript("return document.documentElement.dataset.theme"));
        Assert.Equal("rgb(20, 24, 28)", browser.ExecuteScript("return getComputedStyle(document.body).backgroundColor"));
    }

    [Fact]
    public void Page_Keyboard_ReachesTheTopicAndOpensAnEntry()
    {
        using var browser = Open();
        Await(browser, "#feed-title ~ .scroll .entry");
        var keys = browser.FindElement(By.TagName("body"));
        keys.SendKeys(Keys.Tab);
        Assert.Equal("skip", browser.SwitchTo().ActiveElement().GetDomAttribute("class"));
        var summary = browser.FindElement(By.CssSelector(".entry summary"));
        browser.ExecuteScript("arguments[0].focus()", summary);
        summary.SendKeys(Keys.Enter);
        Await(browser, ".entry details[open]");
    }

    [Fact]
    public void Page_FollowBox_OpensByKeyboardAndCopiesAddresses()
    {
        using var browser = Open();
        Await(browser, "#feed-title ~ .scroll .entry");
        var summary = browser.FindElement(By.CssSelector(".follow > summary"));
        browser.ExecuteScript("arguments[0].focus()", summary);
        summary.SendKeys(Keys.Enter);
        Await(browser, ".follow[open]");
        foreach (var (name, file) in new[] { ("Atom", "feed.atom"), ("RSS", "feed.rss"), ("JSON Feed", "feed.json"), ("Daily digest", "digest.atom"), ("Calendar", "calendar.ics"), ("Live stream", "stream") })
        {
            var address = browser.FindElement(By.CssSelector($"input[aria-label='Address of the {name}']"));
            Assert.Equal(new Uri(_server.Address, $"/v1/topics/calls/{file}").AbsoluteUri, address.GetDomProperty("value"));
        }
        var button = browser.FindElement(By.CssSelector("button[aria-label='Copy the address of the RSS']"));
        button.SendKeys(Keys.Enter);
        Await(browser, () => browser.FindElement(By.Id("announcer")).GetDomProperty("textContent")!.Contains("RSS is copied", StringComparison.Ordinal), "what was copied");
        Assert.Equal("application/atom+xml", Await(browser, "link[rel=alternate][href$='feed.atom']").GetDomAttribute("type"));
        Assert.Empty(Errors(browser));
    }

    [Fact]
    public async Task Page_LinkOfAFeedsItem_OpensItsEvent()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var feed = await _server.Client.GetFromJsonAsync<System.Text.Json.JsonElement>("/v1/topics/calls/feed.json", cancellation);
        while (feed.GetProperty("items").GetArrayLength() == 0) feed = await _server.Client.GetFromJsonAsync<System.Text.Json.JsonElement>("/v1/topics/calls/feed.json", cancellation);
        using var browser = Browser.Open();
        browser.Navigate().GoToUrl(feed.GetProperty("items")[0].GetProperty("url").GetString()!);
        Await(browser, "#timeline-title ~ div .entry details[open] mark");
    }

    [Fact]
    public async Task Page_PlannedCallThatWasHeld_ShowsWhatBecameOfIt()
    {
        await SubmitAsync("p-1", "North Wire", "The president of Chile will hold a phone call with the president of Ghana on Friday, his office said.");
        await SubmitAsync("p-2", "South Post", "The president of Chile held a phone call with the president of Ghana on Friday.", "2026-09-18");
        using var browser = Open();
        Await(browser, ".day .entry .life li:nth-child(2)");
        Assert.Equal(["planned 2026-09-16", "occurred 2026-09-18"], browser.FindElements(By.CssSelector(".day .entry .life li")).Select(step => step.Text));
        var card = browser.FindElement(By.XPath("//section[@class='day']//li[.//ol[@class='life']]"));
        Assert.Contains("held a phone call", card.FindElement(By.CssSelector(".headline")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_RevisedFigure_SaysWhichStandsAndWhichNoLonger()
    {
        await SubmitAsync("v-1", "North Wire", "A ferry capsized off Manila on Monday, killing 38 people, the coast guard said.");
        (await _server.Client.PutAsJsonAsync("/v1/topics/ferry", new { title = "The ferry", question = "kind:disaster" }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        using var browser = Browser.Open();
        browser.Navigate().GoToUrl(new Uri(_server.Address, "/#/topics/ferry"));
        Await(browser, "#feed-title ~ .scroll .entry");
        Await(browser, () => browser.FindElement(By.Id("connection")).Text.Contains("live", StringComparison.Ordinal), "the stream");
        await SubmitAsync("v-1", "North Wire", "A ferry capsized off Manila on Monday, killing 37 people, the coast guard said.", "2026-09-17");
        Await(browser, () => browser.FindElements(By.CssSelector(".entry.fresh .reason")).Any(reason => reason.Text.Contains("killed 37 (coast guard), no longer 38", StringComparison.Ordinal)), "the correction");
    }

    [Fact]
    public async Task Page_Webhooks_AreMadeTestedAndDeleted()
    {
        await using var server = await ServerProcess.StartAsync(Path.Combine(_folder.Path, "hooks"), new Dictionary<string, string> { ["AGGREGATOR_Sources__AllowedNetworks__0"] = "127.0.0.0/8" });
        (await server.Client.PutAsJsonAsync("/v1/topics/calls", new { title = "Calls of presidents", question = "kind:call" }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        using var browser = Browser.Open();
        browser.Navigate().GoToUrl(server.Address);
        Press(browser, ".follow > summary");
        Press(browser, ".follow details > summary");
        Await(browser, ".webhooks .empty");
        // Nobody takes a POST there: the page shows what a test came to.
        var url = new Uri(server.Address, "/nothing-here").AbsoluteUri;
        Await(browser, ".follow form input[type=url]").SendKeys(url + Keys.Enter);
        Assert.StartsWith("whsec_", Await(browser, ".follow .secret").Text, StringComparison.Ordinal);
        Press(browser, $"button[aria-label='Test the webhook to {url}']");
        Await(browser, () => Said(browser).Contains("404", StringComparison.Ordinal), "what the test came to");
        Press(browser, $"button[aria-label='Delete the webhook to {url}']");
        Await(browser, ".webhooks .empty");
        Await(browser, ".follow form input[type=url]").SendKeys("http://10.0.0.1/" + Keys.Enter);
        Await(browser, () => Said(browser).Length > 0 && browser.FindElements(By.CssSelector(".follow p.warning")).Count > 0, "the refusal");

        static string Said(ChromeDriver browser) => browser.ExecuteScript("return document.querySelector('.follow p[role=status]').textContent") as string ?? "";
    }

    [Fact]
    public void Page_NewTopic_IsDefinedAndABadQuestionShowsItsFault()
    {
        using var browser = Open();
        Await(browser, "#feed-title ~ .scroll .entry");
        Press(browser, ".define > summary");
        Await(browser, ".define input").SendKeys("Appeals & demands");
        var question = Await(browser, ".define textarea");
        question.SendKeys("kind:(appeal or");
        Press(browser, ".define button");
        Await(browser, () => browser.FindElement(By.CssSelector(".define pre")).Text.Contains('^', StringComparison.Ordinal), "where the question is wrong");
        question.SendKeys(" demand)");
        Press(browser, ".define button");
        Await(browser, () => browser.ExecuteScript("return document.querySelector('h1')?.textContent") is "Appeals & demands", "the new topic");
        Assert.EndsWith("#/topics/appeals-demands", browser.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ManyDays_ShowsTheRestWhenAsked()
    {
        for (var day = 1; day <= 12; day++) await SubmitAsync($"d-{day}", "North Wire", $"The president of Kenya held a phone call with the king of Norway on September {day}.", $"2026-09-{day:00}");
        using var browser = Open();
        Await(browser, "#timeline-title ~ div > .more");
        Assert.Equal(8, browser.FindElements(By.CssSelector(".day")).Count);
        Press(browser, "#timeline-title ~ div > .more");
        Await(browser, () => browser.FindElements(By.CssSelector(".day")).Count > 10, "the other days");
        Assert.Empty(browser.FindElements(By.CssSelector("#timeline-title ~ div > .more")));
    }

    [Fact]
    public void Page_EveryControlAndRegion_HasAName()
    {
        using var browser = Open();
        Await(browser, "#feed-title ~ .scroll .entry");
        var nameless = browser.ExecuteScript("""
            return [...document.querySelectorAll('a, button, input, nav, section, [role=region]')].filter(part =>
              !part.textContent.trim() && !part.getAttribute('aria-label') && !part.getAttribute('aria-labelledby') && ![...part.labels ?? []].some(label => label.textContent.trim())).map(part => part.outerHTML)
            """);
        Assert.Empty((IEnumerable<object>)nameless!);
        Assert.Equal("en", browser.ExecuteScript("return document.documentElement.lang"));
    }

    [Fact]
    public void Reference_InABrowser_ShowsTheEndpointsWithoutErrors()
    {
        using var browser = Browser.Open(1400, 1000, dark: false);
        browser.Navigate().GoToUrl(new Uri(_server.Address, "/reference"));
        Await(browser, () => browser.FindElement(By.TagName("body")).Text.Contains("/v1/articles/{id}", StringComparison.Ordinal), "the reference");
        Assert.Empty(Errors(browser));
    }

    private ChromeDriver Open(int width = 1400, int height = 1000, bool dark = false)
    {
        var browser = Browser.Open(width, height, dark);
        browser.Navigate().GoToUrl(_server.Address);
        return browser;
    }

    private async Task SubmitAsync(string id, string outlet, string text, string published = "2026-09-16") =>
        (await _server.Client.PostAsJsonAsync("/v1/articles", new { id, outlet, published, title = "News", text })).EnsureSuccessStatusCode();

    private static IWebElement Await(ChromeDriver browser, string selector)
    {
        Await(browser, () => browser.FindElements(By.CssSelector(selector)).Count > 0, selector);
        return browser.FindElement(By.CssSelector(selector));
    }

    /// <summary>By script, at one moment: the page fills its lists anew while it is looked at, and moves what stands below.</summary>
    private static void Press(ChromeDriver browser, string selector) =>
        Await(browser, () => browser.ExecuteScript("const part = document.querySelector(arguments[0]); part?.click(); return part !== null", selector) is true, selector);

    private static void Await(ChromeDriver browser, Func<bool> holds, string? what = null)
    {
        var until = DateTime.UtcNow + Patience;
        while (!holds())
            if (DateTime.UtcNow > until) throw new TimeoutException($"{what} did not come. {string.Join('\n', Errors(browser))}\n{browser.FindElement(By.TagName("body")).Text}");
    }

    private static IEnumerable<string> Errors(ChromeDriver browser) =>
        browser.Manage().Logs.GetLog(LogType.Browser).Where(entry => entry.Level >= LogLevel.Warning).Select(entry => entry.Message);
}
