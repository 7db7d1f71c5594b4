using Aggregator.Topics;
using Xunit;

namespace Aggregator.Feeds;

public class FeedLinksTests
{
    private const string Address = "https://a.example/v1/topics/island-talks/feed.rss";

    [Theory]
    [InlineData(230, null, 181, "", null, "?before=181", "?before=51", "?archive=4")]
    [InlineData(230, 181L, 131, "?before=181", "", "?before=131", "?before=51", null)]
    [InlineData(230, 131L, 81, "?before=131", "?before=181", "?before=81", "?before=51", null)]
    [InlineData(230, 51L, 1, "?before=51", "?before=101", null, "?before=51", null)]
    [InlineData(40, null, 1, "", null, null, "?before=41", null)]
    [InlineData(99, null, 50, "", null, "?before=50", "?before=51", "?archive=1")]
    [InlineData(100, null, 51, "", null, "?before=51", "?before=51", "?archive=2")]
    public void Links_OfAPage_LeadBothWaysAndToTheArchive(long last, long? before, long first, string self, string? previous, string? next, string oldest, string? archive)
    {
        var document = Document(Page(first, Math.Min((before ?? last + 1) - 1, last), last), new FeedWindow { Before = before });
        Assert.Equal(Address + self, document.Self);
        Assert.Equal(
            [Of(""), Of(oldest), Of(previous), Of(next), Of(archive), null, null],
            [.. ((string[])["first", "last", "previous", "next", "prev-archive", "next-archive", "current"]).Select(document.Find)]);
        Assert.Equal(
            [$"https://a.example/v1/topics/island-talks/feed.atom{self}", $"https://a.example/v1/topics/island-talks/feed.json{self}"],
            document.Links.Where(link => link is { Relation: "alternate", MediaType: not "text/html" }).Select(link => link.Address));
    }

    [Fact]
    public void Links_OfAnEarlierMoment_StayAtIt()
    {
        var moment = new DateTimeOffset(2026, 9, 20, 14, 0, 0, 500, TimeSpan.FromHours(2));
        var document = Document(Page(51, 100, 100), new FeedWindow { AsOf = moment, PerEvent = true });
        Assert.Equal(
            ["?per=event&asOf=2026-09-20T12:00:00.5Z", "?before=51&per=event&asOf=2026-09-20T12:00:00.5Z", "?archive=2&per=event&asOf=2026-09-20T12:00:00.5Z"],
            ((string[])["self", "next", "prev-archive"]).Select(relation => document.Find(relation)![Address.Length..]));
    }

    [Theory]
    [InlineData(null, null, null, false, true), InlineData(null, null, null, true, true), InlineData(51L, null, null, false, false), InlineData(null, 20, null, false, false)]
    [InlineData(null, null, 1L, false, false)]
    public void Links_Hub_IsNamedWhereItTellsOfWhatTheDocumentShows(long? before, int? limit, long? archive, bool perEvent, bool isNamed)
    {
        var window = new FeedWindow { Before = before, Limit = limit, Archive = archive, PerEvent = perEvent };
        foreach (var (seen, isFollowed) in new[] { (window, isNamed), (window with { AsOf = DateTimeOffset.UnixEpoch }, false) })
        {
            var document = (new TopicDocument(Page(1, 50, 100), seen, FeedForm.Rss, "https://a.example") { Hub = "https://a.example/v1/hub" }).Make();
            Assert.Equal(isFollowed ? "https://a.example/v1/hub" : null, document.Find("hub"));
            Assert.Equal(isFollowed, Subscriptions.FeedAddress.Read(document.Self) is not null);
        }
    }

    [Fact]
    public void Archives_WalkedFromTheSubscription_HoldEveryPositionWithItOnce()
    {
        for (var last = 1; last <= 260; last++)
        {
            var seen = new List<long>();
            var document = Document(Page(Math.Max(1, last - 49), last, last), FeedWindow.Newest);
            var fresh = Positions(document);
            while (document.Find("prev-archive") is { } address)
            {
                var archive = long.Parse(address[(address.IndexOf('=', StringComparison.Ordinal) + 1)..], null);
                document = Document(Page(FeedWindow.EndOf(archive) - 49, FeedWindow.EndOf(archive), last), new FeedWindow { Archive = archive });
                seen.AddRange(Positions(document));
            }
            Assert.Equal(Enumerable.Range(1, last).Select(position => (long)position), seen.Concat(fresh).Distinct().Order());
            Assert.Equal(seen.Count, seen.Distinct().Count());
        }
    }

    private static FeedDocument Document(FeedPage page, FeedWindow window) => new TopicDocument(page, window, FeedForm.Rss, "https://a.example").Make();

    private static FeedPage Page(long first, long through, long last) =>
        Sample.Page([.. Enumerable.Range((int)first, (int)(through - first + 1)).Select(position => Sample.Entry(position))]) with { LastPosition = last };

    private static List<long> Positions(FeedDocument document) => [.. document.Items.Select(item => item.Entry!.Position)];

    private static string? Of(string? query) => query is null ? null : Address + query;
}
