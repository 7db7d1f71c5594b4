using System.Text;
using Xunit;

namespace Aggregator.Intake;

public sealed class FeedEncodingTests
{
    private const string Title = "Größe Ärger “naïve”";

    [Theory]
    [InlineData("utf-8", null, null)]
    [InlineData("utf-8", "utf-8", "iso-8859-1")]
    [InlineData("utf-8", "iso-8859-1", null)]
    [InlineData("windows-1252", "windows-1252", null)]
    [InlineData("windows-1252", "iso-8859-1", null)]
    [InlineData("windows-1252", null, "us-ascii")]
    [InlineData("windows-1252", "utf-8", null)]
    [InlineData("windows-1252", "no-such-encoding", null)]
    [InlineData("windows-1252", null, null)]
    [InlineData("utf-16", "utf-8", null)]
    [InlineData("utf-16BE", null, null)]
    [InlineData("utf-32", null, null)]
    public void Decode_HoweverItIsWrittenAndDeclared_GivesTheText(string written, string? declared, string? http)
    {
        var xml = $"<?xml version=\"1.0\"{(declared is null ? "" : $" encoding=\"{declared}\"")}?><rss><channel><title>{Title}</title></channel></rss>";
        Assert.Equal(xml, FeedEncoding.Decode(Encode(written, xml), http));
    }

    [Theory]
    [InlineData("koi8-r", "Переговоры прошли в столице")]
    [InlineData("windows-1251", "Переговоры прошли в столице")]
    [InlineData("shift_jis", "会談は首都で行われた")]
    [InlineData("gb2312", "会谈在首都举行")]
    [InlineData("big5", "會談在首都舉行")]
    [InlineData("euc-kr", "회담은 수도에서 열렸다")]
    public void Decode_LegacyCodePage_IsReadByItsName(string label, string title)
    {
        var xml = $"<?xml version=\"1.0\" encoding=\"{label}\"?><rss><channel><title>{title}</title></channel></rss>";
        Assert.Equal(xml, FeedEncoding.Decode(Encode(label, xml), null));
        var bare = $"<rss><channel><title>{title}</title></channel></rss>";
        Assert.Equal(bare, FeedEncoding.Decode(Encode(label, bare), label));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Decode_ByteOrderMark_WinsOverWhatIsSaid(string written)
    {
        var encoding = Encoding.GetEncoding(written);
        var bytes = encoding.GetPreamble().Concat(encoding.GetBytes($"<t>{Title}</t>")).ToArray();
        Assert.Equal($"<t>{Title}</t>", FeedEncoding.Decode(bytes, "windows-1251"));
    }

    [Fact]
    public void Decode_OneBrokenByteInUtf8_KeepsTheRest()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes($"<t>{Title}</t>"), 0xFF];
        Assert.Equal($"<t>{Title}</t>\uFFFD", FeedEncoding.Decode(bytes, null));
    }

    private static byte[] Encode(string name, string text) =>
        (CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name)).GetBytes(text);
}
