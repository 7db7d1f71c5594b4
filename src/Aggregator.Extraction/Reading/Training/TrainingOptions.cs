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

    /// <summary>Passes over the treebanks for the tagger. Default 8.</summary>
    public int TaggerPasses { get; init; } = 8;

    /// <summary>Passes for each of the taggers that tag the part they have not seen. Default 5.</summary>
    public int JackknifePasses { get; init; } = 5;

    /// <summary>Parts that the treebanks are cut into for that. Default 5.</summary>
    public int JackknifeParts { get; init; } = 5;

    /// <summary>Passes for the parser. Default 10.</summary>
    public int ParserPasses { get; init; } = 10;

    /// <summary>Passes for the labeler. Default 8.</summary>
    public int LabelerPasses { get; init; } = 8;

    /// <summary>Features that the tagger keeps: those with the largest weights. Default 120,000.</summary>
    public int TaggerFeaturesMax { get; init; } = 120_000;

    /// <summary>Features that the parser keeps. Default 450,000.</summary>
    public int ParserFeaturesMax { get; init; } = 450_000;

    /// <summary>Features that the labeler keeps. Default 120,000.</summary>
    public int LabelerFeaturesMax { get; init; } = 120_000;

    /// <summary>A pair of tags rarer than this is trained as its universal tag's most frequent pair. Default 10.</summary>
    public int TagCountMin { get; init; } = 10;

    /// <summary>A word rarer than this is not in the tag dictionary. Default 3.</summary>
    public int WordCountMin { get; init; } = 3;

    /// <summary>Chance that training follows the parser's own move when it is wrong, from the second pass on. Default 0.9.</summary>
    public double Exploration { get; init; } = 0.9;

    /// <summary>How far the right move's score must lie above the best wrong one's, in updates of one weight; else training moves them. Default 40.</summary>
    public float Margin { get; init; } = 40;

    /// <summary>Chance that a sentence is shown in another case, as headlines are. Default 0.05.</summary>
    public double Recase { get; init; } = 0.05;

    /// <summary>Seed of every random choice. Default 1.</summary>
    public int Seed { get; init; } = 1;
}
