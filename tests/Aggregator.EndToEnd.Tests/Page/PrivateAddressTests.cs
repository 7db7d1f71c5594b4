using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Aggregator.Serving;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using Xunit;

namespace Aggregator.Page;

/// <summary>What the page says to people who follow a topic, by programs that send no key, on a server that asks for keys.</summary>
public sealed class PrivateAddressTests : PageTest
{
    private static readonly string First = $"agg_0123456789ab_{new string('7', 64)}";
    private static readonly string[] ReadOnly = ["read"];

    [Fact]
    public async Task Page_KeyThatMayManage_MakesAddressesThatOpenWithoutAKey()
    {
        using var folder = new TemporaryFolder();
        await using var locked = await StartAsync(folder);
        using var anybody = new HttpClient();
        using var browser = OpenWith(locked, First);
        var refused = Shown(browser);
        Assert.Equal(6, refused.Length);
        foreach (var address in refused) Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(anybody, address));
        Press(browser, ".follow .private button");
        Await(browser, () => Shown(browser) is { Length: 6 } now && now.All(address => address.Contains("?token=", StringComparison.Ordinal)), "addresses with a secret");
        foreach (var address in Shown(browser)) Assert.Equal(HttpStatusCode.OK, await StatusAsync(anybody, address));
        var links = Texts(browser, "return [...document.querySelectorAll('.follow li a, link[rel=alternate]')].map(link => link.href)");
        Assert.True(links.Length >= 14, $"{links.Length} links");
        foreach (var link in links) Assert.Equal(HttpStatusCode.OK, await StatusAsync(anybody, link));
        Assert.DoesNotContain("token=", browser.Url, StringComparison.Ordinal);
        Assert.Empty(browser.FindElements(By.CssSelector(".follow .private button")));
    }

    [Fact]
    public async Task Page_KeyThatMayOnlyRead_SaysWhomToAsk()
    {
        using var folder = new TemporaryFolder();
        await using var locked = await StartAsync(folder);
        using var made = await locked.Client.PostAsJsonAsync("/v1/keys", new { name = "reader", scopes = ReadOnly }, TestContext.Current.CancellationToken);
        var key = (await made.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("token").GetString()!;
        using var browser = OpenWith(locked, key);
        Await(browser, () => browser.FindElements(By.CssSelector(".follow .private p")) is [{ Text: var text }] && text.Contains("whoever manages this server", StringComparison.Ordinal), "whom to ask");
        Assert.Empty(browser.FindElements(By.CssSelector(".follow .private button")));
    }

    [Fact]
    public void Page_NoKeyNeeded_SaysNothingOfPrivateAddresses()
    {
        using var browser = Open();
        Press(browser, ".follow > summary");
        Await(browser, ".follow[open]");
        Assert.Empty(browser.FindElements(By.CssSelector(".follow .private")));
        Assert.DoesNotContain(Shown(browser), address => address.Contains("token=", StringComparison.Ordinal));
    }

    private static async Task<ServerProcess> StartAsync(TemporaryFolder folder)
    {
        var file = Path.Combine(folder.Path, "first-key");
        await File.WriteAllTextAsync(file, First, TestContext.Current.CancellationToken);
        var locked = await ServerProcess.StartAsync(
            Path.Combine(folder.Path, "data"), new Dictionary<string, string> { ["AGGREGATOR_Access__KeysRequired"] = "true", ["AGGREGATOR_Access__BootstrapKeyFile"] = file });
        locked.Client.DefaultRequestHeaders.Authorization = new("Bearer", First);
        (await locked.Client.PutAsJsonAsync("/v1/topics/calls", new { title = "Calls of presidents", question = "kind:call" }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        return locked;
    }

    private static ChromeDriver OpenWith(ServerProcess server, string key)
    {
        var browser = Browser.Open();
        browser.Navigate().GoToUrl(server.Address);
        Await(browser, "#key").SendKeys(key + Keys.Enter);
        Press(browser, ".follow > summary");
        return browser;
    }

    private static string[] Shown(ChromeDriver browser) => Texts(browser, "return [...document.querySelectorAll('.follow .address input')].map(input => input.value)");

    private static string[] Texts(ChromeDriver browser, string script) => [.. ((IReadOnlyCollection<object>)browser.ExecuteScript(script)!).Cast<string>()];

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
