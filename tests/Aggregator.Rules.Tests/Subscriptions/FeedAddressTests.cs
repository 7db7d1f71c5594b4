using Aggregator.Feeds;
using Aggregator.Topics;
using Xunit;

namespace Aggregator.Subscriptions;

public class FeedAddressTests
{
    [Theory]
    [InlineData("https://news.example/v1/topics/talks/feed.atom", "https://news.example", FeedForm.Atom, null)]
    [InlineData("http://127.0.0.1:5080/v1/topics/talks/feed.rss", "http://127.0.0.1:5080", FeedForm.Rss, null)]
    [InlineData("https://news.example/deep/down/v1/topics/talks/feed.json?token=abc", "https://news.example/deep/down", FeedForm.JsonFeed, "abc")]
    [InlineData("https://news.example/v1/topics/talks/feed.atom?per=event", "https://news.example", FeedForm.Atom, null, true)]
    [InlineData("https://news.example/v1/topics/talks/feed.rss?per=event&token=abc", "https://news.example", FeedForm.Rss, "abc", true)]
    [InlineData("https://news.example/v1/topics/talks/feed.rss?token=abc&per=event", "https://news.example", FeedForm.Rss, "abc", true)]
    public void Read_FeedOfATopic_IsTakenApart(string url, string server, FeedForm form, string? token, bool perEvent = false) =>
        Assert.Equal(new FeedAddress(TopicId.Parse("talks"), form, server, token, perEvent), FeedAddress.Read(url));

    [Theory]
    [InlineData(null), InlineData(""), InlineData("/v1/topics/talks/feed.atom"), InlineData("ftp://news.example/v1/topics/talks/feed.atom")]
    [InlineData("https://news.example/v1/topics/talks/feed"), InlineData("https://news.example/v1/topics/talks/feed.xml"), InlineData("https://news.example/v1/topics/Not+One/feed.atom")]
    [InlineData("https://news.example/v1/topics/talks/feed.atom?limit=5"), InlineData("https://news.example/v1/topics/talks/feed.atom?token=a&limit=5")]
    [InlineData("https://news.example/v1/topics/talks/feed.atom?per=change"), InlineData("https://news.example/v1/topics/talks/feed.atom?per=event&per=event")]
    [InlineData("https://news.example/v1/topics/talks/feed.atom?token=a&token=b"), InlineData("https://news.example/v1/topics/talks/feed.atom?per=event&asOf=2026-09-20T12:00:00Z")]
    [InlineData("https://news.example/v1/topics/talks/feed.atom#x"), InlineData("https://me@news.example/v1/topics/talks/feed.atom")]
    public void Read_AnythingElse_IsNone(string? url) => Assert.Null(FeedAddress.Read(url));

    [Theory]
    [InlineData("https://news.example/v1/topics/talks/feed.atom", "https://news.example/v1/topics/talks/feed.atom")]
    [InlineData("https://news.example/v1/topics/talks/feed.json?token=abc", "https://news.example/v1/topics/talks/feed.json?token=***")]
    [InlineData("https://news.example/v1/topics/talks/feed.json?per=event&token=abc", "https://news.example/v1/topics/talks/feed.json?per=event&token=***")]
    [InlineData("https://news.example/v1/topics/talks/feed.json?token=a?b&per=event", "https://news.example/v1/topics/talks/feed.json?token=***&per=event")]
    public void Masked_Address_HasNoCapability(string url, string shown) => Assert.Equal(shown, FeedAddress.Masked(url));
}
