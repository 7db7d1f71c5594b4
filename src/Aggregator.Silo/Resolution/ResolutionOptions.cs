using System.ComponentModel.DataAnnotations;

namespace Aggregator.Resolution;

/// <summary>Bounds of resolution; the section <c>Resolution</c>.</summary>
public sealed class ResolutionOptions
{
    /// <summary>
    /// How long an event stays open for new reports after its last article, in days of publication. Default 90: later than that, an article
    /// founds a new event. Open events are held in memory, a few kilobytes each.
    /// </summary>
    [Range(7, 1_000)] public int OpenDays { get; set; } = 90;
}
