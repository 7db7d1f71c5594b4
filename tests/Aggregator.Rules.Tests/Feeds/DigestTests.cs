using System.Text;
using System.Text.RegularExpressions;
using Aggregator.Extraction;
using Aggregator.Resolution;
using Aggregator.Topics;
using Xunit;

namespace Aggregator.Feeds;

public class DigestTests
{
    private static readonly DigestClock Daily = new(DigestStep.Day, TimeZoneInfo.Utc);
    private static readonly DateTimeOffset Noon = new(2026, 9, 14, 12, 0, 0, TimeSpan.Zero);
    private static readonly Corroboration Standing = new() { ArticleCount = 5, OutletCount = 3, VoiceCount = 2, ClaimantCount = 1, Level = CorroborationLevel.Corroborated };

    [Fact]
    public void Of_ChangesOfAllSorts_PutsEachWhereItBelongs()
    {
        var digest = Of(
            Change("e-1", TopicDifference.New),
            Change("e-2", TopicDifference.FiguresMoved, TopicDifference.Reported),
            Change("e-3", TopicDifference.Corrected, TopicDifference.FiguresMoved),
            Change("e-4", TopicDifference.Retracted),
            Change("e-5", TopicDifference.StatusMoved) with { StatusAfter = EventStatus.Cancelled },
            Change("e-6", TopicDifference.Reported));
        Assert.Equal("e-1 | e-2 | e-3 e-4 e-5 | e-6", string.Join(" | ", Ids(digest.New), Ids(digest.FiguresMoved), Ids(digest.Corrections), Ids(digest.Others)));
        Assert.Equal("e-8 e-9 e-7", Ids(Of(Change("e-7", TopicDifference.New), Backed("e-8", 4, 9), Backed("e-9", 4, 6)).New));
        Assert.Equal("2026-09-14: 1 new event, 1 with moved figures, 3 corrections, 1 told further, 4 more", digest.Title);
    }

    [Fact]
    public void Write_Twice_IsTheSameUnderTheSameId()
    {
        var moved = Change("e-2", TopicDifference.FiguresMoved) with
        {
            Figures = [new FigureMove { Measure = CasualtyMeasure.Killed, Claimant = "the <mayor>", Before = CountRange.Exactly(9), After = new CountRange(14, null), Report = ReportId.Parse("r-1") }],
        };
        var (first, second) = (Write(Of(moved)), Write(Of(moved)));
        Assert.Equal(first, second);
        Assert.Contains("""killed: 9 → &lt;a href="https://a.example/v1/reports/r-1"&gt;14 or more&lt;/a&gt; (the &amp;lt;mayor&amp;gt;)""", first);
        Assert.Contains("<id>urn:aggregator:topic:island-talks:20260911T120000000:day:20260914T0000:UTC</id>", first);
        Assert.Contains("<updated>2026-09-15T00:00:00.000Z</updated>", first);
    }

