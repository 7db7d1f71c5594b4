using System.Text;
using Aggregator.Extraction;
using Aggregator.Topics;
using Xunit;

namespace Aggregator.Feeds;

public class FeedRulesTests
{
    [Theory]
    [InlineData(FeedForm.Atom, false)]
    [InlineData(FeedForm.Atom, true)]
    [InlineData(FeedForm.Rss, false)]
    [InlineData(FeedForm.Rss, true)]
    public void Write_WhateverArticlesSay_BreaksNoRule(FeedForm form, bool perEvent) => Assert.Empty(FeedRules.BreachesOf(Write(form, perEvent)));

    [Theory]
    [InlineData("isPermaLink=\"false\"", "isPermaLink=\"true\"", "InvalidHttpGUID")]
    [InlineData("<pubDate>Mon", "<pubDate>Someday", "InvalidRFC2822Date")]
    [InlineData("rel=\"self\"", "rel=\"me\"", "MissingAtomSelfLink")]
    [InlineData("&lt;blockquote&gt;", "&lt;script&gt;", "SecurityRisk")]
    [InlineData("&lt;/blockquote&gt;", "", "NotHtml")]
    [InlineData("href=\"https://example.org", "href=\"/", "ContainsRelRef")]
    [InlineData(":12</guid>", ":7</guid>", "DuplicateItem")]
    public void BreachesOf_BrokenRss_NamesTheRule(string sound, string broken, string rule) => Assert.Contains(rule, FeedRules.BreachesOf(Break(Write(FeedForm.Rss, false), sound, broken)));

    [Theory]
    [InlineData("<title>Talks of", "<name>Talks of", "MissingElement")]
    [InlineData("type=\"application/rss+xml\"", "type=\"text/html\"", "DuplicateAtomLink")]
    [InlineData(".000Z</updated>", "</updated>", "InvalidRFC3339Date")]
    [InlineData("<id>urn:aggregator:topic", "<id>no uri", "InvalidFullLink")]
    public void BreachesOf_BrokenAtom_NamesTheRule(string sound, string broken, string rule)
    {
        var text = Break(Write(FeedForm.Atom, false), sound, broken);
        if (broken.StartsWith("<name>", StringComparison.Ordinal)) text = text.Replace("others</title>", "others</name>", StringComparison.Ordinal);
        Assert.Contains(rule, FeedRules.BreachesOf(text));
    }

    private static string Break(string text, string sound, string broken)
    {
        Assert.Contains(sound, text);
        return text.Replace(sound, broken, StringComparison.Ordinal);
    }

    private static string Write(FeedForm form, bool perEvent)
    {
        var nasty = Sample.Entry(12) with { Reason = "<script>alert(1)</script>\u0085\u0007\uD83D & on=\"x\"" };
        nasty = nasty with
        {
            Event = nasty.Event with
            {
                Id = Resolution.EventId.Parse("e-2"),
                Headline = "]]> <b>\u0092bold\u0007</b> \uDC00",
                Place = new Place { Name = "Suva", Latitude = -18.1, Longitude = 178.4 },
                Reports = [nasty.Event.Reports[0] with { Quote = "<iframe src=\"x\"> \u0000", Url = "https://example.org/\"onload=\"x", Title = "\"><script>" }],
            },
        };
        var page = Sample.Page(Sample.Entry(7), Sample.Entry(8, EntryChange.Updated), nasty);
        return Encoding.UTF8.GetString(FeedWriter.Write(new TopicDocument(page, FeedWindow.Newest with { PerEvent = perEvent }, form, "https://a.example").Make(), form));
    }
}
