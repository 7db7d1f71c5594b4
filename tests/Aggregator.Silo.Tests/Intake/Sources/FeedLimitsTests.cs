using System.Text;
using Xunit;

namespace Aggregator.Intake;

public sealed class FeedLimitsTests
{
    [Fact]
    public void Read_MoreItemsThanTheLimit_LeavesTheRest()
    {
        var items = string.Concat(Enumerable.Range(0, 30).Select(number => $"<item><title>{number}</title></item>"));
        var feed = FeedReader.Read(Bytes($"<rss><channel>{items}</channel></rss>"), limits: new FeedLimits { ItemCountMax = 12 }).Document!;
        Assert.Equal((12, 18), (feed.Items.Length, feed.ItemsLeftCount));
    }

    [Fact]
    public void Read_LongTexts_AreCut()
    {
        var limits = new FeedLimits { TextLengthMax = 1_000, LineLengthMax = 100 };
        var item = FeedReader.Read(
            Bytes($"<rss><channel><item><guid>{Long(500)}</guid><title>{Long(500)}</title><description>{Long(5_000)}</description></item></channel></rss>"),
            limits: limits).Document!.Items[0];
        Assert.Equal((100, 100, 1_000), (item.Id.Length, item.Title.Length, item.Summary!.Length));
    }

    [Fact]
    public void Read_TooManyBytes_IsRefused() =>
        Assert.Equal(FeedFault.TooLarge, FeedReader.Read(new byte[20_001], limits: new FeedLimits { SizeMax = 20_000 }).Refusal?.Fault);

    [Fact]
    public void Read_EntitiesThatExplode_AreNotExpanded()
    {
        var levels = string.Concat(Enumerable.Range(1, 20).Select(level => $"<!ENTITY e{level} \"{string.Concat(Enumerable.Repeat($"&e{level - 1};", 10))}\">"));
        var feed = FeedReader.Read(Bytes(
            $"<!DOCTYPE rss [<!ENTITY e0 \"ha\">{levels}<!ENTITY f SYSTEM \"file:///etc/hostname\">]><rss><channel><title>&e20; &f;</title></channel></rss>")).Document!;
        Assert.Equal("&e20; &f;", feed.Title);
    }

    [Theory]
    [InlineData("<rss><channel><title>", "<a>")]
    [InlineData("<rss>", "<![CDATA[")]
    [InlineData("<rss>", "<!--")]
    [InlineData("<rss>", "<![x")]
    [InlineData("<rss>", "<a b='")]
    [InlineData("<rss>", "<a b=\"'")]
    [InlineData("<rss>", "&#")]
    [InlineData("<rss>", "<a ")]
    [InlineData("<rss><channel><item><description>", "x</p>")]
    [InlineData("<feed><entry><content type='html'>", "&lt;b>&lt;p>")]
    [InlineData("<feed><entry><content type='html'>", "&lt;b>&lt;p>&lt;/b>")]
    [InlineData("<feed><entry><content type='html'>", "&lt;/p>&lt;table>x&lt;/table>")]
    [InlineData("<feed><entry><content type='html'>", "&lt;table>&lt;p>")]
    [InlineData("<feed><entry><content type='html'>&lt;table>", "&lt;u>x&lt;/u>")]
    [InlineData("<feed><entry><content type='html'>", "&lt;td>&lt;li>&lt;p>")]
    [InlineData("<feed><entry><content type='html'>", "&lt;a b c=d ")]
    [InlineData("{\"items\":", "[")]
    public void Read_HostileRepetition_IsReadOrRefused(string start, string repeated)
    {
        var markup = start + string.Concat(Enumerable.Repeat(repeated, 2_000_000 / repeated.Length));
        var reading = FeedReader.Read(Bytes(markup));
        var text = reading.IsRead && reading.Document.Items is [var item, ..] ? HtmlText.Plain(item.Content ?? item.Summary ?? "") : "";
        Assert.True(text.Length <= markup.Length, "Reading made more text than there was.");
        Assert.True(reading.IsRead || reading.Refusal.Detail.Length > 0, "It was refused without a reason.");
    }

    private static string Long(int length) => new('x', length);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
