using System.Text;
using Xunit;

namespace Aggregator.Intake;

public sealed class PageTextTests
{
    private static readonly Uri Address = new("https://herald.example/world/bridge");

    [Fact]
    public void Read_Page_GivesTheMainTextWithoutMenus()
    {
        var text = PageText.Read(Encoding.UTF8.GetBytes(Page()), "text/html; charset=utf-8", Address);
        Assert.NotNull(text);
        Assert.StartsWith("The bridge over the river Lom was opened", text);
        Assert.Contains("\n\n", text);
        Assert.DoesNotContain("Subscribe now", text);
        Assert.DoesNotContain("Weather", text);
    }

    [Fact]
    public void Read_LegacyPage_IsDecodedByItsMeta()
    {
        var latin = Encoding.Latin1.GetBytes(Page().Replace("<head>", "<head><meta charset=iso-8859-1>", StringComparison.Ordinal).Replace("Lom", "Möll", StringComparison.Ordinal));
        Assert.Contains("river Möll", PageText.Read(latin, "text/html", Address));
    }

    [Theory]
    [InlineData("application/pdf", "%PDF-1.7")]
    [InlineData("text/html", "<html><body><nav>Home</nav></body></html>")]
    [InlineData("text/html", "")]
    public void Read_NoArticle_IsNull(string contentType, string page) => Assert.Null(PageText.Read(Encoding.UTF8.GetBytes(page), contentType, Address));

    internal static string Page()
    {
        var sentence = "The bridge over the river Lom was opened to lorries again on Tuesday, three weeks after the flood had closed it, the mayor said.";
        var paragraphs = string.Concat(Enumerable.Range(1, 6).Select(number => $"<p>{sentence} Paragraph {number} of the account follows here.</p>"));
        return $"<html><head><title>Bridge reopens</title></head><body><nav><ul><li><a href='/w'>Weather</a></li><li><a href='/s'>Sport</a></li></ul></nav>"
            + $"<article><h1>Bridge reopens</h1>{paragraphs}</article><aside class='promo'><a href='/x'>Subscribe now</a></aside><footer>Imprint</footer></body></html>";
    }
}
