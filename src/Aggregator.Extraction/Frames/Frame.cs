namespace Aggregator.Extraction.Frames;

/// <summary>One way in which one trigger tells a happening, read from <c>verbs.tsv</c> or <c>nouns.tsv</c>.</summary>
internal sealed record Frame
{
    /// <summary>What it tells; null for a trap: the trigger used in a sense that tells none.</summary>
    public required EventKind? Kind { get; init; }

    /// <summary>The mode within the kind, or null.</summary>
    public required string? Mode { get; init; }

    /// <summary>The slots whose fillers do it.</summary>
    public required string[] Actors { get; init; }

    /// <summary>The slots whose fillers have it done to them.</summary>
    public required string[] Recipients { get; init; }

    /// <summary>What must hold; all of it.</summary>
    public required FrameCondition[] Conditions { get; init; }

    /// <summary>The words of the trigger beside its head: a verb's particles after it, a noun's modifiers before it.</summary>
    public required string[] Further { get; init; }

    /// <summary>The trigger as the file writes it.</summary>
    public required string Trigger { get; init; }

    /// <summary>The frame's name for explanation: <c>appeal.verb.urge</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>How much it asks for: of several frames that apply the one that asks for most is taken.</summary>
    public int Specificity => (Conditions.Length * 2) + Conditions.Count(condition => condition.Value is not null) + (Further.Length * 4);
}
