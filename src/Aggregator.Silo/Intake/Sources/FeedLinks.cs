namespace Aggregator.Intake;

/// <summary>Finds the feeds that a web page announces, for whoever gave the page's address in place of a feed's.</summary>
internal static class FeedLinks
{
    private const int LengthMax = 100_000;
    private const int CountMax = 5;

    /// <summary>Why a page is refused, with its feeds' addresses if it announces any.</summary>
    internal static string Detail(string page, Uri? baseUri)
    {
        using var document = HtmlPage.TryParse(page.Length > LengthMax ? page[..LengthMax] : page);
        var links = document is null ? [] : document.QuerySelectorAll("link[rel~=alternate][href]").ToList();
        var addresses = links
            .Where(link => link.GetAttribute("type") is { } type && (type.Contains("rss", StringComparison.OrdinalIgnoreCase)
                || type.Contains("atom", StringComparison.OrdinalIgnoreCase) || type.Contains("feed+json", StringComparison.OrdinalIgnoreCase)))
            .Select(link => WebAddress.ResolveText(link.GetAttribute("href"), baseUri)).OfType<string>().Distinct().Take(CountMax).ToList();
        return addresses.Count == 0 ? "A web page, not a feed." : $"A web page, not a feed. It announces: {string.Join(" ", addresses)}";
    }
}
