using Aggregator.Resolution;

namespace Aggregator.Aggregates;

/// <summary>
/// Lays out casualty claims event by event. Claims of one claimant follow each other in time and the latest counts; claims of several
/// stand side by side and widen the range; totals and single incidents are in rows of their own and never meet.
/// </summary>
public static class CasualtyFold
{
    /// <summary>The ledger.</summary>
    /// <param name="events">A topic's events, or one.</param>
    /// <param name="query">Which claims.</param>
    /// <param name="position">The topic's position, or the one event's revision.</param>
    public static CasualtyLedger Fold(IEnumerable<NewsEvent> events, CasualtyQuery query, long position)
    {
        var told = EventDay.Latest(events, query.From, query.To)
            .Select(newsEvent => (Event: newsEvent, Names: ClaimantNames.Of(newsEvent.Claims.Select(claim => claim.Figure.Claimant))))
            .SelectMany(item => item.Event.Claims
                .Where(claim => query.Measure is null || claim.Figure.Measure == query.Measure)
                .GroupBy(claim => ClaimKey.Of(claim.Figure, item.Event))
                .OrderBy(group => group.Key.Measure).ThenBy(group => group.Key.Scope).ThenBy(group => group.Key.Who)
                .ThenBy(group => group.Key.Nationality?.Value, StringComparer.Ordinal).ThenBy(group => group.Key.Place, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Period?.Value, StringComparer.Ordinal)
                .Select(group => (item.Event, group.Key, Row: RowOf(item.Event, group.Key, [.. group], item.Names))))
            .ToList();
        var rows = BaselineRule.Check([.. told.Select(item => (item.Key, item.Row))]);
        return new CasualtyLedger
        {
            Rows = [.. rows.Take(query.CountMax)], TotalCount = told.Count, Position = position,
            LowerBounds = [.. LowerBoundRule.Of(told.Select(item => (item.Event, item.Row)))],
        };
    }

    private static CasualtyRow RowOf(NewsEvent newsEvent, ClaimKey key, List<CasualtyClaim> claims, ClaimantNames names)
    {
        var series = SeriesFold.Fold(claims, names);
        var stands = series.Select(one => new ClaimantStand
        {
            Claimant = one.Claimant, Outlet = one.Outlet, Count = one.Points[^1].Count, Reports = one.Points[^1].Reports,
        }).ToList();
        return new CasualtyRow
        {
            Event = newsEvent.Id, Headline = newsEvent.Headline, OccurredOn = newsEvent.OccurredOn, Place = ClaimKey.PlaceOf(claims[0].Figure, newsEvent),
            Measure = key.Measure, Who = key.Who, Nationality = key.Nationality, Cumulative = key.Scope is ClaimScope.Period or ClaimScope.RunningTotal, Period = key.Period, Scope = key.Scope,
            Range = stands.Select(stand => stand.Count).Aggregate((range, said) => range.Widen(said)),
            Claims = [.. claims.OrderBy(claim => claim.Figure.Claimant, StringComparer.OrdinalIgnoreCase).ThenBy(claim => claim.FirstPublishedAt)],
            Series = series,
            // "Up to 10" may be none, and "at least 20" any number: an open end lies beyond every figure.
            LowEnd = stands.TrueForAll(stand => stand.Count.Low is null) ? null : stands.MinBy(stand => (stand.Count.Low ?? 0, stand.Count.High ?? long.MaxValue)),
            HighEnd = stands.TrueForAll(stand => stand.Count.High is null) ? null : stands.MaxBy(stand => (stand.Count.High ?? long.MaxValue, stand.Count.Low ?? 0)),
            Baselines = BaselineRule.Of(claims),
        };
    }
}
