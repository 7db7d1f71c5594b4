namespace Aggregator.Extraction.Reading.Training;

/// <summary>How a model is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>Paths of the CoNLL-U files to learn from.</summary>
    public required IReadOnlyList<string> Treebanks { get; init; }

    /// <summary>Where the treebanks come from; kept in the model.</summary>
    public string Provenance { get; init; } = "";

    /// <summary>The treebanks' licences and attribution; kept in the model.</summary>
    public string Licence { get; init; } = "";

    /// <summary>Passes over the treebanks. Default 12.</summary>
    public int Passes { get; init; } = 12;

    /// <summary>Passes that the weights are averaged over, those learnt last counting most; above zero. Default 0.3.</summary>
    public double AveragedPasses { get; init; } = 0.3;

    /// <summary>Sentences that one step learns from. Default 12.</summary>
    public int BatchSentences { get; init; } = 12;

    /// <summary>How far a step moves a value at most, at first. Default 0.002.</summary>
    public double LearningRate { get; init; } = 0.002;

    /// <summary>Share of a word's numbers that are hidden, so that none is relied on alone. Default 0.2.</summary>
    public float NumbersHidden { get; init; } = 0.2f;

    /// <summary>Share of words that are hidden, so that their endings and neighbours are learnt from. Default 0.15.</summary>
    public double WordsHidden { get; init; } = 0.15;

    /// <summary>A word, ending or shape rarer than this has no row of its own. Default 2.</summary>
    public int FeatureCountMin { get; init; } = 2;

    /// <summary>A pair of tags rarer than this is trained as its universal tag's most frequent pair. Default 10.</summary>
    public int TagCountMin { get; init; } = 10;

    /// <summary>A word rarer than this is not in the tag dictionary. Default 3.</summary>
    public int WordCountMin { get; init; } = 3;

    /// <summary>Chance that training follows the parser's own move when it is wrong, from the second pass on. Default 0.9.</summary>
    public double Exploration { get; init; } = 0.9;

    /// <summary>Chance that a sentence is shown in another case, as headlines are. Default 0.05.</summary>
    public double Recase { get; init; } = 0.05;

    /// <summary>Seed of every random choice. Default 1.</summary>
    public int Seed { get; init; } = 1;
}
