using System.Globalization;
using System.Text;
using System.Xml;
using Aggregator.Topics;
using Aggregator.Wire;

namespace Aggregator.Feeds;

/// <summary>Writes a page of a feed as Atom (RFC 4287), newest entry first, with links to further pages (RFC 5005).</summary>
internal static class AtomWriter
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    /// <summary>The document, UTF-8.</summary>
    /// <param name="page">The page.</param>
    /// <param name="server">The server's public address, without a slash at its end.</param>
    /// <param name="before">The position that the page ends before; the greatest for the newest page.</param>
    /// <param name="limit">How many entries were asked for.</param>
    internal static byte[] Write(FeedPage page, string server, long before, int limit)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("feed", Atom);
            WriteHead(xml, page, server, before, limit);
            foreach (var entry in page.Entries.Reverse()) WriteEntry(xml, page.Topic, entry, server);
            xml.WriteEndElement();
        }
        return buffer.ToArray();
    }

    private static void WriteHead(XmlWriter xml, FeedPage page, string server, long before, int limit)
    {
        var topic = page.Topic;
        var self = $"{server}/v1/topics/{topic.Id}/feed.atom";
        xml.WriteElementString("id", Atom, FeedUrn(topic));
        xml.WriteElementString("title", Atom, AtomText.Clean(topic.Title));
        if (topic.Description.Length > 0) xml.WriteElementString("subtitle", Atom, AtomText.Clean(topic.Description));
        xml.WriteElementString("updated", Atom, Moment(page.Entries is [.., var latest] ? latest.RecordedAt : topic.ChangedAt));
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, "Aggregator");
        xml.WriteEndElement();
        xml.WriteStartElement("generator", Atom);
        xml.WriteString("Aggregator");
        xml.WriteEndElement();
        WriteLink(xml, "self", before == long.MaxValue ? $"{self}?limit={limit}" : $"{self}?before={before}&limit={limit}", "application/atom+xml");
        WriteLink(xml, "alternate", $"{server}/#/topics/{topic.Id}", "text/html");
        WriteLink(xml, "first", $"{self}?limit={limit}", "application/atom+xml");
        if (page.Entries is [var oldest, ..] && oldest.Position > page.Origin + 1) WriteLink(xml, "next", $"{self}?before={oldest.Position}&limit={limit}", "application/atom+xml");
    }

    private static void WriteEntry(XmlWriter xml, TopicDefinition topic, FeedEntry entry, string server)
    {
        var newsEvent = entry.Event;
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, $"{FeedUrn(topic)}:{entry.Position}");
        xml.WriteElementString("title", Atom, AtomText.Clean(AtomText.Title(entry)));
        xml.WriteElementString("updated", Atom, Moment(entry.RecordedAt));
        xml.WriteElementString("published", Atom, Moment(entry.RecordedAt));
        WriteLink(xml, "alternate", $"{server}/v1/events/{newsEvent.Id}", "application/json");
        foreach (var url in newsEvent.Reports.Select(report => report.Url).OfType<string>().Where(AtomText.IsWeb).Distinct()) WriteLink(xml, "related", url, "text/html");
        WriteCategory(xml, "change", WireName.From(entry.Change));
        WriteCategory(xml, "kind", WireName.From(newsEvent.Kind));
        WriteCategory(xml, "status", WireName.From(newsEvent.Status));
        foreach (var party in newsEvent.Actors.Concat(newsEvent.Recipients).Select(party => party.Code?.Value).OfType<string>().Distinct()) WriteCategory(xml, "party", party);
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(AtomText.Clean(AtomText.Content(entry)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void WriteCategory(XmlWriter xml, string scheme, string term)
    {
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", term);
        xml.WriteAttributeString("scheme", $"urn:aggregator:{scheme}");
        xml.WriteEndElement();
    }

    // The moment of its creation tells a topic from one of the same name before or elsewhere.
    private static string FeedUrn(TopicDefinition topic) =>
        string.Create(CultureInfo.InvariantCulture, $"urn:aggregator:topic:{topic.Id}:{topic.CreatedAt.UtcDateTime:yyyyMMdd'T'HHmmssfff}");

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
