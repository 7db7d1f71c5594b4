using System.Collections.Frozen;
using System.Collections.Immutable;
using Aggregator.Extraction;
using Aggregator.Intake;

namespace Aggregator.Resolution;

/// <summary>What one report, or all reports of an event together, say of a happening, in the form that sameness is weighed in.</summary>
public sealed record Account
{
    private const int WordCountMax = 64;

    /// <summary>What happened.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>How far it has come.</summary>
    public EventStatus Status { get; init; }

    /// <summary>PLOVER's mode, or null.</summary>
    public string? Mode { get; init; }

    /// <summary>When, or null.</summary>
    public OccurredOn? OccurredOn { get; init; }

    /// <summary>Where, or null.</summary>
    public Place? Place { get; init; }

    /// <summary>The day of the first publication.</summary>
    public required DateOnly FirstPublishedOn { get; init; }

    /// <summary>The day of the last publication.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>Codes of those who take part, in ordinal order.</summary>
    public ImmutableArray<string> Parties { get; init; } = [];

    /// <summary>Codes of those who do it, in ordinal order.</summary>
    public ImmutableArray<string> Actors { get; init; } = [];

    /// <summary>Last words of the names of those who take part, lower case, in ordinal order.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Words around the reports, lower case, in ordinal order.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Words of the sentences that tell it, lower case, in ordinal order.</summary>
    public ImmutableArray<string> Sentence { get; init; } = [];

    /// <summary>Words of the headlines, lower case, in ordinal order.</summary>
    public ImmutableArray<string> Title { get; init; } = [];

    /// <summary>True for a running total that belongs to no single happening.</summary>
    public bool Cumulative { get; init; }

    /// <summary>Figures of the incident itself, by measure, the widest.</summary>
    public IReadOnlyDictionary<CasualtyMeasure, CountRange> Figures { get; init; } = FrozenDictionary<CasualtyMeasure, CountRange>.Empty;

    /// <summary>Articles that tell it.</summary>
    public ImmutableArray<ArticleId> Articles { get; init; } = [];

    /// <summary>Outlets that tell it, lower case.</summary>
    public ImmutableArray<string> Outlets { get; init; } = [];

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
            Status = StatusRule.Of(happenings),
            Mode = Most(happenings.Select(delivery => delivery.Report.Mode)),
            OccurredOn = MostDate(happenings, StatusRule.Of(happenings)),
            Place = MostPlace(deliveries),
            FirstPublishedOn = deliveries.Min(DayOf),
            PublishedOn = deliveries.Max(DayOf),
            Parties = Sorted(happenings.SelectMany(delivery => delivery.Report.Actors.Concat(delivery.Report.Recipients)).Select(party => party.Code?.Value).OfType<string>()),
            Actors = Sorted(happenings.SelectMany(delivery => delivery.Report.Actors).Select(party => party.Code?.Value).OfType<string>()),
            Names = Sorted(happenings.SelectMany(delivery => delivery.Report.Names).Select(LastWord)),
            Words = Sorted(Common(deliveries.Select(delivery => delivery.Keywords.AsEnumerable()))),
            Sentence = Sorted(Common(happenings.Select(delivery => WordsOf(delivery.Report.Quote)))),
            Title = Sorted(Common(deliveries.Select(delivery => WordsOf(Headline.CoreOf(delivery.Title))))),
            Cumulative = happenings.TrueForAll(delivery => delivery.Report.Casualties is { Cumulative: true }),
            Figures = FiguresOf(deliveries),
            Outlets = [.. deliveries.Select(delivery => delivery.Outlet?.ToLowerInvariant()).OfType<string>().Distinct()],
            Articles = [.. deliveries.Select(delivery => delivery.Article).Distinct()],
        };
    }

    internal static Place? MostPlace(IEnumerable<ReportDelivery> deliveries) =>
        deliveries.Select(delivery => delivery.Report.Place ?? delivery.Report.Casualties?.Place).OfType<Place>()
            .GroupBy(place => place.Entry ?? place.Name, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(group => group.First().Latitude is not null).ThenByDescending(group => group.Count()).FirstOrDefault()?.First();

    /// <summary>The day that most tell: of a happening that was held, those who say so; of one put off and planned again, whoever came last.</summary>
    /// <param name="happenings">Reports of it, by publication.</param>
    /// <param name="status">How it stands.</param>
    internal static OccurredOn? MostDate(IReadOnlyCollection<ReportDelivery> happenings, EventStatus status)
    {
        var telling = happenings.Where(delivery => delivery.Report.Status == status && delivery.Report.OccurredOn is not null).ToList();
        if (status == EventStatus.Planned && telling.Count > 0 && happenings.Any(delivery => delivery.Report.Status == EventStatus.Postponed))
            return telling.MaxBy(delivery => delivery.PublishedAt)!.Report.OccurredOn;
        return MostDate(telling.Count > 0 ? telling : happenings);
    }

    private static OccurredOn? MostDate(IEnumerable<ReportDelivery> deliveries) =>
        deliveries.Select(delivery => delivery.Report.OccurredOn).OfType<OccurredOn>()
            .GroupBy(date => date).OrderBy(group => group.Key.LengthDays > 2).ThenByDescending(group => group.Count())
            .Select(group => (OccurredOn?)group.Key).FirstOrDefault();

    private static DateOnly DayOf(ReportDelivery delivery) => DateOnly.FromDateTime(delivery.PublishedAt.UtcDateTime);

    private static FrozenDictionary<CasualtyMeasure, CountRange> FiguresOf(IEnumerable<ReportDelivery> deliveries) =>
        deliveries.Select(delivery => delivery.Report.Casualties).Concat(deliveries.SelectMany(delivery => delivery.Figures)).OfType<CasualtyFigure>()
            .Where(figure => figure is { Cumulative: false, IsIncrement: false }).GroupBy(figure => figure.Measure)
            .ToFrozenDictionary(group => group.Key, group => group.Select(figure => figure.Count).Aggregate((a, b) => a.Widen(b)));

    private static IEnumerable<string> WordsOf(string text) =>
        WordScan.Scan(text).Select(word => text.Substring(word.Start, word.Length).ToLowerInvariant()).Where(word => word.Length > 2 && !CommonWords.IsEmpty(word)).Distinct();

    /// <summary>The words that most of the lists have, at most 64; of one list all.</summary>
    private static IEnumerable<string> Common(IEnumerable<IEnumerable<string>> lists) =>
        lists.SelectMany(list => list).CountBy(word => word, StringComparer.Ordinal).OrderByDescending(pair => pair.Value).Take(WordCountMax).Select(pair => pair.Key);

    private static ImmutableArray<string> Sorted(IEnumerable<string> values) => [.. values.Distinct().Order(StringComparer.Ordinal)];

    private static string? Most(IEnumerable<string?> values) =>
        values.OfType<string>().GroupBy(value => value).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key;

    private static string LastWord(string name)
    {
        var trimmed = name.Trim().ToLowerInvariant();
        return trimmed[(trimmed.LastIndexOf(' ') + 1)..];
    }
}
