using System.Collections.Immutable;
using Aggregator.Extraction;
using Aggregator.Intake;

namespace Aggregator.Resolution;

/// <summary>A person's decision on its way to the event's block.</summary>
[GenerateSerializer, Immutable, Alias("ruling-request")]
public sealed record RulingRequest
{
    /// <summary>What is decided.</summary>
    [Id(0)] public required RulingKind Kind { get; init; }

    /// <summary>The event.</summary>
    [Id(1)] public required EventId Event { get; init; }

    /// <summary>For a merge: the event that its reports go to.</summary>
    [Id(2)] public EventId? Into { get; init; }

    /// <summary>For a split: reports that tell of another happening; figures of theirs go along.</summary>
    [Id(3)] public ImmutableArray<ReportId> Reports { get; init; } = [];

    /// <summary>For a split: articles all of whose reports tell of another happening.</summary>
    [Id(4)] public ImmutableArray<ArticleId> Articles { get; init; } = [];

    /// <summary>Why, 1 to 500 characters.</summary>
    [Id(5)] public required string Reason { get; init; }

    /// <summary>Who decides, 1 to 200 characters.</summary>
    [Id(6)] public required string By { get; init; }
}
