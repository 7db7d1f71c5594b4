namespace Aggregator.Intake;

/// <summary>Finds the addresses of <c>atom:link</c> elements by their relation.</summary>
internal static class AtomLinks
{
    /// <summary>The first address of a relation, HTML before other types, or null.</summary>
    internal static string? Find(IEnumerable<FeedElement> links, string relation)
    {
        var matching = links.Where(link => RelationOf(link) == relation).ToList();
        return matching.OrderBy(link => IsPage(link) ? 0 : 1)
            .Select(link => WebAddress.ResolveText(AddressOf(link), link.BaseUri)).FirstOrDefault(url => url is not null);
    }

    /// <summary>All addresses of a relation, at most ten.</summary>
    internal static IEnumerable<string> FindAll(IEnumerable<FeedElement> links, string relation) =>
        links.Where(link => RelationOf(link) == relation)
            .Select(link => WebAddress.ResolveText(AddressOf(link), link.BaseUri)).OfType<string>().Distinct().Take(10);

    private static string? AddressOf(FeedElement link) => link.Attribute("href") ?? (link.Text is { Length: > 0 } text ? text : null);

    private static string RelationOf(FeedElement link)
    {
        var said = link.Attribute("rel")?.ToLowerInvariant();
        if (string.IsNullOrEmpty(said)) return "alternate";
        const string Registry = "http://www.iana.org/assignments/relation/";
        return said.StartsWith(Registry, StringComparison.Ordinal) ? said[Registry.Length..] : said;
    }

    private static bool IsPage(FeedElement link) =>
        link.Attribute("type") is not { Length: > 0 } type || type.Contains("html", StringComparison.OrdinalIgnoreCase);
}
