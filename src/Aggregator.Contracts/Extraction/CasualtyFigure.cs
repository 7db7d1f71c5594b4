using System.Collections.Immutable;

namespace Aggregator.Extraction;

/// <summary>One figure of people killed, hurt, missing, captured or displaced, as one sentence gives it.</summary>
[GenerateSerializer, Immutable, Alias("casualty-figure")]
public sealed record CasualtyFigure
{
    /// <summary>What is counted.</summary>
    [Id(0)] public required CasualtyMeasure Measure { get; init; }

    /// <summary>How many.</summary>
    [Id(1)] public required CountRange Count { get; init; }

    /// <summary>How firmly the figure is given.</summary>
    [Id(2)] public FigureQualifier Qualifier { get; init; }

    /// <summary>Who is counted, or null when not said.</summary>
    [Id(3)] public CountedGroup? Who { get; init; }

    /// <summary>Of what country or body those counted are, or null.</summary>
    [Id(4)] public PartyCode? Nationality { get; init; }

    /// <summary>Who says so: a person or a body, never the outlet; null when the article gives nobody.</summary>
    [Id(5)] public string? Claimant { get; init; }

    /// <summary>Through whom the claim came, nearest first ("TASS reported that the ministry said": TASS). Often empty.</summary>
    [Id(6)] public ImmutableArray<string> Chain { get; init; } = [];

    /// <summary>True for a running total over a period, false for one incident.</summary>
    [Id(7)] public bool Cumulative { get; init; }

    /// <summary>The period a total is counted over, or null.</summary>
    [Id(8)] public OccurredOn? Period { get; init; }

    /// <summary>What the claimant warns of, in the article's words ("only confirmed deaths"), or null.</summary>
    [Id(9)] public string? Caveat { get; init; }

    /// <summary>A stated change against a baseline, or null.</summary>
    [Id(10)] public StatedChange? Change { get; init; }

    /// <summary>Where, or null. The happening's place unless the sentence gives another.</summary>
    [Id(11)] public Place? Place { get; init; }

    /// <summary>
    /// True for those who come on top of a total known before, and are in the total that the article gives beside them ("five more bodies were found, bringing
    /// the toll to 22": true of the five). Such a figure neither supersedes a total nor is added to one.
    /// </summary>
    [Id(12)] public bool IsIncrement { get; init; }
}
