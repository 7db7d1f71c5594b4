using System.Globalization;
using System.Xml;
using Aggregator.Topics;

namespace Aggregator.Feeds;

/// <summary>Writes the addresses of topics' feeds as OPML 2.0, to be taken up by a feed reader at once.</summary>
public static class OpmlWriter
{
    /// <summary>The document, UTF-8.</summary>
    /// <param name="topics">The topics.</param>
    /// <param name="form">The form of the feeds.</param>
    /// <param name="server">The server's public address, without a slash at its end.</param>
    public static byte[] Write(IReadOnlyCollection<TopicDefinition> topics, FeedForm form, string server) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("opml");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("head");
        xml.WriteElementString("title", "Aggregator's topics");
        if (topics.Count > 0) xml.WriteElementString("dateModified", topics.Max(topic => topic.ChangedAt).UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture));
        xml.WriteElementString("docs", "http://opml.org/spec2.opml");
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        foreach (var topic in topics) WriteOutline(xml, topic, form, server);
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void WriteOutline(XmlWriter xml, TopicDefinition topic, FeedForm form, string server)
    {
        xml.WriteStartElement("outline");
        // OPML knows no other type for what a reader subscribes to, whatever its form.
        xml.WriteAttributeString("type", "rss");
        xml.WriteAttributeString("text", EntryText.Clean(topic.Title));
        xml.WriteAttributeString("title", EntryText.Clean(topic.Title));
        if (topic.Description.Length > 0) xml.WriteAttributeString("description", EntryText.Clean(topic.Description));
        xml.WriteAttributeString("xmlUrl", TopicLinks.Address(topic.Id, form, server));
        xml.WriteAttributeString("htmlUrl", $"{server}/#/topics/{topic.Id}");
        xml.WriteEndElement();
    }
}
