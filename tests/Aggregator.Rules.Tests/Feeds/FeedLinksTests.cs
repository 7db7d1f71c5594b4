using Aggregator.Topics;
using Xunit;

namespace Aggregator.Feeds;

public class FeedLinksTests
{
    private const string Address = "https://a.example/v1/topics/island-talks/feed.rss";

    [Theory]
    [InlineData(230, null, 181, "", null, "?before=181", null)]
    [InlineData(230, 181L, 131, "?before=181", "", "?before=131", null)]
    [InlineData(230, 131L, 81, "?before=131", "?before=181", "?before=81", null)]
    [InlineData(40, null, 1, "", null, null, null)]
    [InlineData(99, null, 50, "", null, "?before=50", "?archive=1")]
    public void Links_OfAPage_LeadBothWaysAndToTheArchive(long last, long? before, long first, string self, string? previous, string? next, string? archive)
    {
        var page = Page(first, Math.Min((before ?? last + 1) - 1, last), last);
        var document = TopicDocument.Of(page, new FeedWindow { Before = before }, FeedForm.Rss, "https://a.example", null);
        Assert.Equal((Address + self, Of(previous), Of(next)), (document.Self, document.Find("previous"), document.Find("next")));
        if (archive is not null) Assert.Equal(Of(archive), document.Find("prev-archive"));
    }

    [Fact]
    public void Archives_WalkedFromTheSubscription_HoldEveryPositionWithItOnce()
    {
        for (var last = 1; last <= 260; last++)
        {
            var seen = new List<long>();
            var document = TopicDocument.Of(Page(Math.Max(1, last - 49), last, last), FeedWindow.Newest, FeedForm.Atom, "https://a.example", null);
            var fresh = Positions(document);
            while (document.Find("prev-archive") is { } address)
            {
                var archive = long.Parse(address[(address.IndexOf('=', StringComparison.Ordinal) + 1)..], null);
                document = TopicDocument.Of(Page(FeedWindow.EndOf(archive) - 49, FeedWindow.EndOf(archive), last), new FeedWindow { Archive = archive }, FeedForm.Atom, "https://a.example", null);
                seen.AddRange(Positions(document));
            }
            Assert.Equal(Enumerable.Range(1, last).Select(position => (long)position), seen.Concat(fresh).Distinct().Order());
            Assert.Equal(seen.Count, seen.Distinct().Count());
        }
    }

    private static FeedPage Page(long first, long through, long last) =>
        Sample.Page([.. Enumerable.Range((int)first, (int)(through - first + 1)).Select(position => Sample.Entry(position))]) with { LastPosition = last };

    private static List<long> Positions(FeedDocument document) => [.. document.Items.Select(item => item.Entry!.Position)];

    private static string? Of(string? query) => query is null ? null : Address + query;
}
