using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Aggregates;

/// <summary>
/// The least that many figures amount to without counting anybody twice. Of each happening one figure counts, the greatest of its groups' least:
/// groups may overlap. Who came on top of a total is in it already. A figure is added only to what can't count the same people: what lies on other days, or in another country. So the sum is of
/// figures that are disjoint pair by pair, also where one happening is held for two.
/// </summary>
internal static class LowerBoundRule
{
    private const int PartCountMax = 100;

    /// <summary>The lower bound of every measure that has one.</summary>
    /// <param name="rows">Rows, each with its event.</param>
    internal static IEnumerable<LowerBound> Of(IEnumerable<(NewsEvent Event, CasualtyRow Row)> rows) =>
        rows.Where(item => item.Event.Status is EventStatus.Occurred or EventStatus.Ongoing && item.Row.Scope != ClaimScope.Increment && item.Row.LowEnd?.Count.Low > 0)
            .GroupBy(item => item.Row.Measure).OrderBy(group => group.Key)
            .Select(group => Of(group.Key, Items(group)));

    private static LowerBound Of(CasualtyMeasure measure, List<Item> items)
    {
        var greedy = Disjoint(items);
        var incidentsFirst = Disjoint([.. items.OrderByDescending(item => item.IsIncident)]);
        var taken = greedy.Sum(item => item.Part.Count) >= incidentsFirst.Sum(item => item.Part.Count) ? greedy : incidentsFirst;
        return new LowerBound
        {
            Measure = measure, Count = taken.Sum(item => item.Part.Count), PartCount = taken.Count,
            Parts = [.. taken.Select(item => item.Part).OrderByDescending(part => part.Count).Take(PartCountMax)],
        };
    }

    /// <summary>One item a happening, and one a total; greatest first.</summary>
    private static List<Item> Items(IEnumerable<(NewsEvent Event, CasualtyRow Row)> rows) =>
        [.. rows.Select((item, at) => (Item: ItemOf(item.Event, item.Row), At: at))
            .GroupBy(numbered => (numbered.Item.Part.Event, numbered.Item.IsIncident ? -1 : numbered.At), numbered => numbered.Item)
            .Select(same => same.MaxBy(item => item.Part.Count)!)
            .OrderByDescending(item => item.Part.Count).ThenBy(item => item.Part.Report.Value, StringComparer.Ordinal)];

    /// <summary>Takes items in their order, each when it is disjoint from all that were taken.</summary>
    private static List<Item> Disjoint(List<Item> items)
    {
        var (taken, here) = (new List<Item>(), new Dictionary<string, List<Item>>(StringComparer.Ordinal));
        foreach (var item in items)
        {
            // What is known to be elsewhere need not be looked at.
            var near = item.Country is { } country ? here.GetValueOrDefault(country.Value, []).Concat(here.GetValueOrDefault("", [])) : taken;
            if (!near.All(item.IsApartFrom)) continue;
            taken.Add(item);
            if (!here.TryGetValue(item.Country?.Value ?? "", out var ofCountry)) here.Add(item.Country?.Value ?? "", ofCountry = []);
            ofCountry.Add(item);
        }
        return taken;
    }

    private static Item ItemOf(NewsEvent newsEvent, CasualtyRow row)
    {
        var end = row.LowEnd!;
        var part = new LowerBoundPart { Event = newsEvent.Id, Scope = row.Scope, Period = row.Period, Count = end.Count.Low!.Value, Claimant = end.Claimant, Report = end.Reports[0] };
        var told = DateOnly.FromDateTime(row.Series.Max(series => series.Points[^1].LastPublishedAt).UtcDateTime);
        var (first, last) = row.Scope switch
        {
            ClaimScope.Incident => (newsEvent.OccurredOn?.First, newsEvent.OccurredOn?.Last ?? told),
            ClaimScope.Period => (row.Period?.First, row.Period?.Last ?? told),
            _ => (null, told),
        };
        // A figure that belongs to no single happening may be of any.
        return new Item(part, row.Scope == ClaimScope.Incident && newsEvent.Kind != EventKind.Casualties, first ?? DateOnly.MinValue, last, row.Place?.Country);
    }

    /// <summary>A figure with the days and the country that whom it counts can be of.</summary>
    private sealed record Item(LowerBoundPart Part, bool IsIncident, DateOnly First, DateOnly Last, PartyCode? Country)
    {
        internal bool IsApartFrom(Item other) =>
            First > other.Last || Last < other.First || (Country is { } here && other.Country is { } there && here != there);
    }
}
