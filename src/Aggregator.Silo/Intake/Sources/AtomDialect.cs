namespace Aggregator.Intake;

/// <summary>Atom 1.0 and 0.3, also where the feed forgot its namespace.</summary>
internal static class AtomDialect
{
    internal static FeedDocument Read(FeedElement root, FeedLimits limits)
    {
        var links = root.All("atom:link", "link").ToList();
        var entries = root.All("atom:entry", "entry").ToList();
        return new FeedDocument
        {
            Format = root.Attribute("version") is "0.1" or "0.2" or "0.3" ? "atom-0.3" : "atom-1.0",
            Title = AtomText.Line(root.First("atom:title", "title", "dc:title"), limits.LineLengthMax),
            SiteUrl = AtomLinks.Find(links, "alternate"),
            SelfUrl = AtomLinks.Find(links, "self"),
            HubUrls = [.. AtomLinks.FindAll(links, "hub")],
            Language = FeedMarkup.Cut(root.Language ?? root.FirstText("dc:language"), 40)?.Replace('_', '-'),
            UpdatedAt = FeedDate.Read(LastText(root, "atom:updated", "updated", "atom:modified", "modified", "dc:date")),
            Pace = FeedPaceReader.Read(root),
            Items = [.. entries.Take(limits.ItemCountMax).Select(entry => ReadEntry(entry, root, limits))],
            ItemsLeftCount = Math.Max(0, entries.Count - limits.ItemCountMax),
        };
    }

    private static FeedItem ReadEntry(FeedElement entry, FeedElement root, FeedLimits limits)
    {
        var links = entry.All("atom:link", "link").ToList();
        var content = entry.First("atom:content", "content", "content:encoded");
        var summary = entry.First("atom:summary", "summary", "dc:description", "media:description") ?? entry.First("media:group")?.First("media:description");
        var id = entry.FirstText("atom:id", "id");
        return new FeedItemDraft
        {
            Id = id,
            Url = AtomLinks.Find(links, "alternate") ?? WebAddress.ResolveText(content?.Attribute("src"), content?.BaseUri)
                ?? (id is not null && id.Contains("://", StringComparison.Ordinal) ? WebAddress.ResolveText(id, null) : null),
            Title = AtomText.Line(entry.First("atom:title", "title", "dc:title", "media:title"), limits.LineLengthMax),
            PublishedAt = FeedDate.Read(LastText(entry, "atom:published", "published", "atom:issued", "issued", "dc:date", "atom:created", "created")),
            UpdatedAt = FeedDate.Read(LastText(entry, "atom:updated", "updated", "atom:modified", "modified", "dcterms:modified")),
            Summary = summary is null ? null : AtomText.Html(summary, limits.TextLengthMax),
            Content = content is null ? null : AtomText.Html(content, limits.TextLengthMax),
            Author = NameOf(entry) ?? (entry.First("atom:source", "source") is { } source ? NameOf(source) : null) ?? NameOf(root),
            Language = FeedMarkup.Cut(content?.Language ?? entry.Language, 40),
        }.Finish(limits);
    }

    private static string? NameOf(FeedElement element)
    {
        var names = element.All("atom:author", "author")
            .Select(author => author.FirstText("atom:name", "name") ?? (author.HasChildren ? null : author.Text))
            .Where(name => !string.IsNullOrWhiteSpace(name)).Distinct().Take(10);
        return string.Join(", ", names) is { Length: > 0 } joined ? joined : element.FirstText("dc:creator");
    }

    /// <summary>Of several texts of the first name that has any, the last: a feed that repeats a date means to correct it.</summary>
    private static string? LastText(FeedElement element, params string[] names)
    {
        foreach (var name in names)
        {
            if (element.All(name).LastOrDefault()?.Text is { Length: > 0 } text) return text;
        }
        return null;
    }
}
