using OpenQA.Selenium.Chrome;
using Xunit;

namespace Aggregator.Page;

/// <summary>Debian's Chromium without a window. A machine without it skips the test and says what would run it.</summary>
internal static class Browser
{
    private const string Chromium = "/usr/bin/chromium";
    private const string Driver = "/usr/bin/chromedriver";

    internal static ChromeDriver Open(int width = 1400, int height = 1000, bool dark = false)
    {
        Assert.SkipUnless(File.Exists(Chromium) && File.Exists(Driver), "There is no Chromium here: apt-get install chromium chromium-driver would run this.");
        var options = new ChromeOptions { BinaryLocation = Chromium };
        options.AddArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");
        var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(Driver), Path.GetFileName(Driver));
        var browser = new ChromeDriver(service, options);
        // A window can't be narrower than some 500 pixels; the emulated screen can.
        browser.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = width < 500 });
        browser.ExecuteCdpCommand("Emulation.setEmulatedMedia", new() { ["features"] = new[] { new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" } } });
        return browser;
    }
}
