using System.Collections.Frozen;
using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>What one report, or all reports of an event together, say of a happening, in the form that sameness is weighed in.</summary>
public sealed record Account
{
    /// <summary>What happened.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>PLOVER's mode, or null.</summary>
    public string? Mode { get; init; }

    /// <summary>When, or null.</summary>
    public OccurredOn? OccurredOn { get; init; }

    /// <summary>Where, or null.</summary>
    public Place? Place { get; init; }

    /// <summary>The day of publication; of several accounts the last.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>Codes of those who take part.</summary>
    public IReadOnlySet<string> Parties { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Last words of the names of those who take part, lower case.</summary>
    public IReadOnlySet<string> Names { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Rare words, lower case.</summary>
    public IReadOnlySet<string> Keywords { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Figures of the incident itself, by measure, the widest.</summary>
    public IReadOnlyDictionary<CasualtyMeasure, CountRange> Figures { get; init; } = FrozenDictionary<CasualtyMeasure, CountRange>.Empty;

    /// <summary>What some reports say together. Of single-valued things the value that most say, the earliest where they tie.</summary>
    /// <param name="kind">The kind of the happening that they tell.</param>
    /// <param name="deliveries">At least one report.</param>
    public static Account Of(EventKind kind, IReadOnlyCollection<ReportDelivery> deliveries)
    {
        var happenings = deliveries.Where(delivery => delivery.Report.Kind == kind).ToList();
        if (happenings.Count == 0) happenings = [.. deliveries];
        return new Account
        {
            Kind = kind,
            Mode = Most(happenings.Select(delivery => delivery.Report.Mode)),
            OccurredOn = MostDate(happenings),
            Place = MostPlace(deliveries),
            PublishedOn = deliveries.Max(delivery => DateOnly.FromDateTime(delivery.PublishedAt.UtcDateTime)),
            Parties = happenings.SelectMany(delivery => delivery.Report.Actors.Concat(delivery.Report.Recipients))
                .Select(party => party.Code?.Value).OfType<string>().ToHashSet(),
            Names = happenings.SelectMany(delivery => delivery.Report.Names).Select(LastWord).ToHashSet(),
            Keywords = deliveries.SelectMany(delivery => delivery.Keywords).ToHashSet(),
            Figures = deliveries.Select(delivery => delivery.Report.Casualties).OfType<CasualtyFigure>().Where(figure => !figure.Cumulative)
                .GroupBy(figure => figure.Measure).ToDictionary(group => group.Key, group => group.Select(figure => figure.Count).Aggregate((a, b) => a.Widen(b))),
        };
    }

    internal static Place? MostPlace(IEnumerable<ReportDelivery> deliveries) =>
        deliveries.Select(delivery => delivery.Report.Place ?? delivery.Report.Casualties?.Place).OfType<Place>()
            .GroupBy(place => place.Entry ?? place.Name, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(group => group.First().Latitude is not null).ThenByDescending(group => group.Count()).FirstOrDefault()?.First();

    internal static OccurredOn? MostDate(IEnumerable<ReportDelivery> deliveries) =>
        deliveries.Select(delivery => delivery.Report.OccurredOn).OfType<OccurredOn>()
            .GroupBy(date => date).OrderBy(group => group.Key.LengthDays > 2).ThenByDescending(group => group.Count())
            .Select(group => (OccurredOn?)group.Key).FirstOrDefault();

    private static string? Most(IEnumerable<string?> values) =>
        values.OfType<string>().GroupBy(value => value).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key;

    private static string LastWord(string name)
    {
        var trimmed = name.Trim().ToLowerInvariant();
        return trimmed[(trimmed.LastIndexOf(' ') + 1)..];
    }
}
