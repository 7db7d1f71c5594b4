using System.Text;
using Aggregator.Extraction;
using Aggregator.Resolution;
using Aggregator.Topics;
using Xunit;

namespace Aggregator.Feeds;

public class DigestTests
{
    private static readonly DigestClock Daily = new(DigestStep.Day, TimeZoneInfo.Utc);
    private static readonly DateTimeOffset Noon = new(2026, 9, 14, 12, 0, 0, TimeSpan.Zero);

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
        Assert.Contains("killed: 9 → 14 or more (the &amp;lt;mayor&amp;gt;)", first);
        Assert.Contains("<id>urn:aggregator:topic:island-talks:20260911T120000000:day:20260914T0000:UTC</id>", first);
        Assert.Contains("<updated>2026-09-15T00:00:00.000Z</updated>", first);
    }

    private static Digest Of(params TopicChange[] changes) =>
        Digest.Of(Sample.Topic, Daily, Daily.PeriodOf(Noon), new TopicChanges { From = 3, To = 20, Changes = [.. changes], TotalCount = changes.Length + 4 });

    private static string Write(Digest digest) => Encoding.UTF8.GetString(FeedWriter.Write(DigestDocument.Of(Sample.Topic, Daily, [digest], FeedForm.Atom, "https://a.example", null, null), FeedForm.Atom));

    private static TopicChange Change(string id, params TopicDifference[] differences) => new()
    {
        Event = EventId.Parse(id), Headline = $"What {id} is", Differences = [.. differences], RevisionAfter = 2, StatusAfter = EventStatus.Occurred, Position = 5, RecordedAt = Noon,
    };

    private static string Ids(IEnumerable<TopicChange> changes) => string.Join(' ', changes.Select(change => change.Event.Value));
}
