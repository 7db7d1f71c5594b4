using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Aggregator.Intake;

/// <summary>Parses HTML within a number of elements.</summary>
internal static class HtmlPage
{
    // The standard's rules for misnested tags and for what stands astray in tables take time with the square of the elements:
    // 100,000 of them, which fit into half a megabyte, took 50 s. 15,000, several times a long article, take about 1 s at worst and 30 ms as a rule.
    private const int ElementCountMax = 15_000;

    /// <summary>The page, or null when it has too many elements.</summary>
    internal static IHtmlDocument? TryParse(string html)
    {
        var count = 0;
        var options = new HtmlParserOptions
        {
            OnCreated = (_, _) =>
            {
                if (++count > ElementCountMax) throw new ElementsExceededException();
            },
        };
        try
        {
            return new HtmlParser(options).ParseDocument(html);
        }
        catch (ElementsExceededException)
        {
            return null;
        }
    }

    /// <summary>Leaves the parser, which has no other way out.</summary>
    private sealed class ElementsExceededException : Exception;
}
