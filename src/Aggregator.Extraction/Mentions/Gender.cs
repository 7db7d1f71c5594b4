namespace Aggregator.Extraction.Mentions;

/// <summary>What a pronoun may tell of a person.</summary>
public enum Gender : byte
{
    /// <summary>Not known, or not a person.</summary>
    Unknown,
    /// <summary>He.</summary>
    Male,
    /// <summary>She.</summary>
    Female,
}
