using Aggregator.Resolution;

namespace Aggregator.Aggregates;

/// <summary>
/// Lays out casualty claims event by event. Claims of one claimant follow each other in time and the latest counts; claims of several
/// stand side by side and widen the range; running totals and single incidents are in rows of their own and never meet.
/// </summary>
public static class CasualtyFold
{
    /// <summary>The ledger.</summary>
    /// <param name="events">A topic's events.</param>
    /// <param name="query">Which claims.</param>
    /// <param name="position">The topic's position.</param>
    public static CasualtyLedger Fold(IEnumerable<NewsEvent> events, CasualtyQuery query, long position)
    {
        var rows = EventDay.Latest(events, query.From, query.To)
            .SelectMany(newsEvent => newsEvent.Claims
                .Where(claim => query.Measure is null || claim.Figure.Measure == query.Measure)
                .GroupBy(claim => (claim.Figure.Measure, claim.Figure.Who, claim.Figure.Nationality, claim.Figure.Cumulative))
                .OrderBy(group => group.Key.Measure).ThenBy(group => group.Key.Cumulative).ThenBy(group => group.Key.Who)
                .Select(group => RowOf(newsEvent, [.. group])))
            .ToList();
        return new CasualtyLedger { Rows = [.. rows.Take(query.CountMax)], TotalCount = rows.Count, Position = position };
    }

    private static CasualtyRow RowOf(NewsEvent newsEvent, List<CasualtyClaim> claims)
    {
        var figure = claims[0].Figure;
        var latest = claims.GroupBy(claim => claim.Figure.Claimant?.ToLowerInvariant())
            .Select(byClaimant => byClaimant.MaxBy(claim => claim.LastPublishedAt)!.Figure.Count);
        return new CasualtyRow
        {
            Event = newsEvent.Id, Headline = newsEvent.Headline, OccurredOn = newsEvent.OccurredOn,
            Measure = figure.Measure, Who = figure.Who, Nationality = figure.Nationality, Cumulative = figure.Cumulative,
            Range = latest.Aggregate((range, said) => range.Widen(said)),
            Claims = [.. claims.OrderBy(claim => claim.Figure.Claimant, StringComparer.OrdinalIgnoreCase).ThenBy(claim => claim.FirstPublishedAt)],
        };
    }
}
