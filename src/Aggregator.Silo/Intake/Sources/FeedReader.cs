using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Aggregator.Intake;

/// <summary>
/// Reads feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1. Broken ones are read where a good reader
/// would cope. Reading is a pure function: nothing is fetched, no entity is expanded, all is bounded by <see cref="FeedLimits"/>.
/// </summary>
public static partial class FeedReader
{
    private const int PageHeadLengthMax = 2_000;

    /// <summary>Reads a feed.</summary>
    /// <param name="bytes">The document, also gzipped.</param>
    /// <param name="contentType">The Content-Type header it came with, or null. Only its charset is believed.</param>
    /// <param name="baseUri">Where it came from, absolute, or null; relative addresses are dropped then.</param>
    /// <param name="limits">How much is read, or null for the defaults.</param>
    /// <returns>The feed, or why it is none.</returns>
    public static FeedReading Read(ReadOnlyMemory<byte> bytes, string? contentType = null, Uri? baseUri = null, FeedLimits? limits = null)
    {
        limits ??= new FeedLimits();
        if (bytes.Length > limits.SizeMax) return TooLarge(limits);
        if (GzipBytes.Are(bytes.Span))
        {
            if (!GzipBytes.TryInflate(bytes, limits.SizeMax, out var inflated)) return TooLarge(limits);
            bytes = inflated;
        }
        var text = FeedEncoding.Decode(bytes.Span, CharsetOf(contentType)).TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '\0');
        if (text.Length == 0) return new FeedReading(FeedFault.Empty, "The document is empty.");
        return text[0] is '{' or '[' ? JsonFeedDialect.Read(text, baseUri, limits) : ReadXml(text, baseUri, limits);
    }

    private static FeedReading ReadXml(string text, Uri? baseUri, FeedLimits limits)
    {
        if (StrictXml.TryRead(text, baseUri, limits) is { } root && ReadTree(root, limits) is { } document) return new FeedReading(document);
        if (!text.Contains('<', StringComparison.Ordinal)) return new FeedReading(FeedFault.Unreadable, "Neither XML nor JSON.");

        var repaired = ReadTolerantly(text, baseUri, limits, out var name);
        if (repaired is not null) return new FeedReading(repaired with { Repaired = true });
        return name == "html" || LooksLikePage(text)
            ? new FeedReading(FeedFault.WebPage, FeedLinks.Detail(text, baseUri))
            : new FeedReading(FeedFault.UnknownFormat, $"XML, but not a feed that is known: its outermost element is '{name}'.");
    }

    private static FeedDocument? ReadTolerantly(string text, Uri? baseUri, FeedLimits limits, out string name)
    {
        var root = TolerantXml.Read(text, baseUri, limits);
        name = root?.Name ?? "";
        if (root is not null && ReadTree(root, limits) is { } document) return document;
        // Something stands before the feed, such as a server's warning: start where a feed starts.
        var start = LooksLikePage(text) ? null : FeedStart().Match(text);
        return start is { Success: true, Index: > 0 } && TolerantXml.Read(text[start.Index..], baseUri, limits) is { } inner
            ? ReadTree(inner, limits) : null;
    }

    private static FeedDocument? ReadTree(FeedElement root, FeedLimits limits) => root.LocalName switch
    {
        "rss" or "rdf" => RssDialect.Read(root, limits),
        "channel" when root.Name == "channel" => RssDialect.Read(root, limits),
        "feed" => AtomDialect.Read(root, limits),
        _ => null,
    };

    private static FeedReading TooLarge(FeedLimits limits) =>
        new(FeedFault.TooLarge, $"Larger than {limits.SizeMax} bytes, or compressed beyond reading.");

    private static string? CharsetOf(string? contentType) =>
        contentType is not null && MediaTypeHeaderValue.TryParse(contentType, out var type) ? type.CharSet
        : contentType is not null && Charset().Match(contentType) is { Success: true } match ? match.Groups[1].Value
        : null;

    private static bool LooksLikePage(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, PageHeadLengthMax));
        return head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.Contains("<html", StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"charset\s*=\s*[""']?([\w.:-]{1,40})", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    [GeneratedRegex(@"<(?:\?xml|rss|feed|rdf:rdf|[a-z]\w{0,20}:feed)[\s>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FeedStart();
}
