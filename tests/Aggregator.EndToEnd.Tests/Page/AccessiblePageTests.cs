using OpenQA.Selenium;
using Xunit;

namespace Aggregator.Page;

/// <summary>The page on any screen, by keyboard and to a reader; and the reference.</summary>
public sealed class AccessiblePageTests : PageTest
{
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
        browser.Navigate().GoToUrl(new Uri(Server.Address, "/reference"));
        Await(browser, () => browser.FindElement(By.TagName("body")).Text.Contains("/v1/articles/{id}", StringComparison.Ordinal), "the reference");
        Assert.Empty(Errors(browser));
    }
}
