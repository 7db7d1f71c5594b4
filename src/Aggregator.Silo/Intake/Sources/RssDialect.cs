using System.Text.RegularExpressions;

namespace Aggregator.Intake;

/// <summary>RSS 0.90 to 2.0 and RSS 1.0 (RDF), with the modules that news feeds use.</summary>
internal static partial class RssDialect
{
    internal static FeedDocument Read(FeedElement root, FeedLimits limits)
    {
        var channel = root.First("channel") ?? root;
        // RSS 1.0 and 0.9 have the items beside the channel, the others in it; some feeds hang them elsewhere.
        var items = channel.All("item").Concat(ReferenceEquals(root, channel) ? [] : root.All("item")).ToList();
        var links = channel.All("atom:link").ToList();
        return new FeedDocument
        {
            Format = FormatOf(root),
            Title = HtmlText.Line(FeedMarkup.Cut(TextOf(channel, "title", "dc:title", "itunes:title"), limits.LineLengthMax) ?? ""),
            SiteUrl = WebAddress.ResolveText(channel.FirstText("link"), channel.BaseUri) ?? AtomLinks.Find(links, "alternate"),
            SelfUrl = AtomLinks.Find(links, "self"),
            HubUrls = [.. AtomLinks.FindAll(links, "hub")],
            Language = FeedMarkup.Cut(channel.FirstText("language", "dc:language") ?? channel.Language, 40)?.Replace('_', '-'),
            UpdatedAt = FeedDate.Read(channel.FirstText("lastbuilddate", "pubdate", "dc:date", "dcterms:modified", "atom:updated")),
            Pace = FeedPaceReader.Read(channel),
            Items = [.. items.Take(limits.ItemCountMax).Select(item => ReadItem(item, limits))],
            ItemsLeftCount = Math.Max(0, items.Count - limits.ItemCountMax),
        };
    }

    private static FeedItem ReadItem(FeedElement item, FeedLimits limits)
    {
        var guid = item.First("guid");
        var id = guid?.Text is { Length: > 0 } said ? said : item.Attribute("rdf:about") ?? item.FirstText("atom:id", "dc:identifier");
        return new FeedItemDraft
        {
            Id = id,
            Url = UrlOf(item, guid),
            Title = TextOf(item, "title", "dc:title", "media:title", "itunes:title"),
            PublishedAt = FeedDate.Read(item.FirstText("pubdate", "dc:date", "dcterms:issued", "atom:published", "dcterms:created", "published", "date")),
            UpdatedAt = FeedDate.Read(item.FirstText("dcterms:modified", "atom:updated", "atom:modified", "updated")),
            Summary = HtmlOf(item, limits, "description", "dc:description", "atom:summary", "summary", "itunes:summary", "media:description")
                ?? (item.First("media:group") is { } group ? HtmlOf(group, limits, "media:description") : null),
            Content = HtmlOf(item, limits, "content:encoded", "xhtml:body", "xhtml:div", "body", "atom:content", "fullitem", "content"),
            Author = AuthorOf(item),
            Language = FeedMarkup.Cut(item.FirstText("dc:language", "language") ?? item.Language, 40),
        }.Finish(limits);
    }

    private static string? UrlOf(FeedElement item, FeedElement? guid)
    {
        foreach (var link in item.All("link", "feedburner:origlink"))
        {
            if (WebAddress.ResolveText(link.Text is { Length: > 0 } text ? text : link.Attribute("href"), link.BaseUri) is { } url) return url;
        }
        if (AtomLinks.Find(item.All("atom:link"), "alternate") is { } alternate) return alternate;
        var guidIsLink = guid is not null && !string.Equals(guid.Attribute("ispermalink"), "false", StringComparison.OrdinalIgnoreCase);
        return (guidIsLink && guid!.Text.Contains("://", StringComparison.Ordinal) ? WebAddress.ResolveText(guid.Text, null) : null)
            ?? WebAddress.ResolveText(item.Attribute("rdf:about"), item.BaseUri);
    }

    private static string? AuthorOf(FeedElement item)
    {
        var author = item.FirstText("dc:creator", "author", "itunes:author", "dc:author") ?? item.First("atom:author")?.FirstText("atom:name");
        // RSS wants "mail@host (Name)": the name is what is meant.
        return author is not null && MailWithName().Match(author) is { Success: true } match ? match.Groups["name"].Value.Trim() : author;
    }

    private static string? TextOf(FeedElement element, params string[] names)
    {
        foreach (var name in names)
        {
            foreach (var child in element.All(name))
            {
                // Naked markup in a title is markup; its tags are dropped later, with those that were escaped.
                var text = child.HasChildren ? FeedMarkup.Html(child, int.MaxValue) : child.Text;
                if (!string.IsNullOrWhiteSpace(text)) return text;
            }
        }
        return null;
    }

    private static string? HtmlOf(FeedElement item, FeedLimits limits, params string[] names)
    {
        foreach (var name in names)
        {
            foreach (var child in item.All(name))
            {
                var html = name.StartsWith("atom:", StringComparison.Ordinal) ? AtomText.Html(child, limits.TextLengthMax)
                    : FeedMarkup.Html(child, limits.TextLengthMax);
                if (html is not null) return html;
            }
        }
        return null;
    }

    private static string FormatOf(FeedElement root) => root.Name switch
    {
        "rdf:rdf" => "rss-1.0",
        "rss" when root.Attribute("version") is { Length: > 0 and < 10 } version => $"rss-{version.ToLowerInvariant()}",
        _ => "rss",
    };

    [GeneratedRegex(@"^\S+@\S+\s*\((?<name>[^)]+)\)$")]
    private static partial Regex MailWithName();
}
