using System.Net.Http.Json;
using Aggregator.Serving;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using Xunit;

namespace Aggregator.Page;

/// <summary>A real server with a topic and an article, the page of which is looked at in a real browser.</summary>
public abstract class PageTest : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private protected TemporaryFolder Folder { get; } = new();

    private protected ServerProcess Server { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Server = await ServerProcess.StartAsync(Folder.Path);
        (await Server.Client.PutAsJsonAsync("/v1/topics/calls", new { title = "Calls of presidents", question = "kind:(call or casualties)" })).EnsureSuccessStatusCode();
        await SubmitAsync("a-1", "North Wire", "The president of Kenya spoke by phone with the president of Norway on Monday.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected ChromeDriver Open(int width = 1400, int height = 1000, bool dark = false)
    {
        var browser = Browser.Open(width, height, dark);
        browser.Navigate().GoToUrl(Server.Address);
        return browser;
    }

    private protected async Task SubmitAsync(string id, string outlet, string text, string published = "2026-09-16") =>
        (await Server.Client.PostAsJsonAsync("/v1/articles", new { id, outlet, published, title = "News", text })).EnsureSuccessStatusCode();

    private protected static IWebElement Await(ChromeDriver browser, string selector)
    {
        Await(browser, () => browser.FindElements(By.CssSelector(selector)).Count > 0, selector);
        return browser.FindElement(By.CssSelector(selector));
    }

    /// <summary>By script, at one moment: the page fills its lists anew while it is looked at, and moves what stands below.</summary>
    private protected static void Press(ChromeDriver browser, string selector) =>
        Await(browser, () => browser.ExecuteScript("const part = document.querySelector(arguments[0]); part?.click(); return part !== null", selector) is true, selector);

    private protected static void Await(ChromeDriver browser, Func<bool> holds, string? what = null)
    {
        var until = DateTime.UtcNow + Patience;
        while (!holds())
            if (DateTime.UtcNow > until) throw new TimeoutException($"{what} did not come. {string.Join('\n', Errors(browser))}\n{browser.FindElement(By.TagName("body")).Text}");
    }

    private protected static IEnumerable<string> Errors(ChromeDriver browser) =>
        browser.Manage().Logs.GetLog(LogType.Browser).Where(entry => entry.Level >= LogLevel.Warning).Select(entry => entry.Message);
}
