using System.Globalization;
using System.Xml;

namespace Aggregator.Feeds;

/// <summary>Writes a feed document as RSS 2.0, with Atom's links, Dublin Core's later change, paging and archives (RFC 5005) and points (GeoRSS).</summary>
internal static class RssWriter
{
    private const int RelatedCountMax = 1;

    internal static void Write(XmlWriter xml, FeedDocument document)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, FeedXml.Atom);
        if (document.IsArchive) xml.WriteAttributeString("xmlns", "fh", null, FeedXml.History);
        if (document.Items.Any(item => item.UpdatedAt != item.PublishedAt)) xml.WriteAttributeString("xmlns", "dcterms", null, FeedXml.DublinCore);
        if (document.Items.Any(item => item.Point is not null)) xml.WriteAttributeString("xmlns", "georss", null, FeedXml.GeoRss);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", EntryText.Clean(document.Title));
        xml.WriteElementString("link", document.HomeUrl);
        xml.WriteElementString("description", EntryText.Clean(document.Subtitle.Length > 0 ? document.Subtitle : document.Title));
        xml.WriteElementString("lastBuildDate", Moment(document.UpdatedAt));
        xml.WriteElementString("generator", FeedXml.Author);
        xml.WriteElementString("docs", "https://www.rssboard.org/rss-specification");
        foreach (var link in document.Links.Where(link => link.Relation != "alternate"))
        {
            xml.WriteStartElement("atom", "link", FeedXml.Atom);
            FeedXml.WriteLinkAttributes(xml, link);
            xml.WriteEndElement();
        }
        if (document.IsArchive) xml.WriteElementString("fh", "archive", FeedXml.History, "");
        foreach (var item in document.Items) WriteItem(xml, item);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteItem(XmlWriter xml, FeedItem item)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", EntryText.Clean(item.Title));
        xml.WriteElementString("link", item.Url);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(item.Id);
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", Moment(item.PublishedAt));
        // RSS has no word for a later change; Dublin Core has.
        if (item.UpdatedAt != item.PublishedAt) xml.WriteElementString("dcterms", "modified", FeedXml.DublinCore, FeedXml.Moment(item.UpdatedAt));
        xml.WriteElementString("description", EntryText.Clean(item.Html));
        foreach (var url in item.Related.Take(RelatedCountMax))
        {
            xml.WriteStartElement("atom", "link", FeedXml.Atom);
            FeedXml.WriteLinkAttributes(xml, new FeedLink("related", url, "text/html"));
            xml.WriteEndElement();
        }
        foreach (var category in item.Categories)
        {
            xml.WriteStartElement("category");
            xml.WriteAttributeString("domain", category.SchemeUri);
            xml.WriteString(category.Term);
            xml.WriteEndElement();
        }
        if (item.Point is { } point) FeedXml.WritePoint(xml, point);
        xml.WriteEndElement();
    }

    // RFC 822 with the year in full, as RSS asks for.
    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);
}
