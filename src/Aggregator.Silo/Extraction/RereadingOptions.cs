using System.ComponentModel.DataAnnotations;

namespace Aggregator.Extraction;

/// <summary>Bounds of the re-reading of stored articles; configuration section <c>Rereading</c>.</summary>
public sealed class RereadingOptions
{
    /// <summary>Stored articles that are read again in a second, at most; 0 stops it. Default 20.</summary>
    [Range(0, 10_000)] public int ArticlesPerSecond { get; set; } = 20;

    /// <summary>Articles that may wait in the inbox, new ones among them, while further ones are handed on to be read again. Default 64.</summary>
    [Range(1, 1_000_000)] public long WaitingCountMax { get; set; } = 64;

    /// <summary>Seconds between looks whether the extractor has another version. Default 5.</summary>
    [Range(0.1, 3_600)] public double LookSeconds { get; set; } = 5;
}
