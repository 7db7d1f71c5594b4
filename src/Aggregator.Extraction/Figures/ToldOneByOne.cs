namespace Aggregator.Extraction.Figures;

/// <summary>
/// Adds up people who are introduced one by one or as "others" where an article gives no number for all: "a man was shot in the leg … a
/// woman was grazed" are two. The sum is the reader's, not the article's, and says so by its rule and its confidence.
/// </summary>
internal static class ToldOneByOne
{
    private const double SumConfidence = 0.55;

    /// <summary>How many an article may introduce one by one, or tell dead: it keeps the work linear. Of more there is no sum.</summary>
    private const int SinglesMax = 100;

    /// <summary>The sum over one measure; null where the article counts, or introduces fewer than two.</summary>
    /// <param name="found">Every reading, repeats included, in the order of the text.</param>
    /// <param name="measure">The measure.</param>
    internal static FigureReading? Sum(List<FigureReading> found, CasualtyMeasure measure)
    {
        var singles = new List<FigureReading>();
        List<FigureReading> dead = [.. found.Where(reading => reading.Figure.Measure == CasualtyMeasure.Killed && reading.Described is not null)
            .DistinctBy(reading => (reading.Figure.Count, reading.Described, reading.IsFurther)).Take(SinglesMax + 1)];
        if (dead.Count > SinglesMax) return null;
        foreach (var reading in found)
        {
            if (reading.Figure.Measure != measure || reading.IsPart || reading.Figure.Count.Low is 0) continue;
            if (reading.Figure.Count is not { Low: { } low } count || count.High != low || reading.Figure.Cumulative) return null;
            if (reading.Described is null || reading.Sort == PeopleSort.NumberOnly) continue;
            if (reading.Sort == PeopleSort.Counted && !reading.IsFurther && low > 1) return null;
            if (singles.Count > 0 && singles[0].Figure.Period is { } when && reading.Figure.Period is { } other && !when.Overlaps(other)) continue;
            if (reading.IsBlow && dead.Exists(one => AreSame(one, reading))) continue;
            if (singles.Exists(known => AreSame(known, reading))) continue;
            if (singles.Count == SinglesMax) return null;
            singles.Add(reading);
        }
        if (singles.Count < 2) return null;
        var sum = singles.Sum(reading => reading.Figure.Count.Low!.Value);
        return singles[0] with
        {
            Figure = singles[0].Figure with { Count = CountRange.Exactly(sum), Who = singles.TrueForAll(single => single.Figure.Who == singles[0].Figure.Who) ? singles[0].Figure.Who : null },
            Also = [.. singles.Skip(1).Select(single => single.Evidence)],
            IsBlow = singles.TrueForAll(single => single.IsBlow),
            Sort = PeopleSort.Counted,
            Rule = "told-one-by-one",
            Confidence = SumConfidence,
        };
    }

    /// <summary>Two who are described alike are one; so are "a man" and "a 19-year-old man", unless one is said to be another.</summary>
    private static bool AreSame(FigureReading known, FigureReading again)
    {
        if (known.Figure.Count.Low != again.Figure.Count.Low) return false;
        if (known.Described == again.Described) return known.IsFurther == again.IsFurther || !again.IsFurther;
        if (again.IsFurther || known.IsFurther) return false;
        return known.Described!.EndsWith(" " + again.Described, StringComparison.Ordinal) || again.Described!.EndsWith(" " + known.Described, StringComparison.Ordinal)
            || again.Described is "person" or "victim" || known.Described is "person" or "victim";
    }
}
