using System.Collections.Frozen;

namespace Aggregator.Intake;

/// <summary>
/// Namespaces of feeds, each by one short prefix whatever the document calls it. Feeds write the addresses in other
/// case, with blanks around them or in drafts' forms; elements without a namespace and those of RSS get the empty prefix.
/// </summary>
internal static class FeedNames
{
    internal const string Unknown = "?";

    private static readonly FrozenDictionary<string, string> PrefixByAddress = new Dictionary<string, string>
    {
        [""] = "",
        ["http://backend.userland.com/rss"] = "",
        ["http://backend.userland.com/rss2"] = "",
        ["http://backend.userland.com/rss091"] = "",
        ["http://blogs.law.harvard.edu/tech/rss"] = "",
        ["http://purl.org/rss/1.0"] = "",
        ["http://purl.org/net/rss1.1"] = "",
        ["http://my.netscape.com/rdf/simple/0.9"] = "",
        ["http://channel.netscape.com/rdf/simple/0.9"] = "",
        ["http://my.netscape.com/publish/formats/rss-0.91.dtd"] = "",
        ["http://example.com/necho"] = "atom",
        ["http://purl.org/echo"] = "atom",
        ["http://purl.org/atom/ns"] = "atom",
        ["http://purl.org/atom"] = "atom",
        ["http://www.w3.org/2005/atom"] = "atom",
        ["uri/of/echo/namespace"] = "atom",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns"] = "rdf",
        ["http://purl.org/dc/elements/1.1"] = "dc",
        ["http://purl.org/dc/elements/1.0"] = "dc",
        ["http://purl.org/dc/terms"] = "dcterms",
        ["http://purl.org/rss/1.0/modules/content"] = "content",
        ["http://purl.org/rss/1.0/modules/syndication"] = "sy",
        ["http://search.yahoo.com/mrss"] = "media",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://www.w3.org/1999/xhtml"] = "xhtml",
        ["http://www.w3.org/xml/1998/namespace"] = "xml",
        ["http://rssnamespace.org/feedburner/ext/1.0"] = "feedburner",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> KnownPrefixes = PrefixByAddress.Values.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The prefix for a namespace's address; <see cref="Unknown"/> for a foreign one.</summary>
    internal static string Prefix(string? address)
    {
        var trimmed = (address ?? "").AsSpan().Trim().TrimEnd("/#");
        return PrefixByAddress.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(trimmed, out var prefix) ? prefix : Unknown;
    }

    /// <summary>What a prefix that the document forgot to declare will have meant.</summary>
    internal static string Undeclared(string prefix) => KnownPrefixes.Contains(prefix) ? prefix : Unknown;

    /// <summary>The name under which an element or attribute is looked up: prefix, colon and local name in lower case.</summary>
    internal static string Join(string prefix, string localName)
    {
        var lower = localName.ToLowerInvariant();
        return prefix.Length == 0 ? lower : $"{prefix}:{lower}";
    }
}
