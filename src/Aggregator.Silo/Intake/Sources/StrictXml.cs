using System.Xml;

namespace Aggregator.Intake;

/// <summary>
/// Reads well-formed XML with the platform's reader. A document type is passed over: none of its entities is expanded
/// and nothing outside is fetched, so that neither foreign files nor exploding entities can be reached.
/// </summary>
internal static class StrictXml
{
    /// <summary>The tree, or null when the text is not well-formed.</summary>
    internal static FeedElement? TryRead(string text, Uri? baseUri, FeedLimits limits)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return Read(reader, new FeedTree(baseUri, limits));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static FeedElement? Read(XmlReader reader, FeedTree tree)
    {
        while (reader.Read() && !tree.IsFull)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    tree.Open(FeedNames.Prefix(reader.NamespaceURI), reader.LocalName, AttributesOf(reader), reader.IsEmptyElement);
                    break;
                case XmlNodeType.EndElement:
                    tree.Close(FeedNames.Prefix(reader.NamespaceURI), reader.LocalName);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    tree.Text(XmlText.Clean(reader.Value));
                    break;
            }
        }
        return tree.Root;
    }

    private static List<(string Name, string Value)> AttributesOf(XmlReader reader)
    {
        var attributes = new List<(string, string)>(reader.AttributeCount);
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI == "http://www.w3.org/2000/xmlns/") continue;
            var prefix = reader.Prefix.Length == 0 ? "" : FeedNames.Prefix(reader.NamespaceURI);
            attributes.Add((FeedNames.Join(prefix, reader.LocalName), reader.Value));
        }
        reader.MoveToElement();
        return attributes;
    }
}
