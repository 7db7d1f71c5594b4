using System.Net;
using System.Text;

namespace Aggregator.Intake;

/// <summary>What an element holds, as HTML.</summary>
internal static class FeedMarkup
{
    /// <summary>The content of an element that holds HTML, escaped or naked; null when blank.</summary>
    internal static string? Html(FeedElement element, int lengthMax)
    {
        if (!element.HasChildren) return Cut(element.Text, lengthMax);
        var html = new StringBuilder();
        WriteContent(element, html, lengthMax, textIsMarkup: element.Content.Any(part => part is string text && text.Contains('<', StringComparison.Ordinal)));
        return Cut(html.ToString().Trim(), lengthMax);
    }

    /// <summary>The content of an XHTML element, the outer <c>div</c> left away; null when blank.</summary>
    internal static string? Xhtml(FeedElement element, int lengthMax)
    {
        var inner = element.Children.Count() == 1 && element.Children.First() is { LocalName: "div" } division ? division : element;
        var html = new StringBuilder();
        WriteContent(inner, html, lengthMax, textIsMarkup: false);
        return Cut(html.ToString().Trim(), lengthMax);
    }

    /// <summary>Plain text as HTML, its paragraphs kept; null when blank.</summary>
    internal static string? Plain(string text, int lengthMax)
    {
        if (Cut(text.Trim(), lengthMax) is not { } cut) return null;
        var paragraphs = cut.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return paragraphs.Length == 1
            ? WebUtility.HtmlEncode(paragraphs[0])
            : string.Concat(paragraphs.Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>"));
    }

    /// <summary>The text up to a length, no character halved; null when blank.</summary>
    internal static string? Cut(string? text, int lengthMax)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Length <= lengthMax) return text;
        return text[..(char.IsHighSurrogate(text[lengthMax - 1]) ? lengthMax - 1 : lengthMax)];
    }

    private static void WriteContent(FeedElement element, StringBuilder html, int lengthMax, bool textIsMarkup)
    {
        foreach (var part in element.Content)
        {
            if (html.Length > lengthMax) return;
            if (part is FeedElement child) WriteElement(child, html, lengthMax, textIsMarkup);
            else html.Append(textIsMarkup ? (string)part : WebUtility.HtmlEncode((string)part));
        }
    }

    private static void WriteElement(FeedElement element, StringBuilder html, int lengthMax, bool textIsMarkup)
    {
        html.Append('<').Append(element.LocalName);
        foreach (var (name, value) in element.Attributes)
        {
            if (!name.Contains(':', StringComparison.Ordinal)) html.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');
        }
        html.Append('>');
        WriteContent(element, html, lengthMax, textIsMarkup);
        if (element.Content.Count > 0 || element.LocalName is not ("br" or "hr" or "img" or "wbr" or "input"))
            html.Append("</").Append(element.LocalName).Append('>');
    }
}
