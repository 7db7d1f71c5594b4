using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>
/// Which block a report falls into: its kind's family with its sorted parties, or with its place where parties are unknown.
/// Violence and disasters go by place first, since outlets rarely agree on who did it.
/// </summary>
public static class BlockRule
{
    /// <summary>A report's block.</summary>
    /// <param name="report">The report; a figure that belongs to a happening is put where that happening is, see <paramref name="about"/>.</param>
    /// <param name="about">The report of the happening that a figure belongs to, or null.</param>
    public static BlockKey Of(Report report, Report? about)
    {
        var anchor = about ?? report;
        return BlockKey.Parse($"{FamilyOf(anchor.Kind)}|{AnchorOf(anchor)}");
    }

    /// <summary>The family of a kind: kinds that outlets choose between for one happening.</summary>
    /// <param name="kind">The kind.</param>
    public static string FamilyOf(EventKind kind) => kind switch
    {
        EventKind.Call or EventKind.Meeting or EventKind.Mediation => "talks",
        EventKind.Attack or EventKind.Crime => "violence",
        EventKind.Appeal or EventKind.Demand => "request",
        _ => Wire.WireName.From(kind),
    };

    private static string AnchorOf(Report report)
    {
        var byPlace = report.Kind is EventKind.Attack or EventKind.Crime or EventKind.Disaster or EventKind.Protest or EventKind.Casualties;
        var place = PlaceOf(report);
        var parties = PartiesOf(report);
        var anchor = byPlace ? place ?? parties : parties ?? place;
        return anchor ?? NamesOf(report) ?? "unknown";
    }

    private static string? PlaceOf(Report report)
    {
        var place = report.Place ?? report.Casualties?.Place;
        return place is null ? report.Casualties?.Nationality?.Value : place.Country?.Value ?? Cut(place.Name.ToLowerInvariant());
    }

    private static string? PartiesOf(Report report)
    {
        var codes = report.Actors.Concat(report.Recipients).Select(party => party.Code?.Value).OfType<string>().Distinct().Order(StringComparer.Ordinal).Take(4);
        return string.Join('+', codes) is { Length: > 0 } joined ? Cut(joined) : null;
    }

    private static string? NamesOf(Report report) =>
        report.Names.Order(StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } name ? Cut(name.ToLowerInvariant()) : null;

    private static string Cut(string text)
    {
        var clean = string.Concat(text.Where(letter => !char.IsControl(letter)));
        return clean.Length <= 200 ? clean : clean[..200];
    }
}
