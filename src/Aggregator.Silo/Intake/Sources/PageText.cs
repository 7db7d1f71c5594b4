using System.Net.Http.Headers;
using SmartReader;

namespace Aggregator.Intake;

/// <summary>Finds the main text of a page, leaving menus, advertisements and the like.</summary>
internal static class PageText
{
    private const int LengthMin = 200;

    /// <summary>The text with its paragraphs, or null when the page is no HTML, has too many elements, or holds no article.</summary>
    /// <param name="bytes">The page.</param>
    /// <param name="contentType">Its Content-Type header, or null.</param>
    /// <param name="address">Where it came from.</param>
    internal static string? Read(ReadOnlyMemory<byte> bytes, string? contentType, Uri address)
    {
        var type = MediaTypeHeaderValue.TryParse(contentType, out var parsed) ? parsed : null;
        if (type?.MediaType is { } media && !media.Contains("html", StringComparison.OrdinalIgnoreCase)) return null;
        using var document = HtmlPage.TryParse(FeedEncoding.Decode(bytes.Span, type?.CharSet));
        if (document is null) return null;
        using var reader = new Reader(address.AbsoluteUri, document);
        var article = reader.GetArticle();
        if (!article.IsReadable || article.Content is null) return null;
        var text = HtmlText.Plain(article.Content);
        return text.Length >= LengthMin ? text : null;
    }
}
