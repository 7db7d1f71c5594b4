using System.Net.Http.Json;
using Aggregator.Serving;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using Xunit;

namespace Aggregator.Page;

/// <summary>How people follow and define topics on the page.</summary>
public sealed class FollowingPageTests : PageTest
{
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

    [Fact]
    public void Page_FollowBox_OpensByKeyboardAndCopiesAddresses()
    {
        using var browser = Open();
        Await(browser, "#feed-title ~ .scroll .entry");
        // The topic has no description: nothing stands for it.
        Assert.Equal("h1 question", browser.ExecuteScript("return `${document.querySelector('main').firstChild.localName} ${document.querySelector('main').childNodes[1].className}`"));
        var summary = browser.FindElement(By.CssSelector(".follow > summary"));
        browser.ExecuteScript("arguments[0].focus()", summary);
        summary.SendKeys(Keys.Enter);
        Await(browser, ".follow[open]");
        foreach (var (name, file) in new[] { ("Atom", "feed.atom"), ("RSS", "feed.rss"), ("JSON Feed", "feed.json"), ("Daily digest", "digest.atom"), ("Calendar", "calendar.ics"), ("Live stream", "stream") })
        {
            var address = browser.FindElement(By.CssSelector($"input[aria-label='Address of the {name}']"));
            Assert.Equal(new Uri(Server.Address, $"/v1/topics/calls/{file}").AbsoluteUri, address.GetDomProperty("value"));
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
        var feed = await Server.Client.GetFromJsonAsync<System.Text.Json.JsonElement>("/v1/topics/calls/feed.json", cancellation);
        while (feed.GetProperty("items").GetArrayLength() == 0) feed = await Server.Client.GetFromJsonAsync<System.Text.Json.JsonElement>("/v1/topics/calls/feed.json", cancellation);
        using var browser = Browser.Open();
        browser.Navigate().GoToUrl(feed.GetProperty("items")[0].GetProperty("url").GetString()!);
        Await(browser, "#timeline-title ~ div .entry details[open] mark");
    }

    [Fact]
    public async Task Page_Webhooks_AreMadeTestedAndDeleted()
    {
        await using var server = await ServerProcess.StartAsync(Path.Combine(Folder.Path, "hooks"), new Dictionary<string, string> { ["AGGREGATOR_Sources__AllowedNetworks__0"] = "127.0.0.0/8" });
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
}
