using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Aggregator.Feeds;

/// <summary>
/// The rules of the W3C's feed validator that apply to what is written here, by the names that it gives their breach
/// (https://validator.w3.org/feed/docs/).
/// </summary>
internal static partial class FeedRules
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    internal static List<string> BreachesOf(string text)
    {
        var root = XDocument.Parse(text).Root!;
        return [.. (root.Name == Atom + "feed" ? OfAtom(root) : OfRss(root)).Concat(OfText(root)).Distinct()];
    }

    private static IEnumerable<string> OfAtom(XElement feed)
    {
        if (feed.Elements(Atom + "link").Count(link => Is(link, "self")) != 1) yield return "MissingSelf";
        var entries = feed.Elements(Atom + "entry").ToList();
        if (entries.Select(entry => entry.Element(Atom + "id")?.Value).Distinct().Count() < entries.Count) yield return "DuplicateEntries";
        foreach (var part in entries.Prepend(feed))
        {
            foreach (var name in (string[])["id", "title", "updated"])
                if (part.Elements(Atom + name).Count() != 1) yield return part.Element(Atom + name) is null ? "MissingElement" : "DuplicateElement";
            if (!Uri.TryCreate(part.Element(Atom + "id")?.Value, UriKind.Absolute, out _)) yield return "InvalidFullLink";
            if (part.Element(Atom + "title")?.Value.Trim() is "") yield return "MissingTextualContent";
            if (part.Elements(Atom + "updated").Concat(part.Elements(Atom + "published")).Any(moment => !IsRfc3339(moment.Value))) yield return "InvalidRFC3339Date";
            var alternates = part.Elements(Atom + "link").Where(link => Is(link, "alternate")).Select(link => (link.Attribute("type")?.Value, link.Attribute("hreflang")?.Value)).ToList();
            if (alternates.Distinct().Count() < alternates.Count) yield return "DuplicateAtomLink";
            if (part.Elements(Atom + "link").Any(link => !IsHttp(link.Attribute("href")?.Value))) yield return "InvalidLink";
            if (part.Elements(Atom + "category").Any(category => category.Attribute("term") is null)) yield return "MissingAttribute";
        }
        if (feed.Element(Atom + "author")?.Element(Atom + "name") is null && entries.Exists(entry => entry.Element(Atom + "author") is null)) yield return "MissingElement";
        if (entries.Exists(entry => entry.Element(Atom + "content") is null && !entry.Elements(Atom + "link").Any(link => Is(link, "alternate")))) yield return "MissingContentOrAlternate";
        foreach (var breach in entries.SelectMany(entry => OfHtml(entry.Element(Atom + "content")?.Value))) yield return breach;
    }

    private static IEnumerable<string> OfRss(XElement rss)
    {
        var channel = rss.Element("channel")!;
        foreach (var name in (string[])["title", "link", "description"])
            if (channel.Elements(name).Count() != 1) yield return channel.Element(name) is null ? "MissingElement" : "DuplicateElement";
        if (channel.Elements(Atom + "link").Count(link => Is(link, "self")) != 1) yield return "MissingAtomSelfLink";
        var items = channel.Elements("item").ToList();
        if (items.Select(item => item.Element("guid")?.Value).Distinct().Count() < items.Count) yield return "DuplicateItem";
        foreach (var item in items)
        {
            if (item.Element("title") is null && item.Element("description") is null) yield return "MissingElement";
            if (!IsHttp(item.Element("link")?.Value)) yield return "InvalidLink";
            if (item.Element("guid") is not { } guid) yield return "MissingGuid";
            else if (guid.Attribute("isPermaLink")?.Value != "false" && !IsHttp(guid.Value)) yield return "InvalidHttpGUID";
            if (!IsRfc822(item.Element("pubDate")?.Value)) yield return "InvalidRFC2822Date";
            foreach (var breach in OfHtml(item.Element("description")?.Value)) yield return breach;
        }
        if (!IsRfc822(channel.Element("lastBuildDate")?.Value)) yield return "InvalidRFC2822Date";
    }

    private static IEnumerable<string> OfText(XElement root)
    {
        foreach (var text in root.DescendantNodes().OfType<XText>().Select(node => node.Value))
            if (text.Any(letter => letter is >= '\u0080' and <= '\u009f')) yield return "BadCharacters";
    }

    private static IEnumerable<string> OfHtml(string? html)
    {
        if (html is null) yield break;
        if (Dangerous().IsMatch(html)) yield return "SecurityRisk";
        if (Addresses().Matches(html).Any(match => !IsHttp(match.Groups[1].Value))) yield return "ContainsRelRef";
        var open = new Stack<string>();
        foreach (Match tag in Tags().Matches(html))
        {
            if (tag.Value is "<br>") continue;
            if (tag.Groups[1].Length == 0) open.Push(tag.Groups[2].Value);
            else if (!open.TryPop(out var last) || last != tag.Groups[2].Value) yield return "NotHtml";
        }
        if (open.Count > 0) yield return "NotHtml";
    }

    private static bool Is(XElement link, string relation) => link.Attribute("rel")?.Value == relation;

    private static bool IsHttp(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static bool IsRfc3339(string text) => DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static bool IsRfc822(string? text) => DateTimeOffset.TryParseExact(text, "ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    [GeneratedRegex("""<\s*(script|iframe|object|embed|style|meta|form)\b|\son\w+\s*=|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Dangerous();

    [GeneratedRegex("""(?:href|src)="([^"]*)"(?=[^<]*>)""")]
    private static partial Regex Addresses();

    [GeneratedRegex("""<(/?)([a-z][a-z0-9]*)[^>]*>""")]
    private static partial Regex Tags();
}
