using System.Collections.Immutable;
using System.Globalization;
using Aggregator.Extraction;
using Aggregator.Topics;

namespace Aggregator.Feeds;

/// <summary>What a period brought to a topic. It follows from the entries of two positions alone: the same digest always says the same under the same id.</summary>
public sealed record Digest
{
    private Digest() { }

    /// <summary>Its id, a URI that never changes.</summary>
    public required string Id { get; init; }

    /// <summary>The period and what it brought, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>After this moment, UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Up to this moment, UTC.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>The position at the period's start.</summary>
    public required long FromPosition { get; init; }

    /// <summary>The position at its end.</summary>
    public required long ToPosition { get; init; }

    /// <summary>How many events differ in all.</summary>
    public required int TotalCount { get; init; }

    /// <summary>Events that were not in the topic before.</summary>
    public required ImmutableArray<TopicChange> New { get; init; }

    /// <summary>Events with a figure that came, moved or went; without the new ones.</summary>
    public required ImmutableArray<TopicChange> FiguresMoved { get; init; }

    /// <summary>Events that were corrected, denied, called off, joined, parted or taken back.</summary>
    public required ImmutableArray<TopicChange> Corrections { get; init; }

    /// <summary>Events that were told of further, or stand otherwise than before.</summary>
    public required ImmutableArray<TopicChange> Others { get; init; }

    /// <summary>The digest of a period.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="clock">What parts time.</param>
    /// <param name="period">The period.</param>
    /// <param name="changes">What differs between its start and its end.</param>
    public static Digest Of(TopicDefinition topic, DigestClock clock, DigestPeriod period, TopicChanges changes)
    {
        // What most stand behind comes first; of what as many do, the latest.
        var parts = changes.Changes.OrderByDescending(change => change.CorroborationAfter.VoiceCount).ThenByDescending(change => change.CorroborationAfter.ArticleCount)
            .ThenByDescending(change => change.Position).ToLookup(PartOf);
        return new Digest
        {
            Id = IdOf(topic, clock, period), Title = $"{NameOf(clock, period)}: {Sum(parts, changes.TotalCount)}", From = period.Start, To = period.End,
            FromPosition = changes.From, ToPosition = changes.To, TotalCount = changes.TotalCount, New = [.. parts[DigestPart.New]],
            FiguresMoved = [.. parts[DigestPart.Figures]], Corrections = [.. parts[DigestPart.Corrections]], Others = [.. parts[DigestPart.Others]],
        };
    }

    private static DigestPart PartOf(TopicChange change)
    {
        var differences = change.Differences;
        if (differences.Contains(TopicDifference.New)) return DigestPart.New;
        var isTakenBack = differences.Contains(TopicDifference.Retracted) || differences.Contains(TopicDifference.Merged) || differences.Contains(TopicDifference.Split)
            || differences.Contains(TopicDifference.Corrected);
        var isCalledOff = differences.Contains(TopicDifference.StatusMoved) && change.StatusAfter is EventStatus.Denied or EventStatus.Cancelled or EventStatus.Postponed;
        return isTakenBack || isCalledOff ? DigestPart.Corrections : differences.Contains(TopicDifference.FiguresMoved) ? DigestPart.Figures : DigestPart.Others;
    }

    private static string Sum(ILookup<DigestPart, TopicChange> parts, int totalCount)
    {
        (DigestPart Part, string One, string More)[] names =
        [
            (DigestPart.New, "new event", "new events"), (DigestPart.Figures, "with moved figures", "with moved figures"), (DigestPart.Corrections, "correction", "corrections"),
            (DigestPart.Others, "told further", "told further"),
        ];
        var told = names.Select(name => (Count: parts[name.Part].Count(), name.One, name.More)).Where(name => name.Count > 0)
            .Select(name => string.Create(CultureInfo.InvariantCulture, $"{name.Count} {(name.Count == 1 ? name.One : name.More)}"));
        var more = totalCount - parts.Sum(part => part.Count());
        return string.Join(", ", more > 0 ? told.Append(string.Create(CultureInfo.InvariantCulture, $"{more} more")) : told);
    }

    private static string IdOf(TopicDefinition topic, DigestClock clock, DigestPeriod period) => clock.Step == DigestStep.Hour
        ? string.Create(CultureInfo.InvariantCulture, $"{FeedIds.Of(topic)}:hour:{period.Start.UtcDateTime:yyyyMMdd'T'HH}")
        : string.Create(CultureInfo.InvariantCulture, $"{FeedIds.Of(topic)}:day:{period.Start.UtcDateTime:yyyyMMdd'T'HHmm}:{Uri.EscapeDataString(clock.Zone.Id)}");

    private static string NameOf(DigestClock clock, DigestPeriod period) => clock.Step == DigestStep.Hour
        ? string.Create(CultureInfo.InvariantCulture, $"{period.Start.UtcDateTime:yyyy-MM-dd HH:mm}–{period.End.UtcDateTime:HH:mm} UTC")
        : string.Create(CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(period.Start, clock.Zone):yyyy-MM-dd}{(clock.IsUtc ? "" : $" ({clock.Zone.Id})")}");
}
