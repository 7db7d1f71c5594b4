using System.Net.Http.Json;
using OpenQA.Selenium;
using Xunit;

namespace Aggregator.Page;

/// <summary>What the page shows of a topic, in a real browser, over a real server.</summary>
public sealed class PageTests : PageTest
{
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
        (await Server.Client.PutAsJsonAsync("/v1/topics/ferry", new { title = "The ferry", question = "kind:disaster" }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        using var browser = Browser.Open();
        browser.Navigate().GoToUrl(new Uri(Server.Address, "/#/topics/ferry"));
        Await(browser, "#feed-title ~ .scroll .entry");
        Await(browser, () => browser.FindElement(By.Id("connection")).Text.Contains("live", StringComparison.Ordinal), "the stream");
        await SubmitAsync("v-1", "North Wire", "A ferry capsized off Manila on Monday, killing 37 people, the coast guard said.", "2026-09-17");
        Await(browser, () => browser.FindElements(By.CssSelector(".entry.fresh .reason")).Any(reason => reason.Text.Contains("killed 37 (coast guard), no longer 38", StringComparison.Ordinal)), "the correction");
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
}