    [Fact]
    public void Content_OfEachSort_SaysWhereItStandsAndWhoSaysSo()
    {
        var standing = Standing;
        var lone = standing with { ArticleCount = 1, VoiceCount = 1, Level = CorroborationLevel.SingleSource };
        var (come, gone) = (Move("r-1", null, 9), Move("r-2", 12, null));
        Assert.Equal("planned|single-source: 1 article, 1 independent voice|killed (civilian): 9 (North Wire)",
            Lines(Change("e-1", TopicDifference.New) with { StatusAfter = EventStatus.Planned, CorroborationAfter = lone, Figures = [come] }));
        Assert.Equal("occurred → denied|dated otherwise|single-source → corroborated: 5 articles (4 more), 2 independent voices|killed (civilian): no longer 12 (North Wire)",
            Lines(Told(lone, standing, TopicDifference.StatusMoved, TopicDifference.Corrected) with { StatusBefore = EventStatus.Occurred, StatusAfter = EventStatus.Denied, Figures = [gone] }));
        Assert.Equal("told otherwise: when, where or who|corroborated: 5 articles, 2 independent voices", Lines(Told(standing, standing, TopicDifference.FactsMoved)));
        Assert.Equal("became part of e-7", Lines(Told(standing, lone, TopicDifference.Merged) with { MergedInto = EventId.Parse("e-7"), Figures = [gone] }));
        var many = Lines(Change("e-1", TopicDifference.New) with { Figures = [.. Enumerable.Range(1, 10).Select(number => Move($"r-{number}", null, number))] });
        Assert.EndsWith("|killed (civilian): 10 (North Wire), 9 (North Wire), 8 (North Wire), 7 (North Wire), 6 (North Wire), 5 (North Wire) and 4 more", many, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(14, "from=2026-09-14T00:00:00Z&to=2026-09-15T00:00:00Z"), InlineData(11, "to=2026-09-12T00:00:00Z")]
    public void Item_OfAPeriod_LeadsToItsChangesAndToNothingBeforeTheTopic(int day, string query)
    {
        var changes = new TopicChanges { From = 0, To = 20, Changes = [Change("e-1", TopicDifference.New)], TotalCount = 1 };
        var digest = Digest.Of(Sample.Topic, Daily, Daily.PeriodOf(Noon.AddDays(day - Noon.Day)), changes);
        var item = Assert.Single(DigestDocument.Of(Sample.Topic, Daily, [digest], FeedForm.Atom, "https://a.example", null, null).Items);
        Assert.Equal($"https://a.example/v1/topics/island-talks/changes?{query}", item.JsonUrl);
    }

    [Fact]
    public void Links_LimitGiven_CarryIt()
    {
        var links = DigestDocument.Of(Sample.Topic, Daily, [], FeedForm.Atom, "https://a.example", null, Noon, limit: 3).Links;
        Assert.All(links.Where(link => link.Address.Contains("/digest", StringComparison.Ordinal)), link => Assert.Contains("limit=3", link.Address, StringComparison.Ordinal));
        Assert.Contains(links, link => link.Relation == "next");
        Assert.DoesNotContain(DigestDocument.Of(Sample.Topic, Daily, [], FeedForm.Atom, "https://a.example", null, Noon).Links, link => link.Address.Contains("limit", StringComparison.Ordinal));
    }

    private static TopicChange Told(Corroboration before, Corroboration after, params TopicDifference[] differences) =>
        Change("e-1", differences) with { StatusBefore = EventStatus.Occurred, CorroborationBefore = before, CorroborationAfter = after, Reason = "dated otherwise" };

    private static FigureMove Move(string report, long? before, long? after) => new()
    {
        Measure = CasualtyMeasure.Killed, Who = CountedGroup.Civilian, Outlet = "North Wire", Before = before is { } low ? CountRange.Exactly(low) : null,
        After = after is { } high ? CountRange.Exactly(high) : null, Report = ReportId.Parse(report),
    };

    /// <summary>The lines below an event's headline, without what they lead to.</summary>
    private static string Lines(TopicChange change)
    {
        var html = DigestText.Content(Of(change), Sample.Topic.Id, "https://a.example");
        return Regex.Replace(html[(html.IndexOf("<br>", StringComparison.Ordinal) + 4)..html.IndexOf("</li>", StringComparison.Ordinal)].Replace("<br>", "|", StringComparison.Ordinal), "<[^>]*>", "");
    }

    private static Digest Of(params TopicChange[] changes) =>
        Digest.Of(Sample.Topic, Daily, Daily.PeriodOf(Noon), new TopicChanges { From = 3, To = 20, Changes = [.. changes], TotalCount = changes.Length + 4 });

    private static string Write(Digest digest) => Encoding.UTF8.GetString(FeedWriter.Write(DigestDocument.Of(Sample.Topic, Daily, [digest], FeedForm.Atom, "https://a.example", null, null), FeedForm.Atom));

    private static TopicChange Change(string id, params TopicDifference[] differences) => new()
    {
        Event = EventId.Parse(id), Headline = $"What {id} is", Differences = [.. differences], RevisionAfter = 2, StatusAfter = EventStatus.Occurred, Position = 5, RecordedAt = Noon,
        CorroborationAfter = new Corroboration { ArticleCount = 1, OutletCount = 1, VoiceCount = 1, ClaimantCount = 0, Level = CorroborationLevel.Unconfirmed },
    };

    private static TopicChange Backed(string id, int voices, int articles) =>
        Told(Standing, Standing with { VoiceCount = voices, ArticleCount = articles }, TopicDifference.New) with { Event = EventId.Parse(id) };

    private static string Ids(IEnumerable<TopicChange> changes) => string.Join(' ', changes.Select(change => change.Event.Value));
}
