using System.Collections.Immutable;
using Aggregator.Extraction;

namespace Aggregator.Resolution;

/// <summary>A happening, as the reports of many articles describe it, in one of its revisions.</summary>
[GenerateSerializer, Immutable, Alias("news-event")]
public sealed record NewsEvent
{
    /// <summary>The event.</summary>
    [Id(0)] public required EventId Id { get; init; }

    /// <summary>Counts what became known of it, from 1.</summary>
    [Id(1)] public required int Revision { get; init; }

    /// <summary>The block it was resolved in.</summary>
    [Id(2)] public required BlockKey Block { get; init; }

    /// <summary>Whether it stands.</summary>
    [Id(3)] public EventState State { get; init; }

    /// <summary>What happened. <see cref="EventKind.Casualties"/> for figures that belong to no single happening: a war's total.</summary>
    [Id(4)] public required EventKind Kind { get; init; }

    /// <summary>How far it has come, by all its reports.</summary>
    [Id(5)] public EventStatus Status { get; init; }

    /// <summary>Who did it; everyone in a symmetric kind.</summary>
    [Id(6)] public ImmutableArray<Party> Actors { get; init; } = [];

    /// <summary>To whom.</summary>
    [Id(7)] public ImmutableArray<Party> Recipients { get; init; } = [];

    /// <summary>The people and bodies named as taking part.</summary>
    [Id(8)] public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Where, or null.</summary>
    [Id(9)] public Place? Place { get; init; }

    /// <summary>When it happened or is to happen, or null when no report says.</summary>
    [Id(10)] public OccurredOn? OccurredOn { get; init; }

    /// <summary>One line that says what it is: the sentence of a report that can be understood alone, as a rule the founding one's.</summary>
    [Id(11)] public required string Headline { get; init; }

    /// <summary>The standing reports: the founder first, then by publication; at most 40, the founder and the latest.</summary>
    [Id(12)] public ImmutableArray<ReportRef> Reports { get; init; } = [];

    /// <summary>How many reports stand.</summary>
    [Id(13)] public int ReportCount { get; init; }

    /// <summary>Casualty claims of it, side by side; at most 100.</summary>
    [Id(14)] public ImmutableArray<CasualtyClaim> Claims { get; init; } = [];

    /// <summary>What stands behind it.</summary>
    [Id(15)] public required Corroboration Corroboration { get; init; }

    /// <summary>When its first article was published, UTC.</summary>
    [Id(16)] public required DateTimeOffset FirstPublishedAt { get; init; }

    /// <summary>When its latest article was published, UTC.</summary>
    [Id(17)] public required DateTimeOffset LastPublishedAt { get; init; }

    /// <summary>When we recorded this revision, UTC.</summary>
    [Id(18)] public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Where its reports went, for a merged one; else null.</summary>
    [Id(19)] public EventId? MergedInto { get; init; }

    /// <summary>Outlets that reported it, in the order they did; at most 100.</summary>
    [Id(20)] public ImmutableArray<string> Outlets { get; init; } = [];

    /// <summary>Why this revision was made, in a few words ("2 new reports", "figure corrected by …").</summary>
    [Id(21)] public string? Reason { get; init; }

    /// <summary>PLOVER's mode within the kind, or null.</summary>
    [Id(22)] public string? Mode { get; init; }

    /// <summary>What it is about, by most of its reports; at most 6.</summary>
    [Id(30)] public ImmutableArray<string> Contexts { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>PLOVER's category, or null where it has none.</summary>
    [Id(31)] public string? Plover { get; init; }

    /// <summary>CAMEO's code, or null where it has none.</summary>
    [Id(32)] public string? Cameo { get; init; }

    /// <summary>What people decided of it, and <c>resolution</c> where it grew alike another; at most 20, the latest.</summary>
    [Id(40)] public ImmutableArray<Ruling> Rulings { get; init; } = [];

    /// <summary>Events that a person told to be other happenings than this; at most 20, the latest.</summary>
    [Id(41)] public ImmutableArray<EventId> Apart { get; init; } = [];

    /// <summary>True once a person decided that it is no happening: it stays retracted whoever tells it again.</summary>
    [Id(42)] public bool IsRuledOut { get; init; }
}
