using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Figures;

/// <summary>
/// Settles an article's figures: repeats become one figure with several spans, people named again are no new figure, and those
/// who were shot are told apart from those of them who died.
/// </summary>
internal static class FigureLedger
{
    /// <summary>Sentences that open an article: "the death of" somebody there is what it is about, further on it is background.</summary>
    private const int LeadSentences = 4;

    /// <summary>How far apart, in sentences, those shot and those of them who died are told of.</summary>
    private const int SameTellingSentences = 4;

    private static readonly CasualtyMeasure[] s_summed = [CasualtyMeasure.Killed, CasualtyMeasure.Injured];

    /// <summary>The figures that stand, in the order of the text.</summary>
    internal static IReadOnlyList<FigureReading> Settle(List<FigureReading> found)
    {
        var settled = FoldRepeats(found);
        SettleNamed(settled);
        foreach (var measure in s_summed) AddSum(settled, ToldOneByOne.Sum(found, measure));
        SettleBlows(settled);
        return settled;
    }

    /// <summary>Each figure once, with the spans that give it again. Figures of one measure and number differ only in the group, of which there are few.</summary>
    private static List<FigureReading> FoldRepeats(List<FigureReading> found)
    {
        var settled = new List<FigureReading>();
        var again = new List<List<TextSpan>?>();
        var alike = new Dictionary<(CasualtyMeasure Measure, CountRange Count), List<int>>();
        foreach (var reading in found)
        {
            var key = (reading.Figure.Measure, reading.Figure.Count);
            if (!IsKnown(reading.Sort))
            {
                if (!alike.TryGetValue(key, out var same)) alike.Add(key, same = []);
                var known = same.FindIndex(at => IsSameGroup(settled[at], reading));
                if (known >= 0)
                {
                    (again[same[known]] ??= []).Add(reading.Evidence);
                    continue;
                }
                same.Add(settled.Count);
            }
            settled.Add(reading);
            again.Add(null);
        }
        for (var at = 0; at < settled.Count; at++)
            if (again[at] is { } spans) settled[at] = settled[at] with { Also = [.. settled[at].Also, .. spans] };
        return settled;
    }

    private static bool IsKnown(PeopleSort sort) => sort is PeopleSort.Definite or PeopleSort.Pronoun;

    private static bool IsSameGroup(FigureReading known, FigureReading again) =>
        known.Figure.Who == again.Figure.Who || known.Figure.Who is null || again.Figure.Who is null;

    /// <summary>One who is known already is a figure only where the article counts nobody; then the names are counted.</summary>
    private static void SettleNamed(List<FigureReading> settled)
    {
        foreach (var measure in Enum.GetValues<CasualtyMeasure>())
        {
            var named = settled.FindAll(reading => reading.Figure.Measure == measure && IsKnown(reading.Sort));
            if (named.Count == 0) continue;
            var counted = settled.Exists(reading => reading.Figure.Measure == measure && !IsKnown(reading.Sort) && reading.Figure.Count.Low is not 0);
            settled.RemoveAll(reading => reading.Figure.Measure == measure && IsKnown(reading.Sort));
            if (counted || named.Find(reading => !IsPassing(reading)) is not { } first) continue;
            // Whose death somebody speaks of beside those who are told to have died is of another story.
            if (named.Exists(reading => reading.Rule != "noun-of")) named.RemoveAll(reading => reading.Rule == "noun-of" && reading != first && reading.Name is not null);
            if (named.Count == 1 && first.Rule == "noun-of" && first.Sentence >= LeadSentences) continue;
            var names = named.Where(reading => reading.Name is not null && reading.Figure.Count.Low == 1).Select(reading => reading.Name).Distinct(StringComparer.Ordinal).Count();
            var largest = named.Max(reading => reading.Figure.Count.Low ?? 0);
            settled.Add(first with
            {
                Figure = first.Figure with { Count = CountRange.Exactly(Math.Max(Math.Max(names, 1), largest)) },
                Also = [.. named.Where(reading => reading != first).Select(reading => reading.Evidence)],
                Confidence = 0.6,
            });
        }
        settled.Sort((a, b) => a.Evidence.Start.CompareTo(b.Evidence.Start));
    }

    private static void AddSum(List<FigureReading> settled, FigureReading? sum)
    {
        if (sum is null || settled.Exists(known => known.Figure.Measure == sum.Figure.Measure && known.Figure.Count.Low >= sum.Figure.Count.Low)) return;
        var after = settled.FindLastIndex(known => known.Evidence.Start <= sum.Evidence.Start);
        settled.Insert(after + 1, sum);
    }

    /// <summary>A pronoun in passing ("he was shot") says too little to be a figure.</summary>
    private static bool IsPassing(FigureReading reading) => reading.Sort == PeopleSort.Pronoun && (reading.IsBlow || reading.Rule == "verb-object-present");

    /// <summary>Of those shot, the ones counted dead are no longer hurt: "five were shot, two of them died" leaves three hurt.</summary>
    private static void SettleBlows(List<FigureReading> settled)
    {
        var dead = settled.Where(IsDeath).Select(reading => reading.Figure.Count).ToHashSet();
        settled.RemoveAll(reading => reading.IsBlow && dead.Contains(reading.Figure.Count));
        for (var i = 0; i < settled.Count; i++)
        {
            var reading = settled[i];
            if (!reading.IsBlow || reading.IsFurther || IsKnown(reading.Sort) || reading.Figure.Count is not { Low: > 1 and { } all } count || count.High != all) continue;
            var killed = DeadOf(settled, reading, all);
            // Of eighty shot in one story, the two who died in another are none.
            if (killed == 0 || (all > PlausibleShotMax && killed * PlausibleShotMax < all)) continue;
            settled[i] = reading with { Figure = reading.Figure with { Measure = CasualtyMeasure.Casualties } };
            if (settled.Exists(other => other.Figure.Measure == CasualtyMeasure.Injured && other.Figure.Count.Equals(CountRange.Exactly(all - killed)))) continue;
            settled.Insert(++i, reading with
            {
                Figure = reading.Figure with { Measure = CasualtyMeasure.Injured, Count = CountRange.Exactly(all - killed) },
                IsBlow = false,
                Rule = "blow-less-killed",
                Confidence = 0.6,
            });
        }
    }

    /// <summary>Of more shot than this, one dead in as many is too few to be of the same shooting.</summary>
    private const int PlausibleShotMax = 30;

    /// <summary>How many of those shot are dead: as the sentences around tell, else as the article does where it tells one number only; 0 when it does not.</summary>
    private static long DeadOf(List<FigureReading> settled, FigureReading shot, long all)
    {
        var near = settled.Where(other => IsDeath(other) && Math.Abs(other.Sentence - shot.Sentence) <= SameTellingSentences && other.Figure.Count.Low < all)
            .Select(other => other.Figure.Count.Low!.Value).DefaultIfEmpty(0).Max();
        if (near > 0) return near;
        var told = settled.Where(IsDeath).Select(other => other.Figure.Count.Low!.Value).Distinct().ToList();
        return told is [var only] && only < all ? only : 0;
    }

    private static bool IsDeath(FigureReading reading) =>
        reading.Figure.Measure == CasualtyMeasure.Killed && reading.Figure.Count is { Low: > 0 } count && count.Low == count.High;
}
