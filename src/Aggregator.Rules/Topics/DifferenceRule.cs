using System.Collections.Immutable;
using Aggregator.Aggregates;
using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Topics;

/// <summary>Tells what differs between what a topic knew at two moments.</summary>
public static class DifferenceRule
{
    /// <summary>The changes, the latest first.</summary>
    /// <param name="before">The last entry of each event up to the earlier moment.</param>
    /// <param name="between">The last entry of each event after it, up to the later one.</param>
    public static IReadOnlyList<TopicChange> Between(IEnumerable<FeedEntry> before, IEnumerable<FeedEntry> between)
    {
        var known = before.Where(entry => TopicState.IsIn(entry.Change)).ToDictionary(entry => entry.Event.Id, entry => entry.Event);
        return [.. between.OrderByDescending(entry => entry.Position).Select(entry => ChangeOf(known.GetValueOrDefault(entry.Event.Id), entry)).OfType<TopicChange>()];
    }

    private static TopicChange? ChangeOf(NewsEvent? before, FeedEntry entry)
    {
        var after = entry.Event;
        var figures = FiguresOf(before, after);
        ImmutableArray<TopicDifference> differences = [.. (before, TopicState.IsIn(entry.Change)) switch
        {
            (null, false) => [],
            (null, true) => entry.Change == EntryChange.Split ? [TopicDifference.New, TopicDifference.Split] : [TopicDifference.New],
            ({ }, false) => [entry.Change == EntryChange.Merged ? TopicDifference.Merged : TopicDifference.Retracted],
            ({ } last, true) => Compare(last, after, entry.Change, figures),
        }];
        if (differences.IsEmpty) return null;
        var heard = before?.Reports.Select(report => report.Id).ToHashSet() ?? [];
        return new TopicChange
        {
            Event = after.Id, Headline = after.Headline, Differences = differences, RevisionBefore = before?.Revision, RevisionAfter = after.Revision,
            StatusBefore = before?.Status, StatusAfter = after.Status, Figures = figures, Reports = [.. after.Reports.Select(report => report.Id).Where(id => !heard.Contains(id))],
            MergedInto = after.MergedInto, Position = entry.Position, RecordedAt = entry.RecordedAt, Reason = entry.Reason,
            CorroborationBefore = before?.Corroboration, CorroborationAfter = after.Corroboration,
        };
    }

    private static IEnumerable<TopicDifference> Compare(NewsEvent before, NewsEvent after, EntryChange change, ImmutableArray<FigureMove> figures)
    {
        if (change == EntryChange.Split) yield return TopicDifference.Split;
        if (before.Status != after.Status) yield return TopicDifference.StatusMoved;
        if (!figures.IsEmpty) yield return TopicDifference.FiguresMoved;
        if (before.Corroboration.Level != after.Corroboration.Level) yield return TopicDifference.CorroborationMoved;
        if (FactsOf(before) != FactsOf(after)) yield return TopicDifference.FactsMoved;
        if (after.ReportCount > before.ReportCount) yield return TopicDifference.Reported;
        if (IsCorrected(before, after)) yield return TopicDifference.Corrected;
    }

    private static bool IsCorrected(NewsEvent before, NewsEvent after)
    {
        var last = before.Reports.ToDictionary(report => report.Id, report => report.Revision);
        return after.ReportCount < before.ReportCount || after.Reports.Any(report => last.TryGetValue(report.Id, out var revision) && revision < report.Revision);
    }

    private static (EventKind Kind, OccurredOn? On, string? Place, string Parties) FactsOf(NewsEvent newsEvent) =>
        (newsEvent.Kind, newsEvent.OccurredOn, newsEvent.Place?.Entry ?? newsEvent.Place?.Name,
            string.Join('|', newsEvent.Actors.Concat(newsEvent.Recipients).Select(party => party.Code?.Value ?? party.Name).Distinct().Order(StringComparer.Ordinal)));

    private static ImmutableArray<FigureMove> FiguresOf(NewsEvent? before, NewsEvent after)
    {
        var names = ClaimantNames.Of((before?.Claims ?? []).Concat(after.Claims).Select(claim => claim.Figure.Claimant));
        var (last, now) = (before is null ? [] : CurrentOf(before, names), CurrentOf(after, names));
        return
        [
            .. now.Where(figure => CountIn(last, figure.Key) != figure.Value.Count).Select(figure => MoveOf(figure.Key, CountIn(last, figure.Key), figure.Value.Count, figure.Value)),
            .. last.Where(figure => !now.ContainsKey(figure.Key)).Select(figure => MoveOf(figure.Key, figure.Value.Count, null, figure.Value)),
        ];
    }

    private static Dictionary<SeriesKey, Standing> CurrentOf(NewsEvent newsEvent, ClaimantNames names)
    {
        var current = new Dictionary<SeriesKey, Standing>();
        foreach (var row in newsEvent.Claims.GroupBy(claim => ClaimKey.Of(claim.Figure, newsEvent)))
            foreach (var series in SeriesFold.Fold(row, names))
                current[new(row.Key, names.KeyOf(series.Claimant), series.Outlet)] = new(series.Points[^1].Count, series.Claimant, series.Outlet, series.Points[^1].Reports[0]);
        return current;
    }

    private static CountRange? CountIn(Dictionary<SeriesKey, Standing> current, SeriesKey key) => current.TryGetValue(key, out var standing) ? standing.Count : null;

    private static FigureMove MoveOf(SeriesKey key, CountRange? before, CountRange? after, Standing carrier) =>
        new() { Measure = key.Row.Measure, Who = key.Row.Who, Claimant = carrier.Claimant, Outlet = carrier.Outlet, Before = before, After = after, Report = carrier.Report };

    /// <summary>Whose figure of what.</summary>
    private readonly record struct SeriesKey(ClaimKey Row, string? Claimant, string? Outlet);

    /// <summary>What a claimant, or an outlet itself, says last, under the name first told.</summary>
    private readonly record struct Standing(CountRange Count, string? Claimant, string? Outlet, ReportId Report);
}
