using System.Text;
using Xunit;

namespace Aggregator.Intake;

public sealed class OpmlReaderTests
{
    [Fact]
    public void Read_NestedOutlines_GivesTheFeedsWithTheirFolders()
    {
        var reading = Read("""
            <?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
            <outline text="News"><outline text="World"><outline type="rss" text="Herald &amp; Co" xmlUrl="https://herald.example/f" htmlUrl="https://herald.example/"/></outline>
            <outline type="rss" text="Again" xmlUrl="https://herald.example/f"/></outline>
            <outline text="Gazette" title="x" xmlUrl="https://gazette.example/f"/>
            <outline type="rss" text="Nowhere" xmlUrl=""/><outline type="link" text="list" url="https://lists.example/o.opml"/>
            </body></opml>
            """);
        Assert.Null(reading.Refusal);
        Assert.Equal(1, reading.SkippedCount);
        Assert.Collection(reading.Outlines,
            herald =>
            {
                Assert.Equal(("https://herald.example/f", "Herald & Co", "https://herald.example/"), (herald.Url, herald.Title, herald.SiteUrl));
                Assert.Equal(["News", "World"], herald.Folders);
            },
            gazette => Assert.Equal(("https://gazette.example/f", "Gazette"), (gazette.Url, gazette.Title)));
    }

    [Theory]
    [InlineData("<opml><body><outline text='A & B' xmlUrl='https://a.example/f?x=1&y=2'></body>", "https://a.example/f?x=1&y=2")]
    [InlineData("<opml><outline type=rss text=a xmlUrl=https://a.example/f></opml>", "https://a.example/f")]
    [InlineData("<opml><body><outline text='&aelig;' XMLURL='https://a.example/f'/></body></opml>", "https://a.example/f")]
    public void Read_Broken_IsReadAllTheSame(string opml, string url) => Assert.Equal(url, Assert.Single(Read(opml).Outlines).Url);

    [Theory]
    [InlineData("", FeedFault.Empty)]
    [InlineData("nothing", FeedFault.Unreadable)]
    [InlineData("<rss/>", FeedFault.UnknownFormat)]
    public void Read_NoOpml_IsRefusedWithReason(string text, FeedFault fault) => Assert.Equal(fault, Read(text).Refusal?.Fault);

    [Fact]
    public void Read_ManyFeeds_StopsAtTheLimit()
    {
        var outlines = string.Concat(Enumerable.Range(0, 50).Select(number => $"<outline xmlUrl='https://a.example/{number}'/>"));
        Assert.Equal(20, OpmlReader.Read(Encoding.UTF8.GetBytes($"<opml><body>{outlines}</body></opml>"), new FeedLimits { ItemCountMax = 20 }).Outlines.Length);
    }

    private static OpmlReading Read(string text) => OpmlReader.Read(Encoding.UTF8.GetBytes(text));
}
