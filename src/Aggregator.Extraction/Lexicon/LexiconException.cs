namespace Aggregator.Extraction.Lexicon;

/// <summary>A lexicon could not be loaded; every refused line is named.</summary>
public sealed class LexiconException : Exception
{
    /// <summary>A refusal.</summary>
    /// <param name="faults">The lines; at least one.</param>
    public LexiconException(IReadOnlyList<LexiconFault> faults)
        : base("The lexicon was not loaded: " + string.Join("; ", faults.Take(10))) => Faults = faults;

    /// <summary>The refused lines, in the order of the files.</summary>
    public IReadOnlyList<LexiconFault> Faults { get; }
}
