using System.Collections.Immutable;

namespace Aggregator.Intake;

/// <summary>Reads lists of feeds in OPML 1 and 2, nested or broken, within <see cref="FeedLimits"/>.</summary>
public static class OpmlReader
{
    /// <summary>Reads a list.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="limits">How much is read, or null for the defaults; its item limit holds for the feeds.</param>
    public static OpmlReading Read(ReadOnlyMemory<byte> bytes, FeedLimits? limits = null)
    {
        limits ??= new FeedLimits();
        if (bytes.Length > limits.SizeMax) return Refused(FeedFault.TooLarge, $"Larger than {limits.SizeMax} bytes.");
        var text = FeedEncoding.Decode(bytes.Span, null).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.Length == 0) return Refused(FeedFault.Empty, "The document is empty.");
        var root = StrictXml.TryRead(text, null, limits) ?? TolerantXml.Read(text, null, limits);
        if (root is null) return Refused(FeedFault.Unreadable, "Not XML.");
        if (root.LocalName != "opml") return Refused(FeedFault.UnknownFormat, $"Not OPML: its outermost element is '{root.Name}'.");

        var found = new Found(limits);
        // Some files forget the body.
        found.Walk(root.First("body") ?? root, []);
        return new OpmlReading([.. found.Outlines], found.SkippedCount, null);
    }

    private static OpmlReading Refused(FeedFault fault, string detail) => new([], 0, new FeedRefusal(fault, detail));

    private sealed class Found(FeedLimits limits)
    {
        private readonly HashSet<string> _addresses = [];

        internal List<OpmlOutline> Outlines { get; } = [];

        internal int SkippedCount { get; private set; }

        internal void Walk(FeedElement parent, ImmutableArray<string> folders)
        {
            foreach (var outline in parent.All("outline"))
            {
                if (Outlines.Count >= limits.ItemCountMax) return;
                var title = FeedMarkup.Cut(HtmlText.Line(outline.Attribute("text") ?? outline.Attribute("title") ?? ""), limits.LineLengthMax) ?? "";
                Add(outline, title, folders);
                if (outline.HasChildren) Walk(outline, title.Length > 0 ? folders.Add(title) : folders);
            }
        }

        private void Add(FeedElement outline, string title, ImmutableArray<string> folders)
        {
            var type = outline.Attribute("type")?.ToLowerInvariant();
            // These lead to other lists and to pages.
            if (type is "link" or "include" or "source") return;
            var said = outline.Attribute("xmlurl") ?? (type is "rss" or "atom" or "feed" ? outline.Attribute("url") ?? "" : null);
            if (said is null) return;
            if (WebAddress.ResolveText(said, null) is not { } url) SkippedCount++;
            else if (_addresses.Add(url)) Outlines.Add(new OpmlOutline(url, title, WebAddress.ResolveText(outline.Attribute("htmlurl"), null), folders));
        }
    }
}
