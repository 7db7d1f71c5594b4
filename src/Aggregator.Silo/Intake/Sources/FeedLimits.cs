using System.ComponentModel.DataAnnotations;

namespace Aggregator.Intake;

/// <summary>How much of a feed is read. What lies beyond is cut or refused, never read into memory.</summary>
public sealed class FeedLimits
{
    /// <summary>Largest feed, in bytes after decompression. Default 10 MiB; a larger one is refused.</summary>
    [Range(10_000, 100_000_000)] public int SizeMax { get; set; } = 10 * 1024 * 1024;

    /// <summary>Most items taken from a feed, from its top. Default 1,000; the rest are left.</summary>
    [Range(1, 100_000)] public int ItemCountMax { get; set; } = 1_000;

    /// <summary>Deepest nesting of elements. Default 100; what is deeper loses its tags and keeps its text.</summary>
    [Range(10, 1_000)] public int DepthMax { get; set; } = 100;

    /// <summary>Most elements read. Default 250,000; reading ends there.</summary>
    [Range(1_000, 5_000_000)] public int ElementCountMax { get; set; } = 250_000;

    /// <summary>Longest summary or content, in UTF-16 units of its markup. Default 1,000,000; the rest is cut.</summary>
    [Range(1_000, 10_000_000)] public int TextLengthMax { get; set; } = 1_000_000;

    /// <summary>Longest title, author or id, in UTF-16 units. Default 1,000; the rest is cut.</summary>
    [Range(100, 10_000)] public int LineLengthMax { get; set; } = 1_000;
}
