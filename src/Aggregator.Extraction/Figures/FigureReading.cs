using Aggregator.Extraction.Reading;

namespace Aggregator.Extraction.Figures;

/// <summary>One figure of an article, before its claimant and its happening are known.</summary>
internal sealed record FigureReading
{
    /// <summary>The figure; its claimant, chain and place are left to those who read the sentence around it.</summary>
    internal required CasualtyFigure Figure { get; init; }

    /// <summary>The words that give it, in the document's text.</summary>
    internal required TextSpan Evidence { get; init; }

    /// <summary>Further stretches of the document that give the same figure.</summary>
    internal IReadOnlyList<TextSpan> Also { get; init; } = [];

    /// <summary>The index of its sentence.</summary>
    internal required int Sentence { get; init; }

    /// <summary>The index in the sentence of the token of harm: "killed", "deaths", "toll".</summary>
    internal required int TriggerToken { get; init; }

    /// <summary>The index in the sentence of the token that heads the people counted, or of their number.</summary>
    internal required int VictimToken { get; init; }

    /// <summary>How the people are told of.</summary>
    internal required PeopleSort Sort { get; init; }

    /// <summary>For one who is known already: the last word of the name, or null where a pronoun or a noun stands for it.</summary>
    internal string? Name { get; init; }

    /// <summary>For one or several newly introduced: age, kind and number of the people as the text has them, by which they are known again.</summary>
    internal string? Described { get; init; }

    /// <summary>Whether nothing but "people" or "victims", or no noun at all, says who they are.</summary>
    internal bool IsPlain { get; init; }

    /// <summary>Whether they are others than those told of before: "another man", "two others", "a third victim".</summary>
    internal bool IsFurther { get; init; }

    /// <summary>Whether they were shot or stabbed and nothing says how they fared.</summary>
    internal bool IsBlow { get; init; }

    /// <summary>Whether it is a part of another figure of the same sentence.</summary>
    internal bool IsPart { get; init; }

    /// <summary>The rule that read it.</summary>
    internal required string Rule { get; init; }

    /// <summary>How sure the reading is, 0 to 1.</summary>
    internal double Confidence { get; init; } = 0.9;
}
