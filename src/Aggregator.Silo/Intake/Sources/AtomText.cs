using System.Text;
using System.Text.Unicode;

namespace Aggregator.Intake;

/// <summary>Text constructs and content of Atom 1.0 and 0.3.</summary>
internal static class AtomText
{
    private enum Form { Plain, Html, Xhtml, Base64 }

    /// <summary>The content as HTML, or null when blank or of a type that is no text.</summary>
    internal static string? Html(FeedElement element, int lengthMax) => FormOf(element) switch
    {
        Form.Plain => FeedMarkup.Plain(element.Text, lengthMax),
        Form.Xhtml => FeedMarkup.Xhtml(element, lengthMax),
        Form.Base64 => FeedMarkup.Cut(Decode(element.Text), lengthMax),
        _ => FeedMarkup.Html(element, lengthMax),
    };

    /// <summary>A title or name as one line of plain text; may be empty.</summary>
    internal static string Line(FeedElement? element, int lengthMax)
    {
        if (element is null) return "";
        // "text" that shows escaped tags is HTML whose author forgot to say so, and a type that titles can't have says nothing.
        var html = FormOf(element) == Form.Plain ? null : Html(element, lengthMax * 10);
        var line = HtmlText.Line(html ?? (element.HasChildren ? "" : element.Text));
        return FeedMarkup.Cut(line, lengthMax) ?? "";
    }

    private static Form FormOf(FeedElement element)
    {
        var type = element.Attribute("type")?.ToLowerInvariant() ?? "";
        switch (element.Attribute("mode")?.ToLowerInvariant())
        {
            case "base64":
                return Form.Base64;
            case "escaped":
                return type is "" or "text/plain" or "text" ? Form.Plain : Form.Html;
            case "xml":
                return element.HasChildren ? Form.Xhtml : Form.Plain;
        }
        if (element.HasChildren) return type is "html" or "text/html" ? Form.Html : Form.Xhtml;
        return type switch
        {
            "" or "text" or "text/plain" or "text/markdown" => Form.Plain,
            "html" or "text/html" or "xhtml" or "application/xhtml+xml" or "application/xhtml" => Form.Html,
            _ when type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal) => Form.Plain,
            // Anything else is in Base64; of pictures and sounds nothing comes out.
            _ when type.Contains('/', StringComparison.Ordinal) => Form.Base64,
            _ => Form.Plain,
        };
    }

    private static string? Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) && Utf8.IsValid(bytes.AsSpan(0, length))
            ? XmlText.Clean(Encoding.UTF8.GetString(bytes, 0, length)) : null;
    }
}
