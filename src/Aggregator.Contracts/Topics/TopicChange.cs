using System.Collections.Immutable;
using Aggregator.Extraction;
using Aggregator.Resolution;

namespace Aggregator.Topics;

/// <summary>What became known of one event of a topic between two moments, and why.</summary>
[GenerateSerializer, Immutable, Alias("topic-change")]
public sealed record TopicChange
{
    /// <summary>The event.</summary>
    [Id(0)] public required EventId Event { get; init; }

    /// <summary>Its headline.</summary>
    [Id(1)] public required string Headline { get; init; }

    /// <summary>In what ways it differs; at least one.</summary>
    [Id(2)] public required ImmutableArray<TopicDifference> Differences { get; init; }

    /// <summary>Its revision at the earlier moment, or null when it was not in the topic.</summary>
    [Id(3)] public int? RevisionBefore { get; init; }

    /// <summary>Its revision at the later moment.</summary>
    [Id(4)] public required int RevisionAfter { get; init; }

    /// <summary>How far it had come at the earlier moment, or null.</summary>
    [Id(5)] public EventStatus? StatusBefore { get; init; }

    /// <summary>How far it has come at the later moment.</summary>
    [Id(6)] public required EventStatus StatusAfter { get; init; }

    /// <summary>The figures that moved; of an event that was not in the topic before, all it has. Often empty.</summary>
    [Id(7)] public ImmutableArray<FigureMove> Figures { get; init; } = [];

    /// <summary>The reports that came in between and stand, at most 40.</summary>
    [Id(8)] public ImmutableArray<ReportId> Reports { get; init; } = [];

    /// <summary>Where its reports went, for a merged one; else null.</summary>
    [Id(9)] public EventId? MergedInto { get; init; }

    /// <summary>The position of its last entry in between.</summary>
    [Id(10)] public required long Position { get; init; }

    /// <summary>When that was recorded, UTC.</summary>
    [Id(11)] public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Why that was recorded, in a few words, or null.</summary>
    [Id(12)] public string? Reason { get; init; }

    /// <summary>What stood behind it at the earlier moment, or null when it was not in the topic.</summary>
    [Id(13)] public Corroboration? CorroborationBefore { get; init; }

    /// <summary>What stands behind it at the later moment.</summary>
    [Id(14)] public required Corroboration CorroborationAfter { get; init; }
}
