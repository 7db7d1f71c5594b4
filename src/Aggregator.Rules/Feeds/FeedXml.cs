using System.Globalization;
using System.Text;
using System.Xml;
using Aggregator.Extraction;

namespace Aggregator.Feeds;

/// <summary>What the feeds in XML share: namespaces, times, links, points.</summary>
internal static class FeedXml
{
    internal const string Author = "Aggregator";
    internal const string Atom = "http://www.w3.org/2005/Atom";
    internal const string History = "http://purl.org/syndication/history/1.0";
    internal const string Tombstones = "http://purl.org/atompub/tombstones/1.0";
    internal const string DublinCore = "http://purl.org/dc/terms/";
    internal const string GeoRss = "http://www.georss.org/georss";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    /// <summary>A document, UTF-8.</summary>
    internal static byte[] Write(Action<XmlWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            xml.WriteStartDocument();
            write(xml);
        }
        return buffer.ToArray();
    }

    internal static void WriteLinkAttributes(XmlWriter xml, FeedLink link)
    {
        xml.WriteAttributeString("rel", link.Relation);
        if (link.MediaType is not null) xml.WriteAttributeString("type", link.MediaType);
        xml.WriteAttributeString("href", link.Address);
    }

    internal static void WritePoint(XmlWriter xml, Place point) =>
        xml.WriteElementString("point", GeoRss, string.Create(CultureInfo.InvariantCulture, $"{point.Latitude:0.######} {point.Longitude:0.######}"));

    /// <summary>A moment as RFC 3339 has it, UTC.</summary>
    internal static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
