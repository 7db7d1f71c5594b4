namespace Aggregator.Feeds;

/// <summary>The parts of a digest, in the order that they are told.</summary>
internal enum DigestPart
{
    /// <summary>Events that were not in the topic before.</summary>
    New,
    /// <summary>Events whose figures moved.</summary>
    Figures,
    /// <summary>Events that were corrected or taken back.</summary>
    Corrections,
    /// <summary>The others.</summary>
    Others,
}
