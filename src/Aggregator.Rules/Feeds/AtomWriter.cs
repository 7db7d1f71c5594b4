using System.Xml;

namespace Aggregator.Feeds;

/// <summary>Writes a feed document as Atom (RFC 4287), with paging and archives (RFC 5005), tombstones (RFC 6721) and points (GeoRSS).</summary>
internal static class AtomWriter
{

    internal static void Write(XmlWriter xml, FeedDocument document)
    {
        xml.WriteStartElement("feed", FeedXml.Atom);
        if (document.IsArchive) xml.WriteAttributeString("xmlns", "fh", null, FeedXml.History);
        if (!document.Deleted.IsEmpty) xml.WriteAttributeString("xmlns", "at", null, FeedXml.Tombstones);
        if (document.Items.Any(item => item.Point is not null)) xml.WriteAttributeString("xmlns", "georss", null, FeedXml.GeoRss);
        xml.WriteElementString("id", FeedXml.Atom, document.Id);
        xml.WriteElementString("title", FeedXml.Atom, EntryText.Clean(document.Title));
        if (document.Subtitle.Length > 0) xml.WriteElementString("subtitle", FeedXml.Atom, EntryText.Clean(document.Subtitle));
        xml.WriteElementString("updated", FeedXml.Atom, FeedXml.Moment(document.UpdatedAt));
        xml.WriteStartElement("author", FeedXml.Atom);
        xml.WriteElementString("name", FeedXml.Atom, FeedXml.Author);
        xml.WriteEndElement();
        xml.WriteElementString("generator", FeedXml.Atom, FeedXml.Author);
        foreach (var link in document.Links) WriteLink(xml, link);
        if (document.IsArchive) xml.WriteElementString("archive", FeedXml.History, "");
        foreach (var deleted in document.Deleted) WriteDeleted(xml, deleted);
        foreach (var item in document.Items) WriteEntry(xml, item);
        xml.WriteEndElement();
    }

    private static void WriteEntry(XmlWriter xml, FeedItem item)
    {
        xml.WriteStartElement("entry", FeedXml.Atom);
        xml.WriteElementString("id", FeedXml.Atom, item.Id);
        xml.WriteElementString("title", FeedXml.Atom, EntryText.Clean(item.Title));
        xml.WriteElementString("updated", FeedXml.Atom, FeedXml.Moment(item.UpdatedAt));
        xml.WriteElementString("published", FeedXml.Atom, FeedXml.Moment(item.PublishedAt));
        WriteLink(xml, new FeedLink("alternate", item.Url, "text/html"));
        if (item.JsonUrl is { } json) WriteLink(xml, new FeedLink("alternate", json, "application/json"));
        foreach (var url in item.Related) WriteLink(xml, new FeedLink("related", url, "text/html"));
        foreach (var category in item.Categories)
        {
            xml.WriteStartElement("category", FeedXml.Atom);
            xml.WriteAttributeString("term", category.Term);
            xml.WriteAttributeString("scheme", category.SchemeUri);
            xml.WriteEndElement();
        }
        if (item.Point is { } point) FeedXml.WritePoint(xml, point);
        xml.WriteStartElement("content", FeedXml.Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(EntryText.Clean(item.Html));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteDeleted(XmlWriter xml, DeletedItem deleted)
    {
        xml.WriteStartElement("deleted-entry", FeedXml.Tombstones);
        xml.WriteAttributeString("ref", deleted.Id);
        xml.WriteAttributeString("when", FeedXml.Moment(deleted.When));
        xml.WriteElementString("comment", FeedXml.Tombstones, EntryText.Clean(deleted.Comment));
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, FeedLink link)
    {
        xml.WriteStartElement("link", FeedXml.Atom);
        FeedXml.WriteLinkAttributes(xml, link);
        xml.WriteEndElement();
    }
}
