using System.Net;
using System.Text;
using CsCheck;
using Xunit;

namespace Aggregator.Intake;

public sealed class TolerantXmlTests
{
    private static readonly string[] Names = ["rss", "channel", "item", "dc:creator", "atom:link", "title", "x"];
    private static readonly FeedLimits Limits = new();

    private static readonly Gen<string> Texts = Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.OneOf('&', '<', '"', '\'', ' ', 'é', '€')), 0, 12];

    private static readonly Gen<string> Trees = Gen.Recursive<string>((depth, inner) =>
        depth >= 4 ? Texts.Select(text => WebUtility.HtmlEncode(text))
        : Gen.Select(Gen.OneOf(Names), Texts, Texts, inner.Array[0, 3]).Select((name, value, text, children) =>
            $"<{name} a=\"{WebUtility.HtmlEncode(value)}\">{WebUtility.HtmlEncode(text)}<![CDATA[{text}]]>{string.Concat(children)}</{name}>"));

    [Fact]
    public void Read_WellFormed_GivesWhatTheStrictReaderGives() => Trees.Sample(
        tree =>
        {
            // An item in an item is repaired on purpose; here it is not to be.
            var xml = $"<root xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:atom='http://www.w3.org/2005/Atom'>{tree.Replace("item", "thing", StringComparison.Ordinal)}</root>";
            Assert.Equal(Show(StrictXml.TryRead(xml, null, Limits)!), Show(TolerantXml.Read(xml, null, Limits)!));
        },
        seed: "0N0XIzNsQ0O2", iter: 500);

    [Fact]
    public void Read_AnyText_Ends() => Gen.String[Gen.OneOf('<', '>', '/', '!', '[', ']', '-', '&', ';', '"', '\'', '=', 'a', ':', ' '), 0, 60]
        .Sample(text => TolerantXml.Read(text, null, Limits), seed: "0N0XIzNsQ0O2", iter: 5_000);

    [Fact]
    public void Read_UndeclaredPrefix_MeansWhatFeedsMeanByIt() =>
        Assert.Equal("dc:creator", TolerantXml.Read("<rss><dc:creator>x</dc:creator></rss>", null, Limits)!.Children.Single().Name);

    [Fact]
    public void Read_DeeperThanTheLimit_KeepsTheText()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 500)) + "end" + string.Concat(Enumerable.Repeat("</a>", 500));
        Assert.Equal("end", TolerantXml.Read(deep, null, Limits)!.Text);
        Assert.Equal("end", StrictXml.TryRead(deep, null, Limits)!.Text);
    }

    private static string Show(FeedElement element)
    {
        var shown = new StringBuilder($"<{element.Name}");
        foreach (var (name, value) in element.Attributes) shown.Append($" {name}='{value}'");
        foreach (var part in element.Content) shown.Append(part is FeedElement child ? Show(child) : (string)part);
        return shown.Append('>').ToString();
    }
}
