namespace Aggregator.Extraction.Mentions;

/// <summary>The office by which a pair is named: "both presidents", "the two ministers".</summary>
internal enum PairedOffice
{
    /// <summary>Heads of state or government.</summary>
    Head,

    /// <summary>Ministers of any department.</summary>
    Minister,
}
