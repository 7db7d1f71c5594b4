using Aggregator.Extraction;
using Aggregator.Resolution;
using CsCheck;
using Xunit;

namespace Aggregator.Aggregates;

public class CountFoldTests
{
    private static NewsEvent On(string day, string id = "e-1", params string[] actors) =>
        Sample.Event(id: id, actors: actors) with { OccurredOn = OccurredOn.TryParse(day, out var on) ? on : null };

    [Theory]
    [InlineData(CountBucket.Day, "2026-09-16", "2026-09-16")]
    [InlineData(CountBucket.Week, "2026-09-16", "2026-09-14")]
    [InlineData(CountBucket.Week, "2026-09-20", "2026-09-14")]
    [InlineData(CountBucket.Week, "2026-09-14", "2026-09-14")]
    [InlineData(CountBucket.Month, "2026-09-30", "2026-09-01")]
    public void StartOf_Day_IsTheFirstOfItsStep(CountBucket bucket, string day, string start) =>
        Assert.Equal(DateOnly.Parse(start, null), CountFold.StartOf(DateOnly.Parse(day, null), bucket));

    [Fact]
    public void Fold_EventWithoutDate_CountsOnTheDayItWasPublished()
    {
        var counts = CountFold.Fold([Sample.Event()], new CountQuery(), 7);
        Assert.Equal(new CountCell(new DateOnly(2026, 9, 14), null, 1), Assert.Single(counts.Cells));
        Assert.Equal(7, counts.Position);
    }

    [Fact]
    public void Fold_TwoActors_CountInEachGroupAndOnceInAll()
    {
        var counts = CountFold.Fold([On("2026-09-14", actors: ["KEN", "NOR"])], new CountQuery { GroupBy = CountGroup.Actor }, 1);
        Assert.Equal(["KEN", "NOR"], counts.Cells.Select(cell => cell.Group!));
        Assert.Equal(1, counts.EventCount);
    }

    [Fact]
    public void Fold_Period_LeavesOutWhatIsOutside()
    {
        var query = new CountQuery { From = new DateOnly(2026, 9, 15), To = new DateOnly(2026, 9, 16) };
        var counts = CountFold.Fold([On("2026-09-14"), On("2026-09-15", "e-2"), On("2026-09-16", "e-3"), On("2026-09-17", "e-4")], query, 1);
        Assert.Equal(2, counts.EventCount);
    }

    [Fact]
    public void Fold_NotSplit_CellsAddUpToTheEvents() =>
        Gen.Select(Gen.Int[0, 300].Array[0, 50], Gen.Enum<CountBucket>()).Sample((days, bucket) =>
        {
            var events = days.Select((day, at) => Sample.Event(id: $"e-{at}") with { OccurredOn = new OccurredOn(new DateOnly(2026, 1, 1).AddDays(day)) });
            var counts = CountFold.Fold(events, new CountQuery { Bucket = bucket }, 1);
            Assert.Equal(days.Length, counts.Cells.Sum(cell => cell.Count));
        }, iter: 200, seed: "0000000000004");
}
