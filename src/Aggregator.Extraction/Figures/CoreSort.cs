namespace Aggregator.Extraction.Figures;

/// <summary>What the number itself turned out to be, before its surroundings are looked at.</summary>
internal enum CoreSort : byte
{
    /// <summary>A whole number.</summary>
    Plain,
    /// <summary>"dozens", "several hundred": a lower bound.</summary>
    Vague,
    /// <summary>"several", "many".</summary>
    Unsaid,
    /// <summary>"14th".</summary>
    Ordinal,
    /// <summary>"1.5".</summary>
    Fraction,
    /// <summary>Digits with letters, or too many digits.</summary>
    Code,
}
