using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Aggregator.Intake;

/// <summary>HTML as plain text: what a reader would see, paragraphs kept apart by an empty line.</summary>
public static class HtmlText
{
    private const int DepthMax = 200;

    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "ul");

    private static readonly FrozenSet<string> Lines = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "br", "li", "tr", "caption");

    private static readonly FrozenSet<string> Unseen = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "script", "style", "noscript", "template", "head", "title", "iframe", "object", "embed", "svg", "math", "audio", "video", "canvas",
        "button", "select", "textarea", "input");

    /// <summary>The text of HTML, or of plain text, which keeps its own empty lines. Never null; blank becomes empty.</summary>
    /// <param name="html">A fragment or a whole page.</param>
    public static string Plain(string html)
    {
        if (!html.Contains('<', StringComparison.Ordinal))
        {
            var plain = new ParagraphText();
            foreach (var line in XmlText.Decode(html).ReplaceLineEndings("\n").Split('\n'))
            {
                if (string.IsNullOrWhiteSpace(line)) plain.EndParagraph();
                plain.Append(line);
                plain.Append(" ");
            }
            return plain.ToString();
        }
        using var document = HtmlPage.TryParse(html);
        // Too much markup for the standard's rules: just drop the tags.
        if (document is null) return Plain(TolerantXml.Read($"<div>{html}", null, new FeedLimits())!.Text.Replace('<', ' '));
        var text = new ParagraphText();
        Write(document.Body ?? (INode)document, text, 0);
        return text.ToString();
    }

    /// <summary>As <see cref="Plain"/>, in one line; a text without markup is taken as it is.</summary>
    /// <param name="html">A title or a name.</param>
    internal static string Line(string html)
    {
        var text = new StringBuilder();
        foreach (var word in (MarkupSign.In(html) ? Plain(html) : html).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (text.Length > 0) text.Append(' ');
            text.Append(word);
        }
        return text.ToString();
    }

    private static void Write(INode node, ParagraphText text, int depth)
    {
        for (var child = node.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child is IText run) text.Append(run.Data);
            else if (child is IElement element && depth < DepthMax && !Unseen.Contains(element.LocalName)) WriteElement(element, text, depth);
        }
    }

    private static void WriteElement(IElement element, ParagraphText text, int depth)
    {
        var name = element.LocalName;
        if (Blocks.Contains(name)) text.EndParagraph();
        else if (Lines.Contains(name)) text.EndLine();
        else if (name is "td" or "th") text.Append(" ");

        Write(element, text, depth + 1);

        if (Blocks.Contains(name)) text.EndParagraph();
        else if (Lines.Contains(name) && name != "br") text.EndLine();
    }
}
