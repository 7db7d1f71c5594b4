using System.Collections.Immutable;
using Aggregator.Intake;

namespace Aggregator.Extraction;

/// <summary>One article's account of one happening, with the span of text that says it.</summary>
[GenerateSerializer, Immutable, Alias("report")]
public sealed record Report
{
    /// <summary>The report's id, the same in every revision of the article that still gives this account.</summary>
    [Id(0)] public required ReportId Id { get; init; }

    /// <summary>The article.</summary>
    [Id(1)] public required ArticleId Article { get; init; }

    /// <summary>The article's revision that this form of the report was read from, from 1.</summary>
    [Id(2)] public required int Revision { get; init; }

    /// <summary>What happened.</summary>
    [Id(3)] public required EventKind Kind { get; init; }

    /// <summary>How far it has come, as told.</summary>
    [Id(4)] public EventStatus Status { get; init; }

    /// <summary>The words that say it, in the article's text; empty, at its beginning, where only the headline says it.</summary>
    [Id(5)] public required Span Span { get; init; }

    /// <summary>The sentence around them; empty for a headline, which <see cref="Quote"/> gives.</summary>
    [Id(6)] public required Span Sentence { get; init; }

    /// <summary>The sentence's text, cut to 1,000 UTF-16 units.</summary>
    [Id(7)] public required string Quote { get; init; }

    /// <summary>Who did it. In a symmetric kind (call, meeting) everyone is an actor.</summary>
    [Id(8)] public ImmutableArray<Party> Actors { get; init; } = [];

    /// <summary>To whom.</summary>
    [Id(9)] public ImmutableArray<Party> Recipients { get; init; } = [];

    /// <summary>The people and bodies named as taking part, as fully as the article names them.</summary>
    [Id(10)] public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Where, or null.</summary>
    [Id(11)] public Place? Place { get; init; }

    /// <summary>When, or null when the article does not say.</summary>
    [Id(12)] public OccurredOn? OccurredOn { get; init; }

    /// <summary>Who says so, or null when the outlet tells it in its own voice.</summary>
    [Id(13)] public string? Claimant { get; init; }

    /// <summary>PLOVER's mode within the kind (<c>airstrike</c>, <c>phone</c>, <c>visit</c>, …), or null.</summary>
    [Id(14)] public string? Mode { get; init; }

    /// <summary>What it is about (PLOVER's contexts: <c>military</c>, <c>economic</c>, …), surest first; empty when nothing tells.</summary>
    [Id(15)] public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>The figure, for kind <see cref="EventKind.Casualties"/>; else null.</summary>
    [Id(16)] public CasualtyFigure? Casualties { get; init; }

    /// <summary>For a figure: the report of the same article whose happening it belongs to; null for a total of its own.</summary>
    [Id(17)] public ReportId? About { get; init; }

    /// <summary>Further spans of the article that tell the same happening.</summary>
    [Id(18)] public ImmutableArray<Span> Also { get; init; } = [];

    /// <summary>The rule that read it, by name.</summary>
    [Id(19)] public required string Rule { get; init; }

    /// <summary>How sure the reading is, 0 to 1.</summary>
    [Id(20)] public double Confidence { get; init; } = 1;

    /// <summary>Why each slot has its value: the words and the path that filled it.</summary>
    [Id(21)] public ImmutableArray<SlotEvidence> Evidence { get; init; } = [];

    /// <summary>PLOVER's category (2017), or null where it has none: <c>CONSULT</c>, <c>ASSAULT</c>, ….</summary>
    [Id(22)] public string? Plover { get; init; }

    /// <summary>CAMEO's code, two to four digits, as precise as the mode tells; null where it has none.</summary>
    [Id(23)] public string? Cameo { get; init; }
}
