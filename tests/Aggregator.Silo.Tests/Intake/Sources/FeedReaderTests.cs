using System.IO.Compression;
using System.Text;
using Xunit;

namespace Aggregator.Intake;

public sealed class FeedReaderTests
{
    private static readonly Uri Home = new("https://herald.example/feeds/world.xml");

    [Fact]
    public void Read_Rss2_GivesTheFeedAndItsItems()
    {
        var feed = Read("""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
                 xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:a="http://www.w3.org/2005/Atom">
            <channel><title>The Herald</title><link>https://herald.example/</link><language>en-gb</language><ttl>45</ttl>
            <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
            <skipHours><hour>0</hour><hour>24</hour><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays>
            <a:link rel="self" href="/feeds/world.xml"/><a:link rel="hub" href="https://hub.example/"/>
            <item><guid isPermaLink="false">h-1</guid><title>Bridge &amp;amp; road reopen</title><link>/world/bridge</link>
            <pubDate>Tue, 03 Mar 2026 09:30:00 +0100</pubDate><dc:creator>Ann Bo</dc:creator>
            <description>&lt;p&gt;The bridge is open.&lt;/p&gt;</description>
            <content:encoded><![CDATA[<p>The bridge is open.</p><p>So is the road.</p>]]></content:encoded></item>
            </channel></rss>
            """);
        Assert.Equal(("rss-2.0", "The Herald", "https://herald.example/", "en-gb"), (feed.Format, feed.Title, feed.SiteUrl, feed.Language));
        Assert.Equal(TimeSpan.FromMinutes(45), feed.Pace.TimeToLive);
        Assert.Equal(TimeSpan.FromHours(6), feed.Pace.UpdatePeriod);
        Assert.Equal([0, 3], feed.Pace.SkipHours);
        Assert.Equal([DayOfWeek.Sunday], feed.Pace.SkipDays);
        Assert.Equal("https://herald.example/feeds/world.xml", feed.SelfUrl);
        Assert.Equal(["https://hub.example/"], feed.HubUrls);
        Assert.False(feed.Repaired);
        var item = Assert.Single(feed.Items);
        Assert.Equal(("h-1", "Bridge & road reopen", "https://herald.example/world/bridge", "Ann Bo"), (item.Id, item.Title, item.Url, item.Author));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 8, 30, 0, TimeSpan.Zero), item.PublishedAt);
        Assert.Equal("<p>The bridge is open.</p><p>So is the road.</p>", item.Content);
        Assert.Equal("The bridge is open.", HtmlText.Plain(item.Summary!));
    }

    [Fact]
    public void Read_Rss1_FindsItemsBesideTheChannel()
    {
        var feed = Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://herald.example/"><title>Herald</title><link>https://herald.example/</link></channel>
            <item rdf:about="https://herald.example/1"><title>One</title><link>https://herald.example/1</link><dc:date>2026-03-03T08:30Z</dc:date></item>
            </rdf:RDF>
            """);
        Assert.Equal("rss-1.0", feed.Format);
        Assert.Equal(("https://herald.example/1", "One"), (feed.Items[0].Id, feed.Items[0].Title));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 8, 30, 0, TimeSpan.Zero), feed.Items[0].PublishedAt);
    }

    [Fact]
    public void Read_Atom_ResolvesLinksByXmlBaseAndKeepsXhtml()
    {
        var feed = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://herald.example/a/" xml:lang="en"><title type="html">The &lt;b&gt;Herald&lt;/b&gt;</title>
            <author><name>Desk</name></author><link href="."/><id>tag:herald.example,2026:f</id><updated>2026-03-03T10:00:00Z</updated>
            <entry xml:base="b/"><id>tag:herald.example,2026:1</id><title>Talks</title><link rel="related" href="x"/><link href="talks"/>
            <published>2026-03-03T08:30:00+01:00</published><updated>2026-03-03T09:00:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They <em>met</em>.</p></div></content></entry></feed>
            """);
        Assert.Equal(("atom-1.0", "The Herald", "https://herald.example/a/"), (feed.Format, feed.Title, feed.SiteUrl));
        var item = feed.Items[0];
        Assert.Equal("https://herald.example/a/b/talks", item.Url);
        Assert.Equal("<p>They <em>met</em>.</p>", item.Content);
        Assert.Equal(("Desk", "en"), (item.Author, item.Language));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 7, 30, 0, TimeSpan.Zero), item.PublishedAt);
    }

    [Fact]
    public void Read_JsonFeed_TakesTextAsParagraphs()
    {
        var feed = Read("""
            {"version":"https://jsonfeed.org/version/1.1","title":"Herald","home_page_url":"https://herald.example/","hubs":[{"type":"WebSub","url":"https://hub.example/"}],
             "items":[{"id":7,"url":"/j/7","title":"Vote","content_text":"First & last.\n\nSecond.","date_published":"2026-03-03T08:30:00Z","authors":[{"name":"Ann"},{"name":"Bo"}]},],}
            """);
        Assert.Equal("json-1.1", feed.Format);
        var item = feed.Items[0];
        Assert.Equal(("7", "https://herald.example/j/7", "Ann, Bo"), (item.Id, item.Url, item.Author));
        Assert.Equal("First & last.\n\nSecond.", HtmlText.Plain(item.Content!));
    }

    [Theory]
    [InlineData("<rss><channel><title>A & B</title><item><title>x &nbsp; y</title></item></channel></rss>", "A & B", "x y")]
    [InlineData("<br />\n<b>Warning</b>: x in y<?xml version='1.0'?><rss><channel><title>A</title><item><title>x</title></item></channel></rss>", "A", "x")]
    [InlineData("<rss><channel><title>A</title><item><title>x</title><item><title>y</title></channel></rss>", "A", "x")]
    [InlineData("<rss><channel><title>A\u0001\u0008</title><item><title>x</title></item>", "A", "x")]
    [InlineData("<rss><channel><title>A</title><item><dc:date>2026</dc:date><title>1 < 2</title></item></channel></rss>", "A", "1 < 2")]
    [InlineData("<feed><title>A</title><entry><title>x</title><summary>s <p> t</summary></entry></feed>", "A", "x")]
    [InlineData("<!DOCTYPE rss [<!ENTITY e 'v'>]><rss><channel><title>A</title><item><title>&e; x</title></item></channel></rss>", "A", "&e; x")]
    public void Read_BrokenXml_IsRepaired(string xml, string title, string itemTitle)
    {
        var feed = Read(xml);
        Assert.True(feed.Repaired);
        Assert.Equal(title, feed.Title);
        Assert.Equal(itemTitle, feed.Items[0].Title);
    }

    [Fact]
    public void Read_ItemWithoutId_TakesItsAddressElseAHashThatStays()
    {
        const string Xml = "<rss><channel><item><link>https://herald.example/1</link></item><item><title>T</title><description>D</description></item></channel></rss>";
        var (once, twice) = (Read(Xml), Read(Xml));
        Assert.Equal("https://herald.example/1", once.Items[0].Id);
        Assert.StartsWith("sha256:", once.Items[1].Id);
        Assert.Equal(once.Items[1].Id, twice.Items[1].Id);
    }

    [Theory]
    [InlineData("", FeedFault.Empty)]
    [InlineData("   \r\n", FeedFault.Empty)]
    [InlineData("Not found", FeedFault.Unreadable)]
    [InlineData("{\"items\":", FeedFault.Unreadable)]
    [InlineData("{\"error\":\"gone\"}", FeedFault.UnknownFormat)]
    [InlineData("[1,2]", FeedFault.UnknownFormat)]
    [InlineData("<note><to>me</to></note>", FeedFault.UnknownFormat)]
    [InlineData("<!doctype html><html><body>hello<p></html>", FeedFault.WebPage)]
    public void Read_NoFeed_IsRefusedWithReason(string text, FeedFault fault)
    {
        var reading = FeedReader.Read(Encoding.UTF8.GetBytes(text), null, Home);
        Assert.Equal(fault, reading.Refusal?.Fault);
        Assert.NotEmpty(reading.Refusal!.Detail);
    }

    [Fact]
    public void Read_PageThatAnnouncesFeeds_NamesThem()
    {
        var page = "<html><head><link rel=alternate type='application/rss+xml' href='/rss.xml'></head><body></body></html>";
        Assert.Contains("https://herald.example/rss.xml", FeedReader.Read(Encoding.UTF8.GetBytes(page), null, Home).Refusal!.Detail);
    }

    [Fact]
    public void Read_Gzipped_IsInflatedWithinTheLimit()
    {
        var xml = "<rss><channel><title>" + new string('x', 60_000) + "</title></channel></rss>";
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(xml));
        Assert.True(FeedReader.Read(packed.ToArray()).IsRead);
        Assert.Equal(FeedFault.TooLarge, FeedReader.Read(packed.ToArray(), limits: new FeedLimits { SizeMax = 50_000 }).Refusal?.Fault);
    }

    private static FeedDocument Read(string text)
    {
        var reading = FeedReader.Read(Encoding.UTF8.GetBytes(text), "text/xml", Home);
        Assert.True(reading.IsRead, reading.Refusal?.Detail);
        return reading.Document;
    }
}
